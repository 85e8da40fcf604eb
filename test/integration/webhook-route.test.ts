import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkSignature } from '../../src/adapters/hubspot/signature.ts';
import { createWebhookReader } from '../../src/adapters/hubspot/webhook-reader.ts';
import { type PortalId, portalId } from '../../src/domain/values/ids.ts';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { postWebhooksHubspot } from '../../src/http/routes/post-webhooks-hubspot.ts';
import { signV3 } from '../../src/sandbox/signature.ts';
import { openDatabase, type Database } from '../../src/store/database.ts';
import { openDeliveries, quarantine, storeDelivery } from '../../src/store/inbox-store.ts';
import { unknownRecords } from '../../src/store/record-store.ts';
import { drainInbox } from '../../src/usecases/drain-inbox.ts';
import type { PortalGateway } from '../../src/usecases/ports.ts';
import { receiveWebhooks } from '../../src/usecases/receive-webhooks.ts';
import { connectTestPortal, type TestPortal } from '../support/history.ts';
import { day } from '../support/journey-builders.ts';
import { startOwnPostgres } from '../support/postgres.ts';
import { eachStore } from '../support/stores.ts';

const PUBLIC_URL = 'https://l2r.example.com';
const PATH = '/webhooks/hubspot';
const SECRET = 'the-apps-own-secret';
const NOW = day(100);
const MIB = 1024 * 1024;

const FOLLOWED = { contact: new Set(['lifecyclestage']), company: new Set<string>(), deal: new Set(['dealstage']) };
const reader = createWebhookReader(FOLLOWED, undefined);

/** The route on a real port. What it did with each delivery stands in `results`, as it is counted. */
async function startRoute(receive: (body: string) => Promise<unknown>) {
  const results: string[] = [];
  const route = postWebhooksHubspot({
    publicUrl: PUBLIC_URL,
    clock: () => NOW,
    check: (request, now) => checkSignature(request, [SECRET], now),
    receive: async (body) => {
      await receive(body);
      return { portals: 1, unknownPortals: 0, orphans: 0 };
    },
    accepted: () => results.push('accepted'),
    refused: (reason) => results.push(reason),
    unavailable: () => results.push('unavailable'),
  });
  const report = (fault: unknown) => results.push(`reported: ${String(fault)}`);
  const server = await startHttp({ host: '127.0.0.1', port: 0, routes: [route], report });
  return { server, results };
}

const storing =
  (database: Database, connected: readonly PortalId[]) =>
  (body: string): Promise<unknown> =>
    receiveWebhooks(body, {
      webhooks: reader,
      clock: () => NOW,
      isConnected: (id) => Promise.resolve(connected.includes(id)),
      store: (id, part, receivedAt) => database.inPortal(id, (tx) => storeDelivery(tx, id, part, receivedAt)),
      quarantine: (id, events) => database.inPortal(id, (tx) => quarantine(tx, id, events)),
    });

function signedHeaders(body: string, at = NOW): Record<string, string> {
  const timestamp = String(at);
  const signature = signV3(SECRET, { method: 'POST', uri: PUBLIC_URL + PATH, body, timestamp });
  return { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': timestamp };
}

interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  return {
    status: response.statusCode,
    type: response.headers['content-type']?.split(';')[0],
    body: await text(response),
  };
}

const open = ({ port }: HttpServer, headers: Record<string, string>, path = PATH) =>
  httpRequest({ host: '127.0.0.1', port, path, method: 'POST', headers });

async function post(server: HttpServer, body: string | Buffer, headers: Record<string, string>, path?: string) {
  const request = open(server, { 'content-type': 'application/json', ...headers }, path).end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return answerOf(response);
}

const postSigned = (server: HttpServer, body: string) => post(server, body, signedHeaders(body));

describe('a request that is not HubSpot’s', () => {
  const received: string[] = [];
  let route: Awaited<ReturnType<typeof startRoute>>;

  beforeAll(async () => {
    route = await startRoute((body) => {
      reader.split(body);
      return Promise.resolve(received.push(body));
    });
  });
  afterAll(() => route.server[Symbol.asyncDispose]());
  beforeEach(() => {
    received.length = 0;
    route.results.length = 0;
  });

  const BODY = '[{"portalId":900}]';
  const [LATE, EARLY] = [NOW - 5 * 60_000 - 1, NOW + 5 * 60_000 + 1];
  const withoutTimestamp = { 'x-hubspot-signature-v3': signedHeaders(BODY)['x-hubspot-signature-v3'] ?? '' };

  it.each<[string, string, Record<string, string>]>([
    ['unsigned', BODY, {}],
    ['unsigned', BODY, withoutTimestamp],
    ['unsigned', BODY, { 'x-hubspot-signature': 'v1', 'x-hubspot-signature-version': 'v1' }],
    ['stale', BODY, signedHeaders(BODY, LATE)],
    ['stale', BODY, signedHeaders(BODY, EARLY)],
    ['forged', '[{"portalId":901}]', signedHeaders(BODY)],
    ['forged', '', signedHeaders(BODY)],
    ['forged', 'not even JSON', signedHeaders(BODY)],
  ])('%s is refused with 401, counted, and nothing of it is read', async (reason, body, headers) => {
    expect(await post(route.server, body, headers)).toMatchObject({ status: 401 });
    expect([route.results, received]).toEqual([[reason], []]);
  });

  it('to another address with a signature of this one is forged', async () => {
    expect(await post(route.server, BODY, signedHeaders(BODY), `${PATH}?portal=901`)).toMatchObject({ status: 401 });
    expect(await post(route.server, BODY, signedHeaders(BODY), `${PATH}/`)).toMatchObject({ status: 401 });
    expect(route.results).toEqual(['forged', 'forged']);
  });

  it('does not choose its own host: the signature covers the public address', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };
    expect(await post(route.server, BODY, { ...signedHeaders(BODY), ...headers })).toMatchObject({ status: 204 });
  });

  it('that announces too much is refused before it is sent', async () => {
    const request = open(route.server, { ...signedHeaders(BODY), 'content-length': String(5_000 * MIB) });
    request.flushHeaders();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(await answerOf(response)).toMatchObject({ status: 413 });
    expect(response.headers.connection).toBe('close');
    expect(route.results).toEqual(['oversized']);
    request.destroy();
  });

  it('that never ends is refused at the first byte too many', async () => {
    const request = open(route.server, { ...signedHeaders(BODY), 'transfer-encoding': 'chunked' });
    const answered = once(request, 'response');
    request.write(Buffer.alloc(MIB, ' '));
    request.write(' ');
    const [response] = (await answered) as [IncomingMessage];
    expect(await answerOf(response)).toMatchObject({ status: 413 });
    expect(route.results).toEqual(['oversized']);
    request.destroy();
  });

  it('of just one mebibyte is not too large', async () => {
    const body = `[${' '.repeat(MIB - 2)}]`;
    expect(await postSigned(route.server, body)).toMatchObject({ status: 204 });
    expect(received[0]).toHaveLength(MIB);
  });

  it.each(['gzip', 'br', 'deflate', 'gzip, gzip'])('that is compressed (%s) is not unpacked', async (encoding) => {
    const bomb = gzipSync(Buffer.alloc(MIB));
    const headers = { ...signedHeaders(BODY), 'content-encoding': encoding };
    expect(await post(route.server, bomb, headers)).toMatchObject({ status: 415 });
    expect([route.results, received]).toEqual([['compressed'], []]);
  });

  it('that breaks off is counted and leaves the server as it was', async () => {
    const request = open(route.server, { ...signedHeaders(BODY), 'content-length': '1000' });
    request.on('error', () => undefined);
    await new Promise((resolve) => request.write('[', resolve));
    request.destroy();
    await expect.poll(() => route.results).toEqual(['malformed']);
    expect(await postSigned(route.server, BODY)).toMatchObject({ status: 204 });
  });

  it.each([
    ['nothing', ''],
    ['an object', '{"portalId":900}'],
    ['null', 'null'],
    ['cut short', '[{"portalId":900'],
    ['a page', '<html>'],
    ['a deep nest', '['.repeat(100_000)],
  ])('signed but no list of events is refused with 400: %s', async (_what, body) => {
    expect(await postSigned(route.server, body)).toMatchObject({ status: 400, type: 'application/problem+json' });
    expect(route.results).toEqual(['malformed']);
  });

  it('signed but no UTF-8 is refused with 400: replaced characters would be another delivery', async () => {
    const body = Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]);
    const timestamp = String(NOW);
    const signature = createHmac('sha256', SECRET).update(`POST${PUBLIC_URL}${PATH}`).update(body).update(timestamp);
    const headers = { 'x-hubspot-signature-v3': signature.digest('base64'), 'x-hubspot-request-timestamp': timestamp };
    expect(await post(route.server, body, headers)).toMatchObject({ status: 400 });
    expect([route.results, received]).toEqual([['malformed'], []]);
  });

  it('by another method or at another path is not found', async () => {
    const answer = await fetch(`http://127.0.0.1:${route.server.port}${PATH}`);
    expect(answer.status).toBe(404);
    expect(await post(route.server, BODY, signedHeaders(BODY), '/webhooks')).toMatchObject({ status: 404 });
    expect(route.results).toEqual([]);
  });

  it('is told no secret and no inside', async () => {
    const answers = [
      await post(route.server, BODY, {}),
      await postSigned(route.server, '{'),
      await post(route.server, BODY, {}, '/x'),
    ];
    for (const { body, type } of answers) {
      expect(type).toBe('application/problem+json');
      expect(body).not.toMatch(new RegExp(`${SECRET}|node_modules|at .*\\.ts|express`, 'i'));
    }
  });
});

eachStore((store) => {
  let database: Database;
  let portal: TestPortal;
  let other: TestPortal;
  let route: Awaited<ReturnType<typeof startRoute>>;

  beforeAll(async () => {
    database = await store.open();
  }, 60_000);
  afterAll(() => database[Symbol.asyncDispose]());
  beforeEach(async () => {
    portal = await connectTestPortal(database, () => NOW);
    other = await connectTestPortal(database, () => NOW);
    route = await startRoute(storing(database, [portal.id, other.id]));
    return () => route.server[Symbol.asyncDispose]();
  });

  const change = (id: PortalId, objectId: number, propertyValue: unknown, more: object = {}) => ({
    portalId: Number(id),
    subscriptionType: 'contact.propertyChange',
    objectId,
    propertyName: 'lifecyclestage',
    propertyValue,
    occurredAt: day(objectId),
    ...more,
  });

  const send = (...events: unknown[]) => postSigned(route.server, JSON.stringify(events));

  /** HubSpot knows none of the records: what the events tell is all there is. */
  const gateway = { readRecords: () => Promise.resolve([]) } as unknown as PortalGateway;

  const drain = (at: TestPortal) =>
    drainInbox(at.id, at.lease, {
      ...at,
      gateway,
      webhooks: reader,
      openDeliveries: (id, limit) => database.inPortal(id, (tx) => openDeliveries(tx, id, limit)),
      unknownRecords: (id, keys) => database.inPortal(id, (tx) => unknownRecords(tx, id, keys)),
      knownContacts: () => Promise.resolve(new Map()),
      knownCompanies: () => Promise.resolve(new Map()),
      ignored: () => undefined,
      beforeCommit: () => Promise.resolve(),
      afterCommit: () => Promise.resolve(),
    });

  const history = async (at: TestPortal) =>
    (
      await at.query('select object_id, value from event where portal_id = $1 order by occurred_at, value', [at.id])
    ).rows.map((row) => [row['object_id'], row['value']]);
  const inQuarantine = async (at: TestPortal) =>
    (await at.query('select event, reason from quarantine where portal_id = $1 order by quarantine_id', [at.id])).rows;

  describe('a delivery', () => {
    it('is stored before it is answered, and its portal’s history grows when it is worked on', async () => {
      expect(await send(change(portal.id, 1, 'lead'))).toMatchObject({ status: 204, body: '' });
      expect(await history(portal)).toEqual([]);
      expect(await drain(portal)).toBe(1);
      expect(await history(portal)).toEqual([['1', 'lead']]);
      expect(await drain(portal)).toBe(0);
    });

    it('whose events are partly malformed is taken in; those go to quarantine, the rest is processed', async () => {
      const malformed = [
        change(portal.id, 2, 'lead', { occurredAt: 'yesterday' }),
        change(portal.id, 3, 'lead', { propertyName: undefined }),
        change(portal.id, 4, 'lead', { occurredAt: Math.floor(NOW / 1_000) }),
        { portalId: Number(portal.id) },
      ];
      const delivery = [change(portal.id, 1, 'lead'), ...malformed, change(portal.id, 5, 'marketingqualifiedlead')];
      expect(await send(...delivery)).toMatchObject({ status: 204 });
      await drain(portal);
      expect(await history(portal)).toEqual([
        ['1', 'lead'],
        ['5', 'marketingqualifiedlead'],
      ]);
      const quarantined = await inQuarantine(portal);
      expect(quarantined.map(({ event }) => JSON.parse(String(event)) as unknown)).toEqual(
        malformed.map((event) => JSON.parse(JSON.stringify(event)) as unknown),
      );
      const reasons = quarantined.map(({ reason }) => String(reason).split(/[ :]/)[0]);
      expect(reasons).toEqual(['occurredAt', 'propertyName', 'occurredAt', 'occurredAt']);
    });

    it('of several portals is split, and none sees another’s events', async () => {
      const nobody = 99_999_999;
      const delivery = [
        change(portal.id, 1, 'lead'),
        change(other.id, 2, 'lead'),
        change(portalId(String(nobody)), 3, 'lead'),
        change(portal.id, 4, 'lead'),
      ];
      expect(await send(...delivery)).toMatchObject({ status: 204 });
      await drain(portal);
      await drain(other);
      expect(await history(portal)).toEqual([
        ['1', 'lead'],
        ['4', 'lead'],
      ]);
      expect(await history(other)).toEqual([['2', 'lead']]);
      const stored = await database.query('select 1 from inbox where portal_id = $1', [String(nobody)]);
      expect(stored.rowCount).toBe(0);
    });

    it('with events of no portal keeps them apart for a person to look at', async () => {
      expect(await send(null, { portalId: 'x' }, change(portal.id, 1, 'lead'))).toMatchObject({ status: 204 });
      const { rows } = await database.query(
        "select event from quarantine where portal_id = '0' order by quarantine_id",
      );
      expect(rows.slice(-2)).toEqual([{ event: 'null' }, { event: '{"portalId":"x"}' }]);
      await drain(portal);
      expect(await history(portal)).toEqual([['1', 'lead']]);
    });

    it('that comes again, even within another, changes nothing', async () => {
      const event = change(portal.id, 1, 'lead');
      await send(event);
      await drain(portal);
      await send(event, { ...event, attemptNumber: 3 });
      await send(change(portal.id, 2, 'lead'), event);
      expect(await drain(portal)).toBe(2);
      expect(await history(portal)).toEqual([
        ['1', 'lead'],
        ['2', 'lead'],
      ]);
    });

    it('with characters that no database takes does not stop the others', async () => {
      const strange = [change(portal.id, 1, 'le\u0000ad'), change(portal.id, 2, '\ud83d', { sourceId: '\udc00' })];
      expect(await send(...strange, change(portal.id, 3, 'lead'))).toMatchObject({ status: 204 });
      await drain(portal);
      expect(await history(portal)).toEqual([
        ['1', 'le\ufffdad'],
        ['2', '\ufffd'],
        ['3', 'lead'],
      ]);
    });
  });
});

describe('when the database is away', () => {
  it('a delivery is answered with 503, so that HubSpot sends it again', async () => {
    const postgres = await startOwnPostgres();
    await using database = await openDatabase({ url: postgres.url, folder: '', report: () => undefined });
    const id = portalId('900');
    const { server, results } = await startRoute(storing(database, [id]));
    await using _server = server;
    const body = '[{"portalId":900}]';
    expect(await postSigned(server, body)).toMatchObject({ status: 204 });
    await postgres.stop();
    const answer = await postSigned(server, body);
    expect(answer).toMatchObject({ status: 503, type: 'application/problem+json' });
    expect(answer.body).toContain('send it again');
    expect(answer.body).not.toContain('ECONNREFUSED');
    expect(results).toEqual(['accepted', 'unavailable']);
  });
});
