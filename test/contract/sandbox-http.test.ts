import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { webhookTarget } from '../support/webhook-target.ts';

const token = 'pat-test';
const start = (more: Partial<SandboxOptions> = {}) =>
  startSandbox({ token, clientSecret: 'secret', now: () => 1_790_000_000_000, ...more });

async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json =
    /json/.test(answer.headers.get('content-type') ?? '') && text !== '' ? (JSON.parse(text) as unknown) : text;
  return { status: answer.status, body: json as Record<string, unknown>, headers: answer.headers };
}

const contacts = '/crm/objects/2026-09/contacts';

test('an unknown token is refused, on every path', async () => {
  await using sandbox = await start();
  const answer = await call(sandbox, 'GET', contacts, undefined, { authorization: 'Bearer other' });
  expect(answer).toMatchObject({ status: 401, body: { category: 'INVALID_AUTHENTICATION' } });
  expect(answer.headers.get('x-hubspot-correlation-id')).toBe(answer.body['correlationId']);
});

test('what is not emulated answers 501 and says so', async () => {
  await using sandbox = await start();
  for (const path of [
    '/events/event-occurrences/2026-09',
    '/crm/imports/2026-09',
    '/crm/objects/2026-09/tickets/batch/read',
  ]) {
    const answer = await call(sandbox, 'POST', path, {});
    expect(answer).toMatchObject({ status: 501, body: { category: 'NOT_EMULATED' } });
  }
  expect((await call(sandbox, 'POST', '/crm/imports/2026-09', {})).body['message']).toContain('/crm/imports/2026-09');
});

test('numbered and dated paths reach the same records and are counted apart', async () => {
  await using sandbox = await start();
  await call(sandbox, 'POST', '/crm/v3/objects/contacts', { properties: { email: 'a@b.example' } });
  const listed = await call(sandbox, 'GET', `/${contacts}//?properties=email,firstname&properties=lastname`);
  expect(listed.body).toMatchObject({
    results: [{ properties: { email: 'a@b.example', firstname: null, lastname: null } }],
  });
  expect(sandbox.state().calls).toMatchObject({ numbered: 1, dated: 1, byFamily: { objects: 2 } });
});

test('a body that is no JSON, and one of another type, are refused', async () => {
  await using sandbox = await start();
  expect(await call(sandbox, 'POST', contacts, '{"properties":')).toMatchObject({
    status: 400,
    body: { category: 'VALIDATION_ERROR' },
  });
  expect((await call(sandbox, 'POST', contacts, 'a=b', { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await call(sandbox, 'POST', contacts, { properties: { email: ['a'] } })).status).toBe(400);
});

test('limits out of range and unknown object types are refused', async () => {
  await using sandbox = await start();
  for (const query of ['?limit=101', '?limit=0', '?limit=x', '?limit=51&propertiesWithHistory=email']) {
    expect((await call(sandbox, 'GET', contacts + query)).status).toBe(400);
  }
  expect(await call(sandbox, 'GET', '/crm/objects/2026-09/gadgets')).toMatchObject({
    status: 400,
    body: { message: 'Unable to infer object type from: gadgets' },
  });
});

test('the call over the limit answers 429 with the policy that the client knows', async () => {
  await using sandbox = await start({ callsPerTenSeconds: 2 });
  await call(sandbox, 'GET', contacts);
  expect((await call(sandbox, 'GET', contacts)).headers.get('x-hubspot-ratelimit-remaining')).toBe('0');
  expect(await call(sandbox, 'GET', contacts)).toMatchObject({
    status: 429,
    body: { policyName: 'TEN_SECONDLY_ROLLING', errorType: 'RATE_LIMIT', status: 'error' },
  });
  expect(sandbox.state().limits.refused).toBe(1);
});

test('a contact is found by e-mail address, and by the id of one that was merged into it', async () => {
  await using sandbox = await start();
  const made = async (email: string) =>
    (await call(sandbox, 'POST', contacts, { properties: { email } })).body['id'] as string;
  const [first, second] = [await made('a+b@c.example'), await made('d@c.example')];
  const byEmail = await call(sandbox, 'GET', `${contacts}/a%2Bb%40c.example?idProperty=email`);
  expect(byEmail.body['id']).toBe(first);
  const merged = await call(sandbox, 'POST', `${contacts}/merge`, { primaryObjectId: first, objectIdToMerge: second });
  expect(merged.status).toBe(200);
  expect((await call(sandbox, 'GET', `${contacts}/${second}`)).body['id']).toBe(first);
  expect((await call(sandbox, 'PATCH', `${contacts}/${second}`, { properties: { city: 'Bonn' } })).body['id']).toBe(
    first,
  );
  const batch = await call(sandbox, 'POST', `${contacts}/batch/read`, {
    inputs: [{ id: second }],
    properties: ['email'],
  });
  expect(batch).toMatchObject({ status: 207, body: { results: [], numErrors: 1 } });
});

test('links of a list read name the kind of link, and ids of links are exact integers', async () => {
  await using sandbox = await start();
  const { portal } = sandbox;
  const origin = { at: 1, sourceType: 'IMPORT', sourceId: '' };
  portal.insert('0-1', { id: '9007199254740993', createdAt: 1 }, origin);
  portal.insert('0-2', { id: '9007199254740995', createdAt: 1 }, origin);
  const path = '/crm/objects/2026-09/contacts/9007199254740993/associations';
  expect((await call(sandbox, 'PUT', `${path}/default/companies/9007199254740995`)).status).toBe(200);
  const read = await call(sandbox, 'GET', `${contacts}?associations=companies`);
  expect(read.body).toMatchObject({
    results: [
      {
        associations: {
          companies: {
            results: [
              { id: '9007199254740995', type: 'contact_to_company_unlabeled' },
              { id: '9007199254740995', type: 'contact_to_company' },
            ],
          },
        },
      },
    ],
  });
  const raw = await fetch(sandbox.url + `${path}/companies`, { headers: { authorization: `Bearer ${token}` } });
  expect(await raw.text()).toContain('"toObjectId":9007199254740995,');
});

test('a batch create is all or nothing, but with trace ids each row stands for itself', async () => {
  await using sandbox = await start();
  const rows = (trace: boolean) => ({
    inputs: ['ok@b.example', 'nonsense'].map((email, index) => {
      return { properties: { email }, ...(trace ? { objectWriteTraceId: `row-${index}` } : {}) };
    }),
  });
  expect((await call(sandbox, 'POST', `${contacts}/batch/create`, rows(false))).status).toBe(400);
  expect(sandbox.state().records['contact']).toBe(0);
  expect(await call(sandbox, 'POST', `${contacts}/batch/create`, rows(true))).toMatchObject({
    status: 207,
    body: { status: 'COMPLETE', numErrors: 1, errors: [{ context: { objectWriteTraceId: ['row-1'] } }] },
  });
  const twice = { inputs: [1, 2].map(() => ({ properties: { email: 'twice@b.example' } })) };
  expect((await call(sandbox, 'POST', `${contacts}/batch/create`, twice)).status).toBe(409);
});

test('by the other reading of the documentation batch updates with trace ids are all or nothing too', async () => {
  await using sandbox = await start({ switches: { batchUpdate: 'all-or-nothing' } });
  const { id } = (await call(sandbox, 'POST', contacts, { properties: { email: 'a@b.example' } })).body;
  const inputs = [
    { id, properties: { city: 'Bonn' }, objectWriteTraceId: '1' },
    { id: '5', properties: { city: 'Bonn' }, objectWriteTraceId: '2' },
  ];
  expect((await call(sandbox, 'POST', `${contacts}/batch/update`, { inputs })).status).toBe(404);
  expect((await call(sandbox, 'GET', `${contacts}/${String(id)}?properties=city`)).body).toMatchObject({
    properties: { city: null },
  });
});

test('faults strike as told: before the work, after it, and row by row', async () => {
  await using sandbox = await start();
  const make = (email: string) => call(sandbox, 'POST', contacts, { properties: { email } });
  const faults = (settings: unknown) => call(sandbox, 'PUT', '/sandbox/faults', settings);
  const { id } = (await make('zero@b.example')).body;

  for (const [fault, status] of [
    ['rateLimited', 429],
    ['serverError', 500],
    ['badGateway', 502],
    ['unavailable', 503],
  ] as const) {
    await faults({ [fault]: 1 });
    expect((await make('one@b.example')).status).toBe(status);
  }
  await faults({ cutBefore: 1 });
  await expect(make('one@b.example')).rejects.toThrow();
  expect(sandbox.state().records['contact']).toBe(1);
  await faults({ cutAfter: 1 });
  await expect(make('one@b.example')).rejects.toThrow();
  expect(sandbox.state().records['contact']).toBe(2);

  const update = (city: string) =>
    call(sandbox, 'POST', `${contacts}/batch/update`, {
      inputs: [{ id, properties: { city }, objectWriteTraceId: 'x' }],
    });
  await faults({ droppedRows: 1 });
  expect(await update('Bonn')).toMatchObject({ status: 207, body: { results: [], numErrors: 0, errors: [] } });
  await faults({ failingIds: [id] });
  expect(await update('Bonn')).toMatchObject({
    status: 207,
    body: { numErrors: 1, errors: [{ category: 'VALIDATION_ERROR' }] },
  });
  await faults({});
  expect(await update('Bonn')).toMatchObject({ status: 200 });
  expect((await faults({ serverErorr: 1 })).status).toBe(400);
});

test('people and imports work through the control paths, without a token, and their changes are told', async () => {
  await using target = await webhookTarget();
  await using sandbox = await start({ webhooks: { targetUrl: target.url } });
  const control = (method: string, path: string, body?: unknown) =>
    call(sandbox, method, `/sandbox${path}`, body, { authorization: '' });
  const properties = { email: 'a@b.example', lifecyclestage: 'lead', hs_latest_source: 'OFFLINE' };
  const contact = (
    await control('POST', '/records', { type: 'contact', properties, sourceType: 'FORM', sourceId: 'f-1' })
  ).body;
  const path = `/records/contact/${String(contact['id'])}`;
  const deal = await control('POST', '/records', {
    type: 'deals',
    properties: { dealname: 'D', dealstage: 'qualifiedtobuy' },
    associations: [{ toType: 'contact', toId: contact['id'] }],
    occurredAt: '2026-01-01T00:00:00Z',
  });
  expect(deal).toMatchObject({ status: 201, body: { createdAt: '2026-01-01T00:00:00Z' } });
  await control('PATCH', path, { properties: { lifecyclestage: 'salesqualifiedlead' } });
  const link = { fromType: 'deal', fromId: deal.body['id'], toType: 'contact', toId: contact['id'] };
  expect((await control('POST', '/associate', { ...link, remove: true })).status).toBe(204);
  expect((await control('DELETE', path)).status).toBe(204);
  expect((await control('POST', `${path}/restore`)).status).toBe(200);
  const other = (await control('POST', '/records', { type: 'contact', properties: { email: 'o@b.example' } })).body;
  await control('POST', '/merge', { type: 'contact', primaryId: contact['id'], otherId: other['id'] });
  await sandbox.webhooks.idle();

  const told = target.deliveries.flatMap(({ events }) => events.map((event) => event['subscriptionType']));
  for (const type of ['creation', 'propertyChange', 'deletion', 'restore', 'merge', 'associationChange']) {
    expect(told).toContain(`contact.${type}`);
  }
  expect(told.filter((type) => type === 'deal.associationChange')).toHaveLength(2);
  const { body: state } = await control('GET', '/state');
  expect(state).toMatchObject({
    records: { contact: 1, deal: 1 },
    webhooks: { pending: 0, failed: 0 },
    calls: { total: 0 },
  });
});

test('the webhook target can be set and taken away while the portal runs', async () => {
  await using target = await webhookTarget();
  await using sandbox = await start();
  const make = (lastname: string) => call(sandbox, 'POST', contacts, { properties: { lastname } });
  await make('before');
  await call(sandbox, 'PUT', '/sandbox/webhooks', { targetUrl: target.url, rates: { duplicated: 1 } });
  await make('during');
  await sandbox.webhooks.idle();
  await call(sandbox, 'PUT', '/sandbox/webhooks', { targetUrl: null });
  await make('after');
  await sandbox.webhooks.idle();
  expect(target.deliveries.flatMap(({ events }) => events)).toHaveLength(2);
  expect((await call(sandbox, 'PUT', '/sandbox/webhooks', { targetUrl: 'ftp://x' })).status).toBe(400);
});

test('a port in use is one clear sentence', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  await expect(start({ port })).rejects.toMatchObject({
    exitCode: 2,
    message: `Port ${port} on 127.0.0.1 is in use: stop the program that listens there or choose another port.`,
  });
  await new Promise((resolve) => taken.close(resolve));
});
