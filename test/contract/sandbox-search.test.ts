import { FilterOperatorEnum as Operator } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { datedClient } from '../support/dated-client.ts';

const token = 'pat-test';
let sandbox: Sandbox;
let now = Date.parse('2026-03-01T08:00:00Z');

const start = (more: { searchesPerSecond?: number; callsPerDay?: number } = {}) =>
  startSandbox({ token, clientSecret: 'secret', now: () => now, searchesPerSecond: 1_000, ...more });
beforeEach(async () => {
  sandbox = await start();
});
afterEach(() => sandbox[Symbol.asyncDispose]());

const objects = () => datedClient(sandbox.url, token).crm.objects;
const make = (email: string) => objects().basicApi.create('contacts', { properties: { email }, associations: [] });
const post = (from: Sandbox, path: string, body: unknown) =>
  fetch(from.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const search = '/crm/objects/2026-09/contacts/search';

test('a search goes page by page through all it finds, and counts it', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) await make(`${name}@pages.example`);
  await make('other@else.example');
  now += 10_000;
  const filters = [{ propertyName: 'email', operator: Operator.ContainsToken, value: '*@pages.example' }];
  const seen: (string | null | undefined)[] = [];
  let after: string | undefined = '0';
  while (after !== undefined) {
    const page: Awaited<ReturnType<ReturnType<typeof objects>['searchApi']['doSearch']>> =
      await objects().searchApi.doSearch('contacts', {
        filterGroups: [{ filters }],
        sorts: ['-email'],
        properties: ['email', 'nothing_like_it'],
        limit: 2,
        after,
      });
    expect(page.total).toBe(5);
    seen.push(...page.results.map((record) => record.properties['email']));
    after = page.paging?.next?.after;
  }
  expect(seen).toEqual(['e', 'd', 'c', 'b', 'a'].map((name) => `${name}@pages.example`));
});

test('without properties the small default set is answered, as HubSpot keeps it', async () => {
  await make('a@b.example');
  expect(await (await post(sandbox, search, {})).json()).toEqual({ total: 0, results: [] });
  now += 5_000;
  const answer = (await (await post(sandbox, search, {})).json()) as { results: { properties: object }[] };
  expect(Object.keys(answer.results[0]?.properties ?? {}).sort()).toEqual([
    'createdate',
    'email',
    'firstname',
    'hs_object_id',
    'lastmodifieddate',
    'lastname',
  ]);
});

test('the sixth search of a second is refused by the second; searches carry no headers of limits', async () => {
  await using own = await start({ searchesPerSecond: 5 });
  const answers = await Promise.all(Array.from({ length: 6 }, () => post(own, search, {})));
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused).toHaveLength(1);
  expect(await refused[0]?.json()).toMatchObject({
    policyName: 'SECONDLY',
    message: 'You have reached your secondly limit.',
  });
  for (const answer of answers) {
    expect([...answer.headers.keys()].filter((name) => name.startsWith('x-hubspot-ratelimit'))).toEqual([]);
  }
  expect((await post(own, '/crm/objects/2026-09/contacts/batch/read', { inputs: [{ id: '1' }] })).status).toBe(207);
});

test('the call over the limit of the day is refused until midnight in the portal', async () => {
  await using own = await start({ callsPerDay: 1 });
  expect((await post(own, search, {})).status).toBe(200);
  const refused = await post(own, search, {});
  expect([refused.status, await refused.json()]).toMatchObject([429, { policyName: 'DAILY' }]);
  now += 24 * 3_600_000;
  expect((await post(own, search, {})).status).toBe(200);
});

test('custom objects, tasks and notes can be searched, object types left out cannot', async () => {
  for (const type of ['tasks', 'notes', 'companies', 'deals', '0-1']) {
    expect((await post(sandbox, `/crm/v3/objects/${type}/search`, {})).status).toBe(200);
  }
  expect((await post(sandbox, '/crm/objects/2026-09/tickets/search', {})).status).toBe(501);
  const unknown = await post(sandbox, search, { sorts: ['nothing_like_it'] });
  expect(await unknown.json()).toMatchObject({
    category: 'VALIDATION_ERROR',
    errors: [{ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['nothing_like_it'] } }],
  });
});
