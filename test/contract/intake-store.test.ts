import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PortalId, portalId } from '../../src/domain/values/ids.ts';
import { DAY_MS } from '../../src/domain/values/instant.ts';
import {
  apiKeyByHash,
  listApiKeys,
  markApiKeyRevoked,
  markApiKeyUsed,
  saveApiKey,
} from '../../src/store/api-key-store.ts';
import type { Database } from '../../src/store/database.ts';
import { countRows, reportedRows } from '../../src/store/intake-report.ts';
import {
  finishRows,
  hasWaiting,
  openRows,
  pruneIntakes,
  putOffRows,
  saveIntake,
} from '../../src/store/intake-store.ts';
import { keepList, loadList } from '../../src/store/list-store.ts';
import type { NewIntake, NewRow } from '../../src/usecases/take-in.ts';
import { eachStore } from '../support/stores.ts';

const NOW = Date.UTC(2026, 2, 2);

const told = (position: number): NewRow => ({
  position,
  content: { kind: 'told', of: { type: 'contact', id: '7' }, property: 'l2r_touch', value: 'call||', at: NOW },
});
const person = (position: number, key: string): NewRow => ({
  position,
  key,
  content: { kind: 'person', email: `${key}@b.example`, values: {}, facts: [], acquisition: 'event' },
});
const intake = (intakeId: string, more: Partial<NewIntake> = {}): NewIntake => ({
  intakeId,
  kind: 'touches',
  contentHash: 'h',
  receivedAt: NOW,
  rows: [told(0), told(1)],
  rejected: [],
  ...more,
});

eachStore((store) => {
  let database: Database;
  let next = 0;
  let id: PortalId;
  beforeAll(async () => {
    database = await store.open();
  });
  beforeEach(() => {
    id = portalId(String((next += 1)));
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const save = (each: NewIntake) => database.inPortal(id, (tx) => saveIntake(tx, id, each));
  const open = (now = NOW, limit = 100) => database.inPortal(id, (tx) => openRows(tx, id, now, limit));
  const finish = (...outcomes: Parameters<typeof finishRows>[2]) =>
    database.inPortal(id, (tx) => finishRows(tx, id, outcomes));

  describe('requests of rows', () => {
    it('with one idempotency key are one request, also when they come at once', async () => {
      const key = { idempotencyKey: 'k' };
      const saved = await Promise.all(['a', 'b', 'c'].map((name) => save(intake(name, key))));
      expect(new Set(saved.map((each) => each?.intakeId)).size).toBe(1);
      expect(await open()).toHaveLength(2);
      expect(await save(intake('d', { ...key, contentHash: 'other' }))).toBeUndefined();
      expect(await save(intake('e'))).toEqual({ intakeId: 'e', duplicates: 0 });
    });

    it('of a list hold a person once, unless they were rejected', async () => {
      const list = { kind: 'list', listId: 'l' } as const;
      const both = [person(0, 'ada'), person(1, 'bob'), person(2, 'ada')];
      expect(await save(intake('a', { ...list, rows: both }))).toEqual({ intakeId: 'a', duplicates: 1 });
      const [ada] = await open();
      await finish({ rowId: ada?.rowId ?? 0, outcome: 'rejected', field: '', why: 'HubSpot refused' });
      expect(await save(intake('b', { ...list, rows: both }))).toEqual({ intakeId: 'b', duplicates: 2 });
      expect((await open()).map(({ content }) => content.kind === 'person' && content.email)).toEqual([
        'bob@b.example',
        'ada@b.example',
      ]);
      const report = await database.inPortal(id, (tx) => countRows(tx, id, { listId: 'l' }));
      expect(report).toEqual({
        kind: 'list',
        receivedAt: NOW,
        duplicates: 3,
        rows: { waiting: 2, taken: 0, created: 0, rejected: 1 },
      });
    });

    it('are worked on in order of worth; what failed comes last, when it is due', async () => {
      await save(intake('a', { kind: 'list', listId: 'l', rows: [person(0, 'ada')] }));
      await save(intake('b'));
      const rows = await open();
      expect(rows.map(({ lane }) => lane)).toEqual([10, 10, 20]);
      await database.inPortal(id, (tx) => putOffRows(tx, id, [rows[0]?.rowId ?? 0], NOW + 5));
      expect((await open()).map(({ rowId }) => rowId)).toEqual([rows[1]?.rowId, rows[2]?.rowId]);
      expect((await open(NOW + 5)).map(({ attempts }) => attempts)).toEqual([0, 1, 0]);
      expect(await open(NOW + 5, 1)).toHaveLength(1);
    });

    it('forget what was sent once it is done, and keep what there is to say, page by page', async () => {
      const rejected = [{ row: 2, field: 'at', why: 'lies in the future' }];
      const remark = { field: 'phone', why: 'is not real: left out' };
      await save(intake('a', { rows: [{ ...told(0), remark }, told(1)], rejected }));
      const [first, second] = await open();
      await finish(
        { rowId: first?.rowId ?? 0, outcome: 'taken' },
        { rowId: second?.rowId ?? 0, outcome: 'rejected', field: 'id', why: 'HubSpot has no contact with it' },
      );
      const page = (after: number) =>
        database.inPortal(id, (tx) => reportedRows(tx, id, { intakeId: 'a' }, { after, limit: 2 }));
      const rows = await page(0);
      expect(rows).toMatchObject([
        { row: 0, outcome: 'taken', ...remark },
        { row: 1, outcome: 'rejected', field: 'id', why: 'HubSpot has no contact with it' },
      ]);
      expect(await page(rows[1]?.rowId ?? 0)).toMatchObject([{ outcome: 'rejected', ...rejected[0] }]);
      expect(
        (await database.query('select 1 from intake_row where portal_id = $1 and content is not null', [id])).rows,
      ).toEqual([]);
      expect(await database.inPortal(id, (tx) => countRows(tx, id, { intakeId: 'b' }))).toBeUndefined();
    });

    it('are forgotten when they are old and done; lists are not', async () => {
      await save(intake('old'));
      for (const { rowId } of await open()) await finish({ rowId, outcome: 'taken' });
      await save(intake('waiting'));
      await save(intake('list', { kind: 'list', listId: 'l', rows: [person(0, 'ada')] }));
      await save(intake('new', { receivedAt: NOW + DAY_MS }));
      await database.inPortal(id, (tx) => pruneIntakes(tx, id, NOW + 1));
      const { rows } = await database.query<{ name: string }>(
        'select intake_id as name from intake where portal_id = $1 order by 1',
        [id],
      );
      expect(rows.map(({ name }) => name)).toEqual(['list', 'new', 'waiting']);
    });

    it('are full at a number of rows', async () => {
      await save(intake('a'));
      const isFull = (rows: number) => database.inPortal(id, (tx) => hasWaiting(tx, id, rows));
      expect([await isFull(1), await isFull(2), await isFull(3)]).toEqual([true, true, false]);
    });

    it('may have 10,000 people at once', async () => {
      const rows = Array.from({ length: 10_000 }, (_, index) => person(index, `p${index}`));
      expect(await save(intake('a', { kind: 'list', listId: 'l', rows }))).toMatchObject({ duplicates: 0 });
      expect(await save(intake('b', { kind: 'list', listId: 'l', rows }))).toMatchObject({ duplicates: 10_000 });
      expect((await open()).map(({ content }) => content)).toEqual(rows.slice(0, 100).map(({ content }) => content));
    });
  });

  it('lists of one name are one list', async () => {
    const list = { listId: 'l', name: 'Fair', kind: 'attendee', program: 'Fair', at: NOW } as const;
    const keep = (listId: string) =>
      database.inPortal(id, (tx) => keepList(tx, id, { ...list, listId, at: NOW + 1 }, NOW));
    const kept = await Promise.all(['l', 'm'].map(keep));
    expect(kept[0]).toEqual(kept[1]);
    expect(await database.inPortal(id, (tx) => loadList(tx, id, kept[0]?.listId ?? ''))).toEqual(kept[0]);
  });

  it('a key is found by its hash until it is revoked', async () => {
    const key = { keyId: 'k', name: 'CRM', scopes: ['lists'], createdBy: 'Ada', createdAt: NOW } as const;
    const byHash = (hash: string) => database.inPortal(id, (tx) => apiKeyByHash(tx, id, hash));
    await database.inPortal(id, (tx) => saveApiKey(tx, id, key, 'h'));
    expect(await byHash('h')).toMatchObject(key);
    expect(await byHash('i')).toBeUndefined();
    await database.inPortal(id, (tx) => markApiKeyUsed(tx, id, 'k', NOW + 2));
    await database.inPortal(id, (tx) => markApiKeyUsed(tx, id, 'k', NOW + 1));
    expect(await byHash('h')).toMatchObject({ lastUsedAt: NOW + 2 });
    const revoke = (by: string) => database.inPortal(id, (tx) => markApiKeyRevoked(tx, id, 'k', by, NOW + 3));
    expect([await revoke('Bob'), await revoke('Eve')]).toEqual([true, false]);
    expect(await byHash('h')).toBeUndefined();
    expect(await database.inPortal(id, (tx) => listApiKeys(tx, id))).toMatchObject([{ ...key, revokedBy: 'Bob' }]);
  });
});
