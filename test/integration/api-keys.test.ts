import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS, toIso } from '../../src/domain/values/instant.ts';
import type { Database } from '../../src/store/database.ts';
import { totals } from '../../src/telemetry/counters.ts';
import { inputServer } from '../support/input-server.ts';
import { livePortal, START } from '../support/live-portal.ts';
import { serverStore } from '../support/stores.ts';

let database: Database;
const store = serverStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

const at = toIso(START);

describe('a key', () => {
  it('is shown once and kept only as a hash', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    expect(server.key).toMatch(new RegExp(`^l2r_${here.backend.portalId}_[\\w-]{43}$`));
    const { rows } = await database.query<{ text: string }>('select to_jsonb(k)::text as text from api_key k');
    const secret = server.key.slice(-43);
    expect(rows.map(({ text }) => text).join()).not.toContain(secret);
    expect(JSON.stringify(await server.keys.list())).not.toContain(secret);
  });

  it('says who made it, when it was used to the hour, and by whom it was revoked', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const touch = [{ id: here.contact.id, at, type: 'call' }];
    here.time.now = START + 90 * 60_000;
    await server.send('/v1/touches', touch);
    expect(await server.keys.list()).toMatchObject([
      { name: 'test', createdBy: 'Ada', createdAt: START, lastUsedAt: START + HOUR_MS, revokedAt: undefined },
    ]);
    expect(await server.keys.revoke({ keyId: server.keyId, by: 'Bob' })).toBe(true);
    expect(await server.keys.revoke({ keyId: server.keyId, by: 'Eve' })).toBe(false);
    expect(await server.keys.list()).toMatchObject([{ revokedAt: here.time.now, revokedBy: 'Bob' }]);
    expect((await server.post('/v1/touches', touch)).status).toBe(401);
  });

  it('that is missing, wrong, of another portal or revoked is the same refusal', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const { key, post, bearer } = server;
    const wrong = [
      {},
      { authorization: key },
      { authorization: `Basic ${key}` },
      ...['', 'x', key.slice(0, -1), `${key}x`, key.replace(/.$/, key.endsWith('A') ? 'B' : 'A')].map(bearer),
      bearer(key.replace(/_\d+_/, '_999_')),
      bearer(key.replace(/_\d+_/, `_${"1' or '1'='1"}_`)),
      bearer('l2r_1_'.padEnd(5_000, 'x')),
    ];
    const answers = await Promise.all(wrong.map((headers) => post('/v1/signals', [], headers)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(new Set(bodies).size).toBe(1);
    expect(answers[0]?.headers.get('www-authenticate')).toBe('Bearer');
    const counted = await totals(here.backend.core.counters.apiRequests);
    expect(counted['refused: no key'] ?? 0).toBeGreaterThan(0);
    expect((counted['refused: no key'] ?? 0) + (counted['refused: unknown key'] ?? 0)).toBe(wrong.length);
  });

  it('of another portal does not open this one, and reports of others are not there', async () => {
    await using here = await livePortal(database);
    await using other = await livePortal(database);
    await using server = await inputServer(here);
    await using foreign = await inputServer(other);
    const { intakeId } = await server.send('/v1/touches', [{ id: here.contact.id, at, type: 'call' }]);
    expect((await server.post('/v1/touches', [], server.bearer(foreign.key))).status).toBe(401);
    expect((await foreign.get(`/v1/intakes/${intakeId}`)).status).toBe(404);
    expect((await server.get(`/v1/intakes/${intakeId}`)).status).toBe(200);
  });

  it('may do what it was made for', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here, ['touches']);
    const touch = [{ id: here.contact.id, at, type: 'call' }];
    const { intakeId } = await server.send('/v1/touches', touch);
    for (const path of ['/v1/signals', '/v1/lists']) {
      const answer = await server.post(path, touch);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect((await server.get(`/v1/intakes/${intakeId}`)).status).toBe(200);
  });

  it('is asked for before a body is read', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const endless = new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(64 * 1024)) });
    const request = fetch(`${server.origin}/v1/lists`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    });
    const status = await request.then(
      (answer) => answer.status,
      () => 'cut off',
    );
    expect([401, 'cut off']).toContain(status);
    expect((await server.get('/v1/openapi.json')).status).toBe(200);
  });
});
