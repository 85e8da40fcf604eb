import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../src/domain/values/instant.ts';
import { linkRecords } from '../../src/sandbox/link-records.ts';
import { loadFolder } from '../../src/sandbox/load-folder.ts';
import { mergeRecords } from '../../src/sandbox/merge-records.ts';
import { companyType, contactType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord, Origin } from '../../src/sandbox/record-table.ts';
import type { Switches } from '../../src/sandbox/switches.ts';
import type { Database } from '../../src/store/database.ts';
import { livePortal, settleDown, type World } from '../support/live-portal.ts';
import { createAsApp, updateAsPerson } from '../support/new-portal.ts';
import { cleanFiles, readFiles } from '../support/portal-folder.ts';
import { serverStore } from '../support/stores.ts';

const READINGS: readonly [string, Partial<Switches>][] = [
  ['HubSpot as we think it is', {}],
  ['all of it the other way', { firstCompanyIsPrimary: false, noAssociations: 'omitted', mergedContactId: 'new' }],
];

describe.each(READINGS)('contacts and their companies, with %s', (_name, switches) => {
  let database: Database;
  const store = serverStore();
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const open = () =>
    livePortal(database, {
      switches: { searchLagMs: 0, ...switches },
    });

  const company = ({ sandbox, time }: World, name: string, more: Record<string, string> = {}) =>
    createAsApp(sandbox.portal, companyType, { name, ...more }, time.now);
  const contact = ({ sandbox, time }: World, name: string) =>
    createAsApp(sandbox.portal, contactType, { email: `${name}@buyer.example` }, time.now);
  const origin = ({ time }: World): Origin => ({
    at: (time.now += HOUR_MS),
    sourceType: 'CRM_UI',
    sourceId: 'userId:5',
  });

  function link(here: World, from: CrmRecord, to: CrmRecord, label: string | null = null): void {
    const { portal } = here.sandbox;
    linkRecords(portal, from, to, portal.associationTypes.labelled(contactType, companyType, label), origin(here));
  }

  const held = async ({ backend }: World): Promise<unknown[]> => {
    const { rows } = await database.inPortal(backend.portalId, (tx) =>
      tx.query<{ contact_id: string; company_id: string }>(
        'select contact_id, company_id from contact_company order by contact_id',
      ),
    );
    return rows.map((row) => [row.contact_id, row.company_id]);
  };
  const sweep = ({ backend }: World) => backend.untilDone(() => backend.work.sweep(backend.portalId, () => {}));
  const pairs = (...all: readonly (readonly [CrmRecord, CrmRecord])[]) =>
    all.map(([one, other]) => [one.id, other.id]).sort();

  it('are read in together, the company before anything is told of it', async () => {
    await using here = await open();
    here.sandbox.webhooks.setTarget(undefined);
    const acme = company(here, 'Acme', { industry: 'BANKING' });
    link(here, here.contact, acme);
    await sweep(here);
    expect(await held(here)).toEqual(pairs([here.contact, acme]));
    const { rows } = await database.inPortal(here.backend.portalId, (tx) =>
      tx.query('select property, value from attribute where object_id = $1 order by property', [acme.id]),
    );
    expect(rows).toEqual([
      { property: 'industry', value: 'BANKING' },
      { property: 'name', value: 'Acme' },
    ]);
  });

  it('come with a portal folder', async () => {
    await using here = await open();
    loadFolder(here.sandbox.portal, await readFiles({ ...cleanFiles }));
    await sweep(here);
    expect(await held(here)).toEqual([['1', '100']]);
  });

  it('are followed by webhooks: linked, moved, taken apart, each at its own time', async () => {
    await using here = await open();
    const [acme, bolt] = [company(here, 'Acme'), company(here, 'Bolt')];
    const kim = contact(here, 'kim2');
    link(here, kim, acme, 'Primary');
    const linkedAt = here.time.now;
    await settleDown(here);
    expect(await held(here)).toEqual(pairs([kim, acme]));
    link(here, kim, bolt);
    await settleDown(here);
    expect(await held(here)).toEqual(pairs([kim, acme]));
    link(here, kim, bolt, 'Primary');
    const movedAt = here.time.now;
    await settleDown(here);
    expect(await held(here)).toEqual(pairs([kim, bolt]));
    here.sandbox.portal.unlink(kim, bolt, origin(here));
    here.sandbox.portal.unlink(kim, acme, origin(here));
    await settleDown(here);
    expect(await held(here)).toEqual([]);
    const { rows } = await database.inPortal(here.backend.portalId, (tx) =>
      tx.query("select occurred_at, event_type, value from event where object_id = $1 and property = 'company'", [
        kim.id,
      ]),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { occurred_at: linkedAt, event_type: 'associated', value: acme.id },
        { occurred_at: movedAt, event_type: 'dissociated', value: acme.id },
        { occurred_at: movedAt, event_type: 'associated', value: bolt.id },
      ]),
    );
  });

  it('follow merges of contacts and of companies', async () => {
    await using here = await open();
    const [acme, bolt] = [company(here, 'Acme'), company(here, 'Bolt')];
    const [kim, lee] = [contact(here, 'kim3'), contact(here, 'lee3')];
    link(here, kim, acme, 'Primary');
    link(here, lee, bolt, 'Primary');
    await settleDown(here);
    mergeRecords(here.sandbox.portal, acme, bolt, origin(here));
    await settleDown(here);
    expect(await held(here)).toEqual(pairs([kim, acme], [lee, acme]));
    const survivor = mergeRecords(here.sandbox.portal, kim, lee, origin(here));
    await settleDown(here);
    expect(await held(here)).toEqual(pairs([survivor, acme]));
    await sweep(here);
    expect(await held(here)).toEqual(pairs([survivor, acme]));
  });

  it('outlast the recycle bin', async () => {
    await using here = await open();
    const acme = company(here, 'Acme');
    link(here, here.contact, acme, 'Primary');
    await settleDown(here);
    here.sandbox.portal.archive(acme, origin(here));
    await settleDown(here);
    await sweep(here);
    here.sandbox.portal.restore(acme, origin(here));
    await settleDown(here);
    expect(await held(here)).toEqual(pairs([here.contact, acme]));
    here.sandbox.portal.archive(here.contact, origin(here));
    await settleDown(here);
    here.sandbox.portal.restore(here.contact, origin(here));
    await settleDown(here);
    expect(await held(here)).toEqual(pairs([here.contact, acme]));
  });

  it('are mended by the daily read when no webhook came', async () => {
    await using here = await open();
    const [acme, bolt] = [company(here, 'Acme'), company(here, 'Bolt')];
    link(here, here.contact, acme, 'Primary');
    await settleDown(here);
    here.sandbox.webhooks.setTarget(undefined);
    link(here, here.contact, bolt, 'Primary');
    updateAsPerson(here.sandbox.portal, acme, { industry: 'INSURANCE' }, here.time.now);
    await sweep(here);
    expect(await held(here)).toEqual(pairs([here.contact, bolt]));
  });
});
