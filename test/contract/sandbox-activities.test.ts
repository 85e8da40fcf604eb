import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/objects/models/AssociationSpec.js';
import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties/models/PropertyCreate.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { datedClient } from '../support/dated-client.ts';

const token = 'pat-test';
const due = '2026-03-02T09:00:00Z';
let sandbox: Sandbox;
let now = 0;

beforeEach(async () => {
  now = Date.parse('2026-03-01T08:00:00Z');
  sandbox = await startSandbox({ token, clientSecret: 'secret', now: () => now });
});
afterEach(() => sandbox[Symbol.asyncDispose]());

const crm = () => datedClient(sandbox.url, token).crm;
const objects = () => crm().objects;
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: { code: number; body: { errors?: { code: string }[] } }) =>
      `${error.code} ${error.body.errors?.[0]?.code ?? ''}`.trim(),
  );
const make = (type: string, properties: Record<string, string>, links: readonly (readonly [string, number])[] = []) =>
  objects().basicApi.create(type, {
    properties,
    associations: links.map(([id, associationTypeId]) => ({
      to: { id },
      types: [{ associationCategory: Category.HubspotDefined, associationTypeId }],
    })),
  });
const uniqueText = {
  name: 'l2r_task_key',
  label: 'Key',
  groupName: 'task',
  type: PropertyCreateTypeEnum.String,
  fieldType: PropertyCreateFieldTypeEnum.Text,
  hasUniqueValue: true,
};

describe('a task', () => {
  test('needs its due date, and is to do, not started and without priority until it says otherwise', async () => {
    expect(await refusal(make('tasks', { hs_task_subject: 'Call' }))).toBe('400 MISSING_REQUIRED_PROPERTY');
    const made = await make('tasks', { hs_task_subject: 'Call', hs_timestamp: due });
    expect(made.properties).toMatchObject({
      hs_timestamp: due,
      hs_task_status: 'NOT_STARTED',
      hs_task_priority: 'NONE',
      hs_task_type: 'TODO',
      hs_createdate: '2026-03-01T08:00:00Z',
    });
    expect(made.properties).not.toHaveProperty('hs_task_completion_date');
  });

  test.each([
    ['hs_task_status', 'DONE', '400 INVALID_OPTION'],
    ['hs_task_priority', 'high', '400 INVALID_OPTION'],
    ['hs_task_type', 'MEETING', '400 INVALID_OPTION'],
    ['hs_timestamp', 'tomorrow', '400 INVALID_DATE'],
    ['hs_task_reminders', '2026-03-02', '400 INVALID_LONG'],
    ['hs_task_completion_date', due, '400 READ_ONLY_VALUE'],
    ['hs_note_body', 'x', '400 PROPERTY_DOESNT_EXIST'],
    ['hubspot_owner_id', '77', '400 INVALID_OWNER_ID'],
  ])('with the %s %s is refused', async (name, value, code) => {
    expect(await refusal(make('tasks', { hs_timestamp: due, [name]: value }))).toBe(code);
  });

  test('says when it was completed, and no more when it is opened again', async () => {
    const { id } = await make('0-27', { hs_timestamp: String(Date.parse(due)), hs_task_reminders: '1772438400000' });
    const completedAt = async () =>
      (await objects().basicApi.getById('tasks', id, ['hs_task_completion_date'])).properties;
    now += 3_600_000;
    await objects().basicApi.update('tasks', id, { properties: { hs_task_status: 'COMPLETED' } });
    expect(await completedAt()).toEqual({ hs_task_completion_date: '2026-03-01T09:00:00Z' });
    now += 60_000;
    await objects().basicApi.update('tasks', id, { properties: { hs_task_status: 'COMPLETED', hs_task_body: 'x' } });
    expect(await completedAt()).toEqual({ hs_task_completion_date: '2026-03-01T09:00:00Z' });
    await objects().basicApi.update('tasks', id, { properties: { hs_task_status: 'IN_PROGRESS' } });
    expect(await completedAt()).toEqual({ hs_task_completion_date: null });
  });

  test('has its own properties, which may be unique, and cannot be merged', async () => {
    const { results } = await crm().properties.coreApi.getAll('tasks');
    expect(results.map(({ name }) => name)).toContain('hs_task_subject');
    const property = await crm().properties.coreApi.create('tasks', uniqueText);
    expect(property).toMatchObject({ hasUniqueValue: true, groupName: 'task', hubspotDefined: false });
    const [one, other] = [
      await make('tasks', { hs_timestamp: due, l2r_task_key: 'K-1' }),
      await make('tasks', { hs_timestamp: due }),
    ];
    expect(await refusal(make('tasks', { hs_timestamp: due, l2r_task_key: 'K-1' }))).toBe(
      '400 CONFLICTING_UNIQUE_VALUE',
    );
    const merge = { primaryObjectId: one.id, objectIdToMerge: other.id };
    const path = '/crm/objects/2026-09/tasks/merge';
    expect(await datedClient(sandbox.url, token).apiRequest({ method: 'POST', path, body: merge })).toMatchObject({
      status: 400,
    });
    const found = await objects().basicApi.getById('tasks', 'K-1', ['l2r_task_key'], [], [], false, 'l2r_task_key');
    expect(found.id).toBe(one.id);
  });
});

test('no more than ten properties of a type are unique', async () => {
  const inputs = Array.from({ length: 11 }, (_, index) => ({ ...uniqueText, name: `l2r_key_${index}` }));
  const answer = await crm().properties.batchApi.create('tasks', { inputs });
  expect(answer).toMatchObject({ numErrors: 1, errors: [{ context: { name: ['l2r_key_10'] } }] });
});

test('a note needs its moment and says what was written', async () => {
  expect(await refusal(make('notes', { hs_note_body: 'Called' }))).toBe('400 MISSING_REQUIRED_PROPERTY');
  const tooLong = { hs_timestamp: due, hs_note_body: 'x'.repeat(65_537) };
  expect(await refusal(make('notes', tooLong))).toBe('400 INVALID_LENGTH');
  const batch = await objects().batchApi.create('notes', {
    inputs: [{ properties: { hs_timestamp: due, hs_note_body: 'Called' }, associations: [] }],
  });
  expect(batch.results[0]?.properties).toMatchObject({ hs_note_body: 'Called', hs_timestamp: due });
  const read = await objects().batchApi.read('0-46', {
    inputs: [{ id: batch.results[0]?.id ?? '' }],
    properties: [],
    propertiesWithHistory: [],
  });
  expect(Object.keys(read.results[0]?.properties ?? {}).sort()).toEqual([
    'hs_createdate',
    'hs_lastmodifieddate',
    'hs_object_id',
  ]);
});

describe('links of tasks and notes', () => {
  const records = async () => ({
    contact: (await make('contacts', { email: 'a@b.example' })).id,
    company: (await make('companies', { name: 'B' })).id,
    deal: (await make('deals', { dealname: 'D', dealstage: 'qualifiedtobuy' })).id,
  });

  test.each([
    ['tasks', [204, 192, 216], [203, 191, 215]],
    ['notes', [202, 190, 214], [201, 189, 213]],
  ] as const)(
    'of %s come with the creation, and show on the other side',
    async (type, [contactId, companyId, dealId], back) => {
      const { contact, company, deal } = await records();
      const links = [
        [contact, contactId],
        [company, companyId],
        [deal, dealId],
      ] as const;
      const { id } = await make(type, { hs_timestamp: due }, links);
      const read = await objects().basicApi.getById(type, id, [], [], ['contacts', 'companies', 'deals']);
      const one = type.slice(0, -1);
      expect(read.associations).toMatchObject({
        contacts: { results: [{ id: contact, type: `${one}_to_contact` }] },
        companies: { results: [{ id: company, type: `${one}_to_company` }] },
        deals: { results: [{ id: deal, type: `${one}_to_deal` }] },
      });
      const kindFrom = async (from: string, fromId: string) =>
        (await crm().associations.v4.basicApi.getPage(from, fromId, type)).results[0]?.associationTypes[0]?.typeId;
      expect([
        await kindFrom('contacts', contact),
        await kindFrom('companies', company),
        await kindFrom('deals', deal),
      ]).toEqual(back);
    },
  );

  test('are refused when the kind leads elsewhere or is of another category', async () => {
    const { contact } = await records();
    expect(await refusal(make('tasks', { hs_timestamp: due }, [[contact, 202]]))).toBe('400');
    const wrong = {
      to: { id: contact },
      types: [{ associationCategory: Category.UserDefined, associationTypeId: 204 }],
    };
    const input = { properties: { hs_timestamp: due }, associations: [wrong] };
    expect(await refusal(objects().basicApi.create('tasks', input))).toBe('400');
    expect(await refusal(make('tasks', { hs_timestamp: due }, [['1', 204]]))).toBe('404');
    expect(sandbox.state().records['task'] ?? 0).toBe(0);
  });

  test('can be made and taken away in batches, and a labelled write replaces labels', async () => {
    const { contact, company, deal } = await records();
    const { id } = await make('tasks', { hs_timestamp: due });
    const { batchApi, basicApi } = crm().associations.v4;
    const pair = { _from: { id }, to: { id: contact } };
    const linked = await batchApi.createDefault('tasks', 'contacts', { inputs: [pair] });
    expect(linked.results.map((row) => row.associationSpec.associationTypeId)).toEqual([204, 203]);
    await batchApi.archive('tasks', 'contacts', { inputs: [{ _from: { id }, to: [{ id: contact }] }] });
    expect((await basicApi.getPage('tasks', id, 'contacts')).results).toEqual([]);

    const primary = [{ associationCategory: Category.HubspotDefined, associationTypeId: 5 }];
    const labelled = await basicApi.create('deals', deal, 'companies', company, primary);
    expect(labelled.labels).toEqual(['Primary']);
    const kinds = async () =>
      (await basicApi.getPage('deals', deal, 'companies')).results[0]?.associationTypes.map(({ typeId }) => typeId);
    expect((await kinds())?.sort()).toEqual([341, 5]);
    const types = primary;
    await batchApi.archiveLabels('deals', 'companies', {
      inputs: [{ _from: { id: deal }, to: { id: company }, types }],
    });
    expect(await kinds()).toEqual([341]);
    expect(await refusal(basicApi.create('tasks', id, 'contacts', contact, primary))).toBe('400');
  });
});

describe('an upsert by a unique property', () => {
  beforeEach(() => crm().properties.coreApi.create('tasks', uniqueText));
  const row = (key: string, properties: Record<string, string>, trace?: string) => ({
    id: key,
    idProperty: 'l2r_task_key',
    properties: { hs_timestamp: due, ...properties },
    ...(trace === undefined ? {} : { objectWriteTraceId: trace }),
  });
  const upsert = (...inputs: ReturnType<typeof row>[]) => objects().batchApi.upsert('tasks', { inputs });

  test('makes what is new and changes what is there, and says which', async () => {
    const first = await upsert(row('K-1', { hs_task_subject: 'Call' }));
    expect(first.results.map((each) => [each._new, each.properties['l2r_task_key']])).toEqual([[true, 'K-1']]);
    const second = await upsert(row('k-1', { hs_task_subject: 'Call back' }), row('K-2', {}));
    expect(second.results.map((each) => each._new)).toEqual([false, true]);
    expect(second.results[0]).toMatchObject({
      id: first.results[0]?.id,
      properties: { l2r_task_key: 'K-1', hs_task_subject: 'Call back' },
    });
  });

  test('keeps its good rows when every row has a trace id of its own, else all or none', async () => {
    const bad = { hs_task_status: 'DONE' };
    expect(await refusal(upsert(row('K-1', {}), row('K-2', bad)))).toBe('400 INVALID_OPTION');
    expect(sandbox.state().records['task'] ?? 0).toBe(0);
    const answer = await upsert(row('K-1', {}, 'a'), row('K-2', bad, 'b'));
    expect(answer.results.map((each) => [each._new, each.objectWriteTraceId])).toEqual([[true, 'a']]);
    expect(answer).toMatchObject({ numErrors: 1, errors: [{ context: { objectWriteTraceId: ['b'] } }] });
  });

  test('by a property that is not unique, and with a key twice, is refused', async () => {
    const inputs = [{ id: 'x', idProperty: 'hs_task_subject', properties: { hs_timestamp: due } }];
    expect(await refusal(objects().batchApi.upsert('tasks', { inputs }))).toBe('400');
    expect(await refusal(upsert(row('K-1', {}), row('k-1', {})))).toBe('400');
  });

  test('makes an archived record anew', async () => {
    const first = (await upsert(row('K-1', {}))).results[0]?.id ?? '';
    await objects().basicApi.archive('tasks', first);
    const second = (await upsert(row('K-1', {}))).results[0];
    expect(second?._new).toBe(true);
    expect(second?.id).not.toBe(first);
  });
});

test('where the documentation is silent, results may lack trace ids and come in another order', async () => {
  await using other = await startSandbox({
    token,
    clientSecret: 'secret',
    now: () => now,
    switches: { traceIdsInResults: false, resultOrder: 'reversed' },
  });
  const inputs = ['1', '2'].map((body) => ({
    properties: { hs_timestamp: due, hs_note_body: body },
    associations: [],
    objectWriteTraceId: body,
  }));
  const answer = await datedClient(other.url, token).crm.objects.batchApi.create('notes', { inputs });
  expect(answer.results.map((each) => [each.properties['hs_note_body'], each.objectWriteTraceId])).toEqual([
    ['2', undefined],
    ['1', undefined],
  ]);
});
