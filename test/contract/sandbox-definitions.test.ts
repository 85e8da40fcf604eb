import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties/models/PropertyCreate.js';
import { ObjectTypePropertyCreateTypeEnum } from '@hubspot/api-client/lib/codegen/crm/schemas/models/ObjectTypePropertyCreate.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { datedClient } from '../support/dated-client.ts';

const token = 'pat-test';
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ token, clientSecret: 'secret', now: () => 1_790_000_000_000 });
});
afterEach(() => sandbox[Symbol.asyncDispose]());

const crm = () => datedClient(sandbox.url, token).crm;
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 200,
    (error: { code: number }) => error.code,
  );
const text = (name: string) => ({
  name,
  label: name,
  groupName: 'l2r',
  type: PropertyCreateTypeEnum.String,
  fieldType: PropertyCreateFieldTypeEnum.Text,
});

test("a new portal has HubSpot's own properties and none of ours", async () => {
  for (const [type, least] of [
    ['contacts', 60],
    ['companies', 25],
    ['deals', 25],
  ] as const) {
    const { results } = await crm().properties.coreApi.getAll(type);
    expect(results.length).toBeGreaterThanOrEqual(least);
    expect(results.every((property) => property.hubspotDefined)).toBe(true);
  }
});

test('a group and its properties are made once; a second time they are a conflict', async () => {
  const group = { name: 'l2r', label: 'Lead to revenue', displayOrder: 1 };
  await crm().properties.groupsApi.create('contacts', group);
  expect(await codeOf(crm().properties.groupsApi.create('contacts', group))).toBe(409);
  expect((await crm().properties.groupsApi.getAll('contacts')).results.map(({ name }) => name)).toContain('l2r');

  const first = await crm().properties.batchApi.create('contacts', { inputs: [text('l2r_stage'), text('l2r_grade')] });
  expect(first.results.map(({ name }) => name)).toEqual(['l2r_stage', 'l2r_grade']);
  const second = await crm().properties.batchApi.create('contacts', { inputs: [text('l2r_stage'), text('l2r_icp')] });
  expect(second).toMatchObject({ numErrors: 1, errors: [{ category: 'CONFLICT', context: { name: ['l2r_stage'] } }] });
  expect(second.results.map(({ name }) => name)).toEqual(['l2r_icp']);
});

test("a property is changed and archived; one of HubSpot's own cannot be archived", async () => {
  await crm().properties.groupsApi.create('deals', { name: 'l2r', label: 'L2R', displayOrder: 1 });
  await crm().properties.coreApi.create('deals', text('l2r_note'));
  const changed = await crm().properties.coreApi.update('deals', 'l2r_note', { label: 'Note' });
  expect(changed.label).toBe('Note');
  await crm().properties.coreApi.archive('deals', 'l2r_note');
  expect(await codeOf(crm().properties.coreApi.getByName('deals', 'l2r_note'))).toBe(404);
  expect(await codeOf(crm().properties.coreApi.archive('deals', 'amount'))).toBe(400);
});

test('a wrong pair of type and field type is refused, and so is a group that does not exist', async () => {
  const properties = crm().properties.coreApi;
  await crm().properties.groupsApi.create('contacts', { name: 'l2r', label: 'L2R', displayOrder: 1 });
  const wrong = { ...text('l2r_a'), fieldType: PropertyCreateFieldTypeEnum.Number };
  expect(await codeOf(properties.create('contacts', wrong))).toBe(400);
  expect(await codeOf(properties.create('contacts', { ...text('l2r_a'), groupName: 'nowhere' }))).toBe(400);
  expect(await codeOf(properties.create('contacts', text('L2R_Upper')))).toBe(400);
});

const handoff = {
  name: 'l2r_handoff',
  labels: { singular: 'Handoff', plural: 'Handoffs' },
  primaryDisplayProperty: 'key',
  requiredProperties: ['key'],
  searchableProperties: ['key'],
  secondaryDisplayProperties: [],
  associatedObjects: ['CONTACT', 'DEAL'],
  properties: [
    {
      name: 'key',
      label: 'Key',
      type: ObjectTypePropertyCreateTypeEnum.String,
      fieldType: 'text',
      hasUniqueValue: true,
    },
    { name: 'state', label: 'State', type: ObjectTypePropertyCreateTypeEnum.String, fieldType: 'text' },
  ],
};

test('a custom object is made once, and its records are upserted by their unique property', async () => {
  const made = await crm().schemas.coreApi.create(handoff);
  expect(made.objectTypeId).toMatch(/^2-\d+$/);
  expect(made.fullyQualifiedName).toBe('p4400001_l2r_handoff');
  expect(await codeOf(crm().schemas.coreApi.create(handoff))).toBe(409);
  expect((await crm().schemas.coreApi.getAll()).results.map(({ name }) => name)).toEqual(['l2r_handoff']);
  expect((await crm().schemas.coreApi.getById('p4400001_l2r_handoff')).id).toBe(made.id);

  const upsert = (state: string) =>
    crm().objects.batchApi.upsert(made.fullyQualifiedName ?? '', {
      inputs: [{ id: 'h-1', idProperty: 'key', properties: { state } }],
    });
  expect((await upsert('OFFERED')).results.map((row) => row._new)).toEqual([true]);
  expect((await upsert('ACCEPTED')).results.map((row) => row._new)).toEqual([false]);
  const page = await crm().objects.basicApi.getPage(made.objectTypeId ?? '', 10, undefined, ['key', 'state']);
  expect(page.results.map((record) => record.properties)).toEqual([{ key: 'h-1', state: 'ACCEPTED' }]);
});

test('a custom object type is changed, linked to other types, and archived when it has no records left', async () => {
  const made = await crm().schemas.coreApi.create(handoff);
  const type = made.objectTypeId ?? '';
  expect(made.associations.map(({ toObjectTypeId }) => toObjectTypeId)).toEqual(['0-1', '0-3', '0-27', '0-46']);
  const linked = { fromObjectTypeId: type, toObjectTypeId: '0-2', name: 'handoff_to_company' };
  expect((await crm().schemas.coreApi.createAssociation(type, linked)).toObjectTypeId).toBe('0-2');
  const changed = await crm().schemas.coreApi.update(type, {
    secondaryDisplayProperties: ['state'],
    clearDescription: true,
  });
  expect(changed.secondaryDisplayProperties).toEqual(['state']);
  expect(await codeOf(crm().schemas.coreApi.update(type, { searchableProperties: ['gone'] }))).toBe(400);

  const record = await crm().objects.basicApi.create(type, { properties: { key: 'h-1' }, associations: [] });
  expect(await codeOf(crm().schemas.coreApi.archive(type))).toBe(400);
  await crm().objects.basicApi.archive(type, record.id);
  await crm().schemas.coreApi.archive(type);
  expect((await crm().schemas.coreApi.getAll(true)).results.map(({ name }) => name)).toEqual(['l2r_handoff']);
  expect((await crm().schemas.coreApi.getAll(false)).results).toEqual([]);
  expect(await codeOf(crm().objects.basicApi.getPage(type))).toBe(404);
  expect(await codeOf(crm().schemas.coreApi.create(handoff))).toBe(409);
  expect(await codeOf(crm().schemas.coreApi.archive(type, true))).toBe(400);
});

test('an archived object type without any record goes for good and leaves its name free', async () => {
  const type = (await crm().schemas.coreApi.create(handoff)).objectTypeId ?? '';
  await crm().schemas.coreApi.archive(type);
  await crm().schemas.coreApi.archive(type, true);
  expect(await codeOf(crm().schemas.coreApi.create(handoff))).toBe(200);
});

test('properties are read and archived in batches, each for itself', async () => {
  await crm().properties.groupsApi.create('deals', { name: 'l2r', label: 'L2R', displayOrder: 1 });
  await crm().properties.coreApi.create('deals', text('l2r_note'));
  const inputs = [{ name: 'l2r_note' }, { name: 'l2r_gone' }];
  const read = await crm().properties.batchApi.read('deals', { inputs, archived: false });
  expect(read.results.map(({ name }) => name)).toEqual(['l2r_note']);
  expect(read).toMatchObject({ numErrors: 1, errors: [{ category: 'OBJECT_NOT_FOUND' }] });
  await crm().properties.batchApi.archive('deals', { inputs });
  expect(await codeOf(crm().properties.coreApi.getByName('deals', 'l2r_note'))).toBe(404);
});

test('a portal without custom objects answers 403 to everything about schemas', async () => {
  await using plain = await startSandbox({
    token,
    clientSecret: 'secret',
    now: () => 0,
    switches: { customObjects: false },
  });
  const { schemas } = datedClient(plain.url, token).crm;
  expect(await codeOf(schemas.coreApi.getAll())).toBe(403);
  expect(await codeOf(schemas.coreApi.create(handoff))).toBe(403);
});
