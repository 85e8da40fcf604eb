import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDefinitionWork } from '../../src/compose/definition-work.ts';
import { createPortalWork } from '../../src/compose/portal-work.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/values/instant.ts';
import { contactType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { heldCount, releasable } from '../../src/store/release-store.ts';
import { localDate } from '../../src/domain/values/calendar.ts';
import { fittingLead, minute } from '../support/fitting-lead.ts';
import { fillInForm } from '../../src/sandbox/fill-in-form.ts';
import { livePortal, type World } from '../support/live-portal.ts';
import { createAsApp, updateAsPerson } from '../support/new-portal.ts';
import { onServer } from '../support/stores.ts';

/** People who fit and did something, the first the least; not enough by the shipped rules. */
async function activePeople(here: World, howMany: number): Promise<CrmRecord[]> {
  const { sandbox, time, contact } = here;
  const others = Array.from({ length: howMany - 1 }, (_, index) =>
    createAsApp(sandbox.portal, contactType, { email: `p${index}@buyer.example`, lifecyclestage: 'lead' }, time.now),
  );
  const people = [contact, ...others];
  for (const person of people) await fittingLead(here, person);
  for (const [rank, person] of people.entries()) {
    for (let visit = 0; visit <= rank; visit += 1) {
      const page = `https://own.example/case-studies/${visit}`;
      updateAsPerson(sandbox.portal, person, { hs_analytics_last_url: page }, time.now + visit);
    }
  }
  await minute(here);
  return people;
}

/** Bars so low that all of them would pass, published hours after they did anything. */
async function lowerBars({ backend, time }: World, releasePerDay: number): Promise<void> {
  time.now += 3 * HOUR_MS;
  const work = createDefinitionWork(backend.core, backend.portalId);
  const next = structuredClone(await work.inForce());
  for (const gate of next.qualification?.gates ?? []) {
    if ('all' in gate.entry)
      gate.entry = { all: gate.entry.all.map((rule) => ('number' in rule ? { ...rule, number: 1 } : rule)) };
  }
  const version = next.version + 1;
  await work.keep({ ...next, version });
  await work.publish({ version, publishedBy: 'Ada', why: 'to see who comes' }, releasePerDay);
}

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const held = async ({ backend: { portalId } }: World) =>
    (await database.inPortal(portalId, (tx) => heldCount(tx, portalId))).count;
  /** Who was offered, in the order of offering. */
  const offered = async ({ backend: { portalId } }: World): Promise<string[]> => {
    const { rows } = await database.inPortal(portalId, (tx) =>
      tx.query<{ id: string }>(
        `select contact_id as id from handoff where kind = 'lead' order by offered_at, handoff_id`,
      ),
    );
    return rows.map(({ id }) => id);
  };

  it('publishing releases nobody by itself', async () => {
    await using here = await livePortal(database);
    await activePeople(here, 3);
    await lowerBars(here, 0);
    await minute(here);
    here.time.now += DAY_MS;
    await minute(here);
    expect([await held(here), await offered(here)]).toEqual([3, []]);
  });

  it('held people are let through the most active first, never more than so many a day, also over restarts', async () => {
    await using here = await livePortal(database);
    const people = await activePeople(here, 5);
    await lowerBars(here, 2);
    const mostActive = people.map(({ id }) => id).reverse();
    for (const day of [1, 2, 3]) {
      for (let restart = 0; restart < 3; restart += 1) {
        const again = createPortalWork(here.backend.core, () => Promise.resolve(), false);
        await minute({ ...here, backend: { ...here.backend, work: again } });
      }
      const soFar = await offered(here);
      expect(new Set(soFar)).toEqual(new Set(mostActive.slice(0, 2 * day)));
      expect(await held(here)).toBe(Math.max(0, 5 - 2 * day));
      here.time.now += DAY_MS;
    }
  });

  it('what was begun and not committed is done again, once', async () => {
    await using here = await livePortal(database);
    await activePeople(here, 3);
    await lowerBars(here, 0);
    await minute(here);
    const { portalId, core } = here.backend;
    await database.inPortal(portalId, (tx) => tx.query('update portal set release_per_day = 1'));
    const killed = { ...core, mapping: { ...core.mapping, contact: () => expect.fail('killed') } };
    const dying = createPortalWork(killed, () => Promise.resolve(), false);
    here.time.now += HOUR_MS;
    await dying.tick(portalId);
    expect(await offered(here)).toEqual([]);
    await minute(here);
    await minute(here);
    expect((await offered(here)).length).toBe(1);
    expect(await held(here)).toBe(2);
  });

  it('who comes by themselves, is gone, or is being worked is held no longer and takes nobody’s place', async () => {
    await using here = await livePortal(database);
    const people = await activePeople(here, 4);
    await lowerBars(here, 0);
    await minute(here);
    expect(await held(here)).toBe(4);
    const { portalId } = here.backend;
    const [, second, third, fourth] = people as [CrmRecord, CrmRecord, CrmRecord, CrmRecord];
    fillInForm(here.sandbox.portal, fourth, 'Website: Request a demo');
    here.sandbox.portal.archive(third, { at: here.time.now, sourceType: 'CRM_UI', sourceId: 'userId:1' });
    await minute(here);
    expect(await held(here)).toBe(2);
    const today = localDate(here.time.now, 'Europe/Berlin');
    await database.inPortal(portalId, (tx) => tx.query('update portal set release_per_day = 1'));
    const next = await database.inPortal(portalId, (tx) => releasable(tx, portalId, today, here.time.now + 1, 10));
    expect(next).toEqual([second.id]);
  });
});
