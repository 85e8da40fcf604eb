import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toIso } from '../../src/domain/values/instant.ts';
import { mergeRecords } from '../../src/sandbox/merge-records.ts';
import { companyType, contactType } from '../../src/sandbox/object-types.ts';
import type { Database } from '../../src/store/database.ts';
import { inputServer } from '../support/input-server.ts';
import { livePortal, settleDown, START, type World } from '../support/live-portal.ts';
import { createAsApp } from '../support/new-portal.ts';
import { serverStore } from '../support/stores.ts';

let database: Database;
const store = serverStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

const at = toIso(START - 60_000);
const intent = { at, kind: 'intent', topic: 'CRM software', strength: 0.8, source: 'Bombora' };

/** The facts that were told from outside, oldest first. */
const told = async ({ backend: { portalId } }: World) =>
  (
    await database.inPortal(portalId, (tx) =>
      tx.query<{ type: string; id: string; property: string; value: string; at: number }>(
        `select object_type as type, object_id as id, property, value, occurred_at as at from event
          where portal_id = $1 and property in ('l2r_touch', 'l2r_signal') order by event_id`,
        [portalId],
      ),
    )
  ).rows;

describe('signals and touches', () => {
  it('find their records by id, e-mail or domain, and become part of the history once', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const company = createAsApp(here.sandbox.portal, companyType, { name: 'Acme', domain: 'Acme.example' });
    const other = createAsApp(here.sandbox.portal, contactType, { email: 'lee@acme.example' });
    const signals = [
      { objectType: 'company', domain: 'acme.example', ...intent },
      { objectType: 'company', id: Number(company.id), ...intent, kind: 'usage', topic: undefined, strength: 1 },
      { objectType: 'contact', email: 'KIM@buyer.example', ...intent },
    ];
    const touches = [
      { email: 'lee@acme.example', at, type: 'event_attended', program: 'Fair 2026' },
      { id: here.contact.id, at, type: 'Podcast|heard' },
    ];
    for (let time = 0; time < 2; time += 1) {
      expect(await server.send('/v1/signals', signals)).toMatchObject({ accepted: 3, rejected: [] });
      expect(await server.send('/v1/touches', touches)).toMatchObject({ accepted: 2, rejected: [] });
      await settleDown(here);
    }
    const then = START - 60_000;
    expect(await told(here)).toEqual([
      { type: 'company', id: company.id, property: 'l2r_signal', value: 'intent|crm_software|800|bombora', at: then },
      { type: 'company', id: company.id, property: 'l2r_signal', value: 'usage||1000|bombora', at: then },
      {
        type: 'contact',
        id: here.contact.id,
        property: 'l2r_signal',
        value: 'intent|crm_software|800|bombora',
        at: then,
      },
      { type: 'contact', id: other.id, property: 'l2r_touch', value: 'event_attended||fair_2026', at: then },
      { type: 'contact', id: here.contact.id, property: 'l2r_touch', value: 'podcast_heard||', at: then },
    ]);
  });

  it('reports what HubSpot does not have, and forgets who was meant', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const { intakeId } = await server.send('/v1/touches', [
      { email: 'nobody@nowhere.example', at, type: 'call' },
      { id: '404', at, type: 'call' },
      { id: here.contact.id, at, type: 'call' },
    ]);
    expect(await server.report(`/v1/intakes/${intakeId}`)).toMatchObject({ rows: { waiting: 3 } });
    await settleDown(here);
    expect(await server.report(`/v1/intakes/${intakeId}`)).toMatchObject({
      kind: 'touches',
      rows: { waiting: 0, taken: 1, created: 0, rejected: 2 },
      remarks: [
        { row: 0, outcome: 'rejected', field: 'email', why: 'HubSpot has no contact with it' },
        { row: 1, outcome: 'rejected', field: 'id', why: 'HubSpot has no contact with it' },
      ],
      next: null,
    });
    const { rows } = await database.query('select content from intake_row where content is not null');
    expect(rows).toEqual([]);
  });

  it('a second address of a merged contact finds the survivor', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const { portal } = here.sandbox;
    const other = createAsApp(portal, contactType, { email: 'old@buyer.example' });
    mergeRecords(portal, here.contact, other, { at: here.time.now, sourceType: 'MERGE_CONTACTS', sourceId: '' });
    await server.send('/v1/touches', [{ email: 'old@buyer.example', at, type: 'call' }]);
    await settleDown(here);
    expect(await told(here)).toMatchObject([{ id: here.contact.id, value: 'call||' }]);
  });

  it('are taken once while HubSpot limits, fails and cuts', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    here.sandbox.faults.set({ rateLimited: 0.1, serverError: 0.1, badGateway: 0.1, cutBefore: 0.1, cutAfter: 0.1 });
    const emails = Array.from({ length: 120 }, (_, index) => `p${index}@buyer.example`);
    for (const email of emails) createAsApp(here.sandbox.portal, contactType, { email });
    const { intakeId } = await server.send(
      '/v1/touches',
      emails.map((email) => ({ email, at, type: 'call' })),
    );
    await settleDown(here);
    here.sandbox.faults.set({});
    await settleDown(here);
    expect((await server.report(`/v1/intakes/${intakeId}`)).rows).toEqual({
      waiting: 0,
      taken: 120,
      created: 0,
      rejected: 0,
    });
    expect(new Set((await told(here)).map(({ id }) => id)).size).toBe(120);
  });
});

describe('a request', () => {
  it('takes the good rows and names each bad one', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const good = { objectType: 'contact', id: here.contact.id, ...intent };
    const rows = [
      good,
      { ...good, at: toIso(START + 11 * 60_000) },
      { ...good, at: '2026-03-02' },
      { ...good, strength: 2 },
      { ...good, email: 'kim@buyer.example' },
      { ...good, id: undefined },
      { ...good, id: 1.5 },
      { ...good, objectType: 'company', id: undefined, email: 'kim@buyer.example' },
      { ...good, topic: 'kim@buyer.example' },
      { ...good, portalId: '1' },
      'nothing',
      null,
      { ...good, at: toIso(START + 9 * 60_000) },
    ];
    const answer = await server.send('/v1/signals', rows);
    expect(answer.accepted).toBe(2);
    expect(answer.rejected.map(({ row, field }) => [row, field])).toEqual([
      [1, 'at'],
      [2, 'at'],
      [3, 'strength'],
      [4, 'id'],
      [5, 'id'],
      [6, 'id'],
      [7, 'id'],
      [8, 'topic'],
      [9, 'portalId'],
      [10, ''],
      [11, ''],
    ]);
    expect(JSON.stringify(answer)).not.toContain('kim');
  });

  it('with the same Idempotency-Key is the same request, and another body is refused', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const rows = [{ id: here.contact.id, at, type: 'call' }];
    const key = { 'idempotency-key': 'monday' };
    const first = await server.send('/v1/touches', rows, key);
    expect(await server.send('/v1/touches', rows, key)).toEqual(first);
    expect((await server.report(`/v1/intakes/${first.intakeId}`)).rows.waiting).toBe(1);
    const other = await server.post('/v1/touches', [{ ...rows[0], type: 'chat' }], {
      ...server.bearer(server.key),
      ...key,
    });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ title: 'Key used' });
  });

  it('that cannot be taken at all is refused as a problem, and nothing of it is stored', async () => {
    await using here = await livePortal(database);
    await using server = await inputServer(here);
    const bodies: readonly (readonly [body: string, status: number])[] = [
      ['{', 400],
      ['', 400],
      ['{}', 400],
      ['[]', 400],
      [JSON.stringify(Array.from({ length: 1_001 }, () => ({}))), 400],
      ['[{}]', 422],
      ['[{"__proto__": {"x": 1}, "constructor": 1}]', 422],
      [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, 422],
      [JSON.stringify(['x'.repeat(5 * 1024 * 1024)]), 413],
    ];
    for (const [body, status] of bodies) {
      const answer = await server.post('/v1/signals', body);
      expect([body.slice(0, 40), answer.status]).toEqual([body.slice(0, 40), status]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect(({} as { x?: number }).x).toBeUndefined();
    const { rows } = await database.query('select 1 from intake where portal_id = $1', [here.backend.portalId]);
    expect(rows).toEqual([]);
  });
});
