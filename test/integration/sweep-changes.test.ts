import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../src/domain/values/instant.ts';
import { linkRecords } from '../../src/sandbox/link-records.ts';
import { mergeRecords } from '../../src/sandbox/merge-records.ts';
import { companyType, contactType, dealType } from '../../src/sandbox/object-types.ts';
import type { Origin } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { livePortal, settleDown, START, type World } from '../support/live-portal.ts';
import { createAsApp, updateAsApp, updateAsPerson } from '../support/new-portal.ts';
import { serverStore } from '../support/stores.ts';

let database: Database;
const store = serverStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

/** A portal whose webhooks are all lost from now on, and that was looked at once. */
async function deafPortal(searchLagMs = 0): Promise<World> {
  const here = await livePortal(database, { switches: { searchLagMs }, searchesPerSecond: 1_000_000 });
  await settleDown(here);
  here.sandbox.webhooks.setTarget(undefined);
  await minute(here);
  return here;
}

async function minute({ backend, time }: World): Promise<void> {
  time.now += MINUTE_MS;
  await backend.untilDone(() => backend.work.tick(backend.portalId));
}

const person = ({ time }: World): Origin => ({ at: time.now, sourceType: 'CRM_UI', sourceId: 'userId:5' });
const query = async ({ backend }: World, text: string): Promise<Record<string, unknown>[]> =>
  (await database.inPortal(backend.portalId, (tx) => tx.query(text))).rows;
const values = async (here: World, property: string) =>
  (await query(here, `select value from attribute where property = '${property}' order by occurred_at`)).map(
    ({ value }) => value,
  );
const callsOf = ({ sandbox }: World, family: string): number => sandbox.state().calls.byFamily[family] ?? 0;

it('a change that no webhook tells is seen with its own time, of contacts, companies and deals', async () => {
  await using here = await deafPortal();
  const { portal } = here.sandbox;
  const company = createAsApp(portal, companyType, { name: 'Acme', numberofemployees: '80' }, here.time.now);
  const deal = createAsApp(portal, dealType, { dealname: 'D', dealstage: 'qualifiedtobuy' }, here.time.now);
  updateAsPerson(portal, here.contact, { jobtitle: 'CTO' }, here.time.now);
  const at = here.time.now;
  await minute(here);
  expect(await values(here, 'jobtitle')).toEqual(['CTO']);
  expect(await values(here, 'numberofemployees')).toEqual(['80']);
  expect(await query(here, `select stage from deal where deal_id = '${deal.id}'`)).toEqual([
    { stage: 'qualifiedtobuy' },
  ]);
  expect(await query(here, "select occurred_at from attribute where property = 'jobtitle'")).toEqual([
    { occurred_at: at },
  ]);
  updateAsPerson(portal, company, { numberofemployees: '' }, here.time.now);
  await minute(here);
  expect(await values(here, 'numberofemployees')).toEqual(['80', '']);
});

it('is found however far the search lags behind', async () => {
  await using here = await deafPortal(90 * SECOND_MS);
  updateAsPerson(here.sandbox.portal, here.contact, { jobtitle: 'CTO' }, here.time.now);
  await minute(here);
  expect(await values(here, 'jobtitle')).toEqual([]);
  await minute(here);
  expect(await values(here, 'jobtitle')).toEqual(['CTO']);
});

it('a link, a merge and a restored record are found with the record that changed', async () => {
  await using here = await deafPortal();
  const { portal } = here.sandbox;
  const company = createAsApp(portal, companyType, { name: 'Acme' }, here.time.now);
  const twin = createAsApp(portal, contactType, { email: 'twin@buyer.example' }, here.time.now);
  await minute(here);
  linkRecords(
    portal,
    here.contact,
    company,
    portal.associationTypes.labelled(contactType, companyType, null),
    person(here),
  );
  mergeRecords(portal, here.contact, twin, person(here));
  await minute(here);
  expect(await query(here, 'select contact_id, company_id from contact_company')).toEqual([
    { contact_id: here.contact.id, company_id: company.id },
  ]);
  expect(await query(here, `select survivor_id from record where object_id = '${twin.id}'`)).toEqual([
    { survivor_id: here.contact.id },
  ]);
  portal.archive(company, person(here));
  await here.backend.untilDone(() => here.backend.work.sweep(here.backend.portalId, () => {}));
  portal.restore(company, person(here));
  updateAsPerson(portal, company, { industry: 'BANKING' }, (here.time.now += MINUTE_MS));
  await minute(here);
  expect(await query(here, `select deleted_at from record where object_id = '${company.id}'`)).toEqual([
    { deleted_at: null },
  ]);
});

it('our own writes and what is known already cost a search and no read', async () => {
  await using here = await deafPortal();
  updateAsApp(here.sandbox.portal, here.contact, { l2r_attempt: '7' }, here.time.now);
  const [reads, searches] = [callsOf(here, 'objects'), callsOf(here, 'search')];
  await minute(here);
  await minute(here);
  expect(callsOf(here, 'objects')).toBe(reads);
  expect(callsOf(here, 'search')).toBeGreaterThan(searches);
});

it('more than a page changed at one instant, as by an import, is all found', async () => {
  await using here = await deafPortal();
  here.time.now += MINUTE_MS;
  const make = (index: number) =>
    createAsApp(here.sandbox.portal, companyType, { name: `C${index}` }, here.time.now + Math.min(0, index - 10));
  const many = Array.from({ length: 450 }, (_, index) => make(index));
  await minute(here);
  expect(await query(here, "select count(*)::int as n from record where object_type = 'company'")).toEqual([
    { n: many.length },
  ]);
});

it('nothing is looked for before the portal was read once, and all that changed since then', async () => {
  await using here = await deafPortal();
  await database.inPortal(here.backend.portalId, (tx) => tx.query('update portal set backfilled_at = null'));
  updateAsPerson(here.sandbox.portal, here.contact, { jobtitle: 'CTO' }, here.time.now);
  for (let look = 0; look < 5; look += 1) await minute(here);
  expect(await values(here, 'jobtitle')).toEqual([]);
  await database.inPortal(here.backend.portalId, (tx) =>
    tx.query('update portal set backfilled_at = $1', [here.time.now]),
  );
  await minute(here);
  expect(await values(here, 'jobtitle')).toEqual(['CTO']);
});

it('more properties than a search can name are not asked for, and everything found is then read', async () => {
  await using here = await deafPortal();
  const properties = Array.from({ length: 200 }, (_, index) => `a_property_that_a_rule_asks_about_${index}`);
  const ask = (names: readonly string[]) =>
    here.backend.core.gateway.changedRecords({ type: 'contact', properties: names, from: { at: START } }, 'background');
  expect((await ask(properties)).records.map((record) => record.properties)).toEqual([undefined]);
  expect((await ask(['lifecyclestage'])).records[0]?.properties).toMatchObject({ lifecyclestage: 'lead' });
});
