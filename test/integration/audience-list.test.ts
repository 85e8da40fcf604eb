import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAudienceWork } from '../../src/compose/audience-work.ts';
import { DAY_MS } from '../../src/domain/values/instant.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { ListScopeMissingError } from '../../src/usecases/audience-ports.ts';
import { aCompany, FITTING, minute } from '../support/account-portal.ts';
import { livePortal, type World } from '../support/live-portal.ts';
import { onServer } from '../support/stores.ts';

const NAME = 'Lead to Revenue: audience';
const SMALL = { ...FITTING, name: 'Small', industry: 'BANKING', numberofemployees: '12' };
const BY_FIT = { score: 40, orIntent: false };

const workOf = ({ backend }: World) => createAudienceWork(backend.core, backend.portalId);
const listOf = ({ sandbox }: World, id = '1') => sandbox.portal.lists.find(id);
const membersOf = (here: World, id = '1') => [...(listOf(here, id)?.members.keys() ?? [])].sort();
const idsOf = (...companies: CrmRecord[]) => companies.map(({ id }) => id).sort();
const rename = (here: World, name: string) => {
  const list = listOf(here);
  if (list) list.name = name;
};
/** What the day asks for, of a portal that is otherwise left alone. */
const nextDay = async (here: World) => {
  here.time.now += DAY_MS;
  await workOf(here).keepDaily();
};

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  /** A portal in which one company is in the audience by its fit, and one is not. */
  async function twoCompanies() {
    const here = await livePortal(database);
    const [fits, small] = [aCompany(here), aCompany(here, SMALL)];
    await minute(here);
    return { here, fits, small };
  }

  it('is made once, then only what differs is sent, whatever it was renamed to', async () => {
    const { here, fits } = await twoCompanies();
    await using _ = here;
    const first = await workOf(here).write(BY_FIT);
    expect(first).toMatchObject({ list: { listId: '1', name: NAME }, isNew: true, added: 1, removed: 0, members: 1 });
    expect(listOf(here)).toMatchObject({ name: NAME, typeId: '0-2', processingType: 'MANUAL' });
    rename(here, 'Ads, spring');
    const stood = listOf(here)?.updatedAt;
    here.time.now += 1_000;
    expect(await workOf(here).write(undefined)).toMatchObject({
      list: { listId: '1', name: 'Ads, spring' },
      ...{ isNew: false, added: 0, removed: 0, members: 1 },
    });
    expect(membersOf(here)).toEqual([fits.id]);
    expect(listOf(here)?.updatedAt).toBe(stood);
    expect(listOf(here, '2')).toBeUndefined();
  });

  it('follows the audience once a day, with the rule it was asked for, and undoes what was done by hand', async () => {
    const { here, fits, small } = await twoCompanies();
    await using _ = here;
    await workOf(here).write(BY_FIT);
    const [second, gone] = [
      aCompany(here, { ...FITTING, name: 'Second' }),
      aCompany(here, { ...FITTING, name: 'Gone' }),
    ];
    await minute(here);
    gone.archivedAt = here.time.now;
    listOf(here)?.members.set(small.id, here.time.now);
    await workOf(here).keepDaily();
    expect(membersOf(here)).toEqual(idsOf(fits, small));
    await nextDay(here);
    expect(membersOf(here)).toEqual(idsOf(fits, second));
    const all = await workOf(here).write({ score: 0, orIntent: true });
    expect(all).toMatchObject({ added: 1, members: 3, missing: [gone.id] });
    await nextDay(here);
    expect(membersOf(here)).toEqual(idsOf(fits, second, small));
  });

  it('that a person has deleted is left alone day by day, and made anew when asked for', async () => {
    const { here, fits } = await twoCompanies();
    await using _ = here;
    for (const [deletedLists, id, next] of [
      ['missing', '1', '2'],
      ['told', '2', '3'],
    ] as const) {
      here.sandbox.portal.setup.switches.deletedLists = deletedLists;
      expect(await workOf(here).write(BY_FIT)).toMatchObject({ list: { listId: id } });
      const list = listOf(here, id);
      if (list) list.deletedAt = here.time.now;
      await nextDay(here);
      await nextDay(here);
      expect(listOf(here, next)).toBeUndefined();
    }
    expect(await workOf(here).write(undefined)).toMatchObject({ list: { listId: '3', name: NAME }, isNew: true });
    expect(membersOf(here, '3')).toEqual([fits.id]);
  });

  it('is not written without the scope, nor over a list that a filter keeps; one whose making was not answered is taken', async () => {
    const { here, fits, small } = await twoCompanies();
    await using _ = here;
    const { lists, setup } = here.sandbox.portal;
    lists.make({ name: NAME, typeId: '0-2', processingType: 'DYNAMIC' }, here.time.now);
    await expect(workOf(here).write(BY_FIT)).rejects.toMatchObject({ name: 'ListNameTakenError', exitCode: 2 });
    expect(membersOf(here)).toEqual([]);
    rename(here, 'By filter');
    lists.make({ name: NAME, typeId: '0-2', processingType: 'MANUAL' }, here.time.now);
    expect(await workOf(here).write(BY_FIT)).toMatchObject({ list: { listId: '2' } });

    setup.switches.lists = false;
    await expect(workOf(here).write(BY_FIT)).rejects.toThrow(ListScopeMissingError);
    listOf(here, '2')?.members.set(small.id, here.time.now);
    await nextDay(here);
    setup.switches.lists = true;
    await workOf(here).keepDaily();
    expect(membersOf(here, '2')).toEqual(idsOf(fits, small));
    await nextDay(here);
    expect(membersOf(here, '2')).toEqual([fits.id]);
  });
});
