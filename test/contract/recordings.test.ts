import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createClient } from '../../src/adapters/hubspot/client.ts';
import { API_VERSION } from '../../src/adapters/hubspot/dated-paths.ts';
import { createPortalGateway } from '../../src/adapters/hubspot/portal-gateway.ts';
import { checkSignature } from '../../src/adapters/hubspot/signature.ts';
import { createWebhookReader } from '../../src/adapters/hubspot/webhook-reader.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { signV1, signV3 } from '../../src/sandbox/signature.ts';
import { recordedPortal, type Recording, recordingsIn } from '../support/recordings.ts';
import { describeWithShared } from '../support/shared-data.ts';

const token = 'pat-test';

describeWithShared('recorded answers of HubSpot', ['hubspot-api-recordings'], (folder) => {
  const recordings = recordingsIn(folder);
  const recorded = (method: string, path: string): Recording => {
    const found = recordings.find((one) => one.method === method && one.path === path);
    if (found === undefined) throw new Error(`${method} ${path} is not recorded`);
    return found;
  };
  const resultsOf = (path: string) => recorded('get', path).response['results'] as { id: string }[];

  test('are read by the adapter: contacts, deals, stages and owners', async () => {
    await using portal = await recordedPortal(recordings);
    const client = createClient({ accessToken: token, basePath: portal.url, announced: () => undefined });
    const gateway = createPortalGateway(client, {
      now: Date.now,
      random: () => 0,
      sleep: () => Promise.reject(new Error('no reason to wait')),
      takeCall: () => Promise.resolve(0),
      pause: () => Promise.resolve(),
      count: () => undefined,
    });
    for (const [type, path] of [
      ['contact', '/crm/v3/objects/contacts'],
      ['deal', '/crm/v3/objects/deals'],
    ] as const) {
      const { records } = await gateway.listRecords(
        { type, properties: ['createdate'], archived: false },
        'background',
      );
      expect(records.map(({ id }) => id)).toEqual(resultsOf(path).map(({ id }) => id));
      for (const record of records) {
        expect(record.createdAt).toBe(Date.parse(record.properties['createdate'] ?? ''));
        expect(record.deletedAt).toBeUndefined();
      }
    }
    const stages = await gateway.dealStages();
    expect(stages.find(({ stage }) => stage === 'closedwon')).toMatchObject({ probability: 1, isClosed: true });
    expect(stages.find(({ stage }) => stage === 'closedlost')).toMatchObject({ probability: 0, isClosed: true });
    expect(stages.filter(({ isClosed }) => isClosed)).toHaveLength(2);
    expect((await gateway.owners('background')).map(({ ownerId }) => ownerId)).toContain('88842095');
  });

  test('have the members and the forms that the sandbox gives them', async () => {
    const now = Date.parse('2026-03-12T07:34:03.846Z');
    await using sandbox = await startSandbox({ token, clientSecret: 'secret', now: () => now });
    const send = async (method: string, path: string, body: unknown) => {
      const answer = await fetch(sandbox.url + path.replace('/crm/v3/objects', `/crm/objects/${API_VERSION}`), {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { id: string; properties: Values } & Record<string, unknown>;
    };
    const made = recorded('post', '/crm/v3/objects/deals');
    const contact = recorded('post', '/crm/v3/objects/contacts');
    const changed = recorded('patch', '/crm/v3/objects/deals/493593663734');
    const deal = await send('POST', made.path, made.request.data);
    const creations = [
      [deal, made],
      [await send('POST', contact.path, contact.request.data), contact],
    ] as const;
    for (const [ours, { response }] of creations) {
      expect(Object.keys(response)).toEqual(expect.arrayContaining(Object.keys(ours)));
      expect(comparable(response['properties'] as Values)).toMatchObject(comparable(ours.properties));
    }
    const ours = comparable((await send('PATCH', `/crm/v3/objects/deals/${deal.id}`, changed.request.data)).properties);
    const theirs = changed.response['properties'] as Values;
    const both = Object.entries(ours).filter(([name]) => name in theirs);
    expect(theirs).toMatchObject(Object.fromEntries(both));
    expect(both.length).toBeGreaterThan(10);
  });
});

type Values = Readonly<Record<string, string>>;

/** Values that differ from portal to portal. */
const own = new Set(['hs_object_id', 'hs_object_source_id', 'createdate', 'lastmodifieddate', 'hs_lastmodifieddate']);

const comparable = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !own.has(name)));

interface Observed {
  readonly file: string;
  readonly events: number;
}

describeWithShared('recorded deliveries of webhooks', ['hubspot-webhook-payloads'], (folder) => {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Observed[];
  const deliveries = index.map(({ file, events }) => ({
    file,
    events,
    body: readFileSync(join(folder, file), 'utf8'),
  }));
  const followed = { contact: new Set(['email']), company: new Set<string>(), deal: new Set(['dealstage', 'amount']) };
  const reader = createWebhookReader(followed, undefined);
  const now = Date.parse('2026-11-25T12:00:00Z');

  test.each(deliveries)(
    '$file is split by portal without a loss, and every event is understood',
    ({ body, events }) => {
      const { byPortal, orphans } = reader.split(body);
      const split = [...byPortal.values()].flatMap((text) => reader.events(text));
      expect([split.length, orphans]).toEqual([events, []]);
      for (const event of split) expect(reader.understand(event, now).kind).not.toBe('unreadable');
    },
  );

  test('as the sandbox would sign them pass our check', () => {
    const url = 'https://l2r.example.com/webhooks/hubspot';
    for (const { body } of deliveries) {
      const timestamp = String(now);
      const signature = signV3('secret', { method: 'POST', uri: url, body, timestamp });
      const signed = { method: 'POST', url, body: Buffer.from(body), signature, timestamp };
      expect(checkSignature(signed, ['secret'], now)).toBe('valid');
    }
  });
});

interface Vector {
  readonly version: string;
  readonly client_secret: string;
  readonly method: string;
  readonly uri: string;
  readonly body: string;
  readonly timestamp: string;
  readonly signature: string;
}

describeWithShared('published signatures', ['hubspot-signature-vectors', 'vectors.json'], (file) => {
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
  const ofV3 = vectors.filter(({ version }) => version === 'v3');
  const verdict = ({ uri, client_secret, ...vector }: Vector, age = 0, body = vector.body) =>
    checkSignature(
      { ...vector, url: uri, body: Buffer.from(body) },
      ['another secret', client_secret],
      Number(vector.timestamp) + age,
    );

  test('are those that the sandbox makes', () => {
    const ofV1 = vectors.filter(({ version }) => version === 'v1');
    expect([ofV1.length, ofV3.length]).toEqual([2, 2]);
    for (const { client_secret, body, signature } of ofV1) expect(signV1(client_secret, body)).toBe(signature);
    for (const vector of ofV3) expect(signV3(vector.client_secret, vector)).toBe(vector.signature);
  });

  test('are those that we accept, for five minutes, and only over the very same bytes', () => {
    for (const vector of ofV3) {
      expect([verdict(vector), verdict(vector, 300_000), verdict(vector, 300_001)]).toEqual([
        'valid',
        'valid',
        'stale',
      ]);
      expect(verdict(vector, 0, vector.body.replaceAll("'", '"'))).toBe('forged');
    }
  });
});
