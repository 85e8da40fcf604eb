import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/AssociationSpec.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { datedClient } from '../support/dated-client.ts';

const token = 'pat-test';
let sandbox: Sandbox;
let now = Date.parse('2026-03-01T08:00:00Z');

beforeAll(async () => {
  sandbox = await startSandbox({ token, clientSecret: 'secret', now: () => now, seed: 7 });
  for (const [id, archived] of [
    ['11', false],
    ['12', false],
    ['13', true],
  ] as const) {
    sandbox.portal.owners.put({
      id,
      email: `o${id}@own.example`,
      firstName: 'O',
      lastName: id,
      team: 'Sales',
      archived,
    });
  }
});

afterAll(() => sandbox[Symbol.asyncDispose]());

const client = () => datedClient(sandbox.url, token);
const objects = () => client().crm.objects;
const newContact = (email: string, more: Record<string, string> = {}) =>
  objects().basicApi.create('contacts', { properties: { email, ...more }, associations: [] });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 200,
    (error: { code: number; body: unknown }) => error.code,
  );

test('a contact is made, found in the list with its history, changed and archived', async () => {
  const made = await newContact('ada@first.example', { lifecyclestage: 'lead' });
  now += 60_000;
  const changed = await objects().basicApi.update('contacts', made.id, {
    properties: { lifecyclestage: 'marketingqualifiedlead' },
  });
  expect(changed.updatedAt.getTime()).toBe(now);

  const page = await objects().basicApi.getPage(
    'contacts',
    50,
    undefined,
    ['email', 'nothing_like_it', 'phone'],
    ['lifecyclestage'],
  );
  const listed = page.results.find((record) => record.id === made.id);
  expect(listed?.properties).toEqual({
    email: 'ada@first.example',
    phone: null,
    lifecyclestage: 'marketingqualifiedlead',
  });
  expect(
    listed?.propertiesWithHistory?.['lifecyclestage']?.map(({ value, sourceType }) => [value, sourceType]),
  ).toEqual([
    ['marketingqualifiedlead', 'INTEGRATION'],
    ['lead', 'INTEGRATION'],
  ]);
  expect(page.paging).toBeUndefined();

  await objects().basicApi.archive('contacts', made.id);
  expect(await codeOf(objects().basicApi.getById('contacts', made.id))).toBe(404);
  const bin = await objects().basicApi.getPage('contacts', 10, undefined, [], [], [], true);
  expect(bin.results.find((record) => record.id === made.id)?.archived).toBe(true);
});

test('a list goes page by page until there is no paging any more', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) await newContact(`${name}@pages.example`);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await objects().basicApi.getPage('0-1', 2, after, ['email']);
    seen.push(...page.results.map((record) => record.properties['email'] ?? ''));
    after = page.paging?.next?.after;
  } while (after !== undefined);
  expect(seen.filter((email) => email.endsWith('@pages.example'))).toHaveLength(5);
  expect(new Set(seen).size).toBe(seen.length);
});

test('a batch read answers what is there and one error row for what is not', async () => {
  const made = await newContact('read@batch.example');
  const inputs = [{ id: made.id }, { id: '999' }, { id: '998' }];
  const read = await objects().batchApi.read('contacts', {
    inputs,
    properties: ['email'],
    propertiesWithHistory: ['email'],
  });
  expect(read.results.map((record) => record.id)).toEqual([made.id]);
  expect(read).toMatchObject({
    numErrors: 1,
    errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['999', '998'] } }],
  });
});

test('a batch read with history takes 50 inputs and not 51', async () => {
  const inputs = Array.from({ length: 51 }, (_, index) => ({ id: String(index) }));
  const call = objects().batchApi.read('contacts', { inputs, properties: [], propertiesWithHistory: ['email'] });
  expect(await codeOf(call)).toBe(400);
});

test('a batch update with trace ids keeps the good rows', async () => {
  const made = await newContact('update@batch.example');
  const updated = await objects().batchApi.update('contacts', {
    inputs: [
      { id: made.id, properties: { firstname: 'Up' }, objectWriteTraceId: 'one' },
      { id: '997', properties: { firstname: 'No' }, objectWriteTraceId: 'two' },
    ],
  });
  expect(updated.results.map((record) => record.properties['firstname'])).toEqual(['Up']);
  expect(updated).toMatchObject({ numErrors: 1, errors: [{ context: { objectWriteTraceId: ['two'] } }] });
});

test('a bad row without trace ids refuses the whole batch and changes nothing', async () => {
  const made = await newContact('whole@batch.example');
  const inputs = [
    { id: made.id, properties: { firstname: 'Not me' } },
    { id: made.id.replace(/.$/, 'x'), properties: { firstname: 'Nor me' } },
  ];
  expect(await codeOf(objects().batchApi.update('contacts', { inputs }))).toBe(404);
  const read = await objects().basicApi.getById('contacts', made.id, ['firstname']);
  expect(read.properties['firstname']).toBeNull();
});

test('links are read back in batches, from both sides', async () => {
  const company = await objects().basicApi.create('companies', { properties: { name: 'Linked' }, associations: [] });
  const contact = await newContact('linked@links.example');
  const associationCategory = AssociationSpecAssociationCategoryEnum.HubspotDefined;
  const deal = await objects().basicApi.create('deals', {
    properties: { dealname: 'Linked deal', dealstage: 'qualifiedtobuy' },
    associations: [{ to: { id: contact.id }, types: [{ associationCategory, associationTypeId: 3 }] }],
  });
  await client().crm.associations.v4.basicApi.createDefault('contacts', contact.id, 'companies', company.id);

  const fromDeal = await client().crm.associations.v4.batchApi.getPage('deals', 'contacts', {
    inputs: [{ id: deal.id }],
  });
  expect(fromDeal.results.map((row) => [row._from.id, row.to.map((to) => String(to.toObjectId))])).toEqual([
    [deal.id, [contact.id]],
  ]);
  const fromContact = await client().crm.associations.v4.batchApi.getPage('contacts', 'companies', {
    inputs: [{ id: contact.id }],
  });
  const kinds = fromContact.results.flatMap((row) =>
    row.to.flatMap((to) => to.associationTypes.map((type) => type.typeId)),
  );
  expect(kinds.sort((left, right) => left - right)).toEqual([1, 279]);
  const none = await client().crm.associations.v4.batchApi.getPage('companies', 'deals', {
    inputs: [{ id: company.id }],
  });
  expect(none).toMatchObject({
    results: [],
    numErrors: 1,
    errors: [{ subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' }],
  });
});

test('the deal pipeline says which stages are closed and won', async () => {
  const pipelines = await client().crm.pipelines.pipelinesApi.getAll('deals');
  const won = pipelines.results[0]?.stages.find((stage) => stage.id === 'closedwon');
  expect(won?.metadata).toEqual({ isClosed: 'true', probability: '1.0' });
});

test('owners come page by page, deactivated ones apart', async () => {
  const first = await client().crm.owners.ownersApi.getPage(undefined, undefined, 1, false);
  expect(first.results.map((owner) => owner.id)).toEqual(['11']);
  const second = await client().crm.owners.ownersApi.getPage(undefined, first.paging?.next?.after, 1, false);
  expect(second.results.map((owner) => owner.id)).toEqual(['12']);
  expect(second.paging).toBeUndefined();
  const gone = await client().crm.owners.ownersApi.getPage(undefined, undefined, 100, true);
  expect(gone.results.map((owner) => [owner.id, owner.userId])).toEqual([['13', undefined]]);
});

test('the account tells its id, zone and currency', async () => {
  const answer = await client().apiRequest({ method: 'GET', path: '/account-info/2026-09/details' });
  expect(await answer.json()).toMatchObject({
    portalId: 4_400_001,
    timeZone: 'UTC',
    companyCurrency: 'EUR',
    utcOffset: '+00:00',
  });
});

test('no call used a numbered path', () => {
  expect(sandbox.state().calls).toMatchObject({ numbered: 0, unknown: 0 });
  expect(sandbox.state().calls.dated).toBeGreaterThan(20);
});
