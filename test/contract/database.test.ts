import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { portalId } from '../../src/domain/values/ids.ts';
import type { Database } from '../../src/store/database.ts';
import { eachStore } from '../support/stores.ts';
import { tempFolder } from '../support/temp-folder.ts';

const NOTES = `
  CREATE TABLE note (portal_id text NOT NULL, body text NOT NULL, amount bigint NOT NULL DEFAULT 0);
  ALTER TABLE note ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_rows ON note USING (portal_id = current_setting('l2r.portal_id'));
`;
const [ACME, GLOBEX] = [portalId('1'), portalId('2')];
const SERIALIZATION_FAILURE = "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$";

eachStore((store) => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let database: Database;

  beforeAll(async () => {
    folder = await tempFolder();
    await writeFile(join(folder.path, '0001-notes.sql'), NOTES);
    database = await store.open({ migrations: folder.path });
  }, 60_000);
  afterAll(async () => {
    await database[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });
  beforeEach(() => database.query('DELETE FROM note'));

  const add = (body: string, portal = ACME) =>
    database.query('INSERT INTO note (portal_id, body) VALUES ($1, $2)', [portal, body]);
  const bodies = async () =>
    (await database.query<{ body: string }>('SELECT body FROM note ORDER BY body')).rows.map(({ body }) => body);

  describe('a statement', () => {
    it('returns rows and how many there were', async () => {
      await add('first');
      expect(await database.query('SELECT body FROM note WHERE portal_id = $1', [ACME])).toEqual({
        rows: [{ body: 'first' }],
        rowCount: 1,
      });
      expect(await database.query('UPDATE note SET amount = 1')).toEqual({ rows: [], rowCount: 1 });
    });

    it('returns instants as numbers and larger integers as text', async () => {
      const { rows } = await database.query('SELECT 1790000000000::bigint AS at, 9007199254740993::bigint AS id');
      expect(rows).toEqual([{ at: 1_790_000_000_000, id: '9007199254740993' }]);
    });

    it('does not get mixed up with others that are sent at the same time', async () => {
      const sums = Array.from({ length: 100 }, (_, i) =>
        i % 2
          ? database.query('SELECT $1::int + 1 AS n', [i])
          : database.query('SELECT $1::text AS n, $2::int', [`${i}`, i]),
      );
      const answers = (await Promise.all(sums)).map(({ rows }) => rows[0]?.['n']);
      expect(answers).toEqual(Array.from({ length: 100 }, (_, i) => (i % 2 ? i + 1 : `${i}`)));
    });

    it('may be several in one text, whose rows come together', async () => {
      const { rows } = await database.query('BEGIN; SELECT 1 AS n; SELECT 2 AS n; COMMIT');
      expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
    });

    it('of several that fails takes back those before it, also after a BEGIN of its own', async () => {
      const text = "BEGIN; INSERT INTO note (portal_id, body) VALUES ('1', 'lost'); SELECT 1 / 0; COMMIT";
      await expect(database.query(text)).rejects.toMatchObject({ code: '22012' });
      expect(await bodies()).toEqual([]);
    });

    it('that fails leaves the database usable', async () => {
      await expect(database.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
      expect((await database.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
    });
  });

  describe('a transaction', () => {
    const addIn = (body: string) =>
      database.transaction((tx) => tx.query('INSERT INTO note (portal_id, body) VALUES ($1, $2)', [ACME, body]));

    it('is stored when its work is done', async () => {
      await addIn('kept');
      expect(await bodies()).toEqual(['kept']);
    });

    it('stores nothing when its work fails', async () => {
      const work = database.transaction(async (tx) => {
        await tx.query("INSERT INTO note (portal_id, body) VALUES ('1', 'lost')");
        throw new Error('no');
      });
      await expect(work).rejects.toThrow('no');
      expect(await bodies()).toEqual([]);
    });

    it('does not claim to be stored after a failed statement was ignored', async () => {
      const work = database.transaction(async (tx) => {
        await tx.query("INSERT INTO note (portal_id, body) VALUES ('1', 'lost')");
        await tx.query('SELECT 1 / 0').catch(() => {});
      });
      await expect(work).rejects.toThrow('Nothing was stored');
      expect(await bodies()).toEqual([]);
    });

    it('that fails only at its commit stores nothing and leaves the database usable', async () => {
      await database.query('CREATE TABLE once (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)');
      const work = database.transaction((tx) => tx.query('INSERT INTO once VALUES (1), (1)'));
      await expect(work).rejects.toMatchObject({ code: '23505' });
      expect((await database.query('SELECT * FROM once')).rows).toEqual([]);
      await database.query('DROP TABLE once');
    });

    it('counts to 200 when 200 of them read, add one and write at the same time', async () => {
      await add('counter');
      const addOne = () =>
        database.transaction(async (tx) => {
          const { rows } = await tx.query<{ amount: number }>('SELECT amount FROM note FOR UPDATE');
          await tx.query('UPDATE note SET amount = $1', [(rows[0]?.amount ?? NaN) + 1]);
        });
      await Promise.all(Array.from({ length: 200 }, addOne));
      expect((await database.query('SELECT amount FROM note')).rows).toEqual([{ amount: 200 }]);
    });

    it('runs anew after a serialization failure and stores its work once', async () => {
      let runs = 0;
      const answer = await database.transaction(async (tx) => {
        await tx.query("INSERT INTO note (portal_id, body) VALUES ('1', 'once')");
        if (++runs < 6) await tx.query(SERIALIZATION_FAILURE);
        return 'done';
      });
      expect({ answer, runs, stored: await bodies() }).toEqual({ answer: 'done', runs: 6, stored: ['once'] });
    });

    it('gives up after five retries', async () => {
      let runs = 0;
      const work = database.transaction((tx) => {
        runs++;
        return tx.query(SERIALIZATION_FAILURE);
      });
      await expect(work).rejects.toMatchObject({ code: '40001' });
      expect(runs).toBe(6);
    });

    it('refuses statements that would need a second connection, until it has ended', async () => {
      await database.transaction(async () => {
        await expect(database.query('SELECT 1')).rejects.toThrow('statements go to that transaction');
      });
      await expect(database.query('SELECT 1')).resolves.toBeDefined();
    });

    it('takes no statement after its end', async () => {
      const tx = await database.transaction((inside) => Promise.resolve(inside));
      await expect(tx.query('SELECT 1')).rejects.toThrow('has ended');
    });
  });

  describe('inside a portal', () => {
    it('only its own rows are seen, and only such rows can be written', async () => {
      await add('of Acme', ACME);
      await add('of Globex', GLOBEX);
      const seen = await database.inPortal(GLOBEX, (tx) => tx.query('SELECT body FROM note'));
      expect(seen.rows).toEqual([{ body: 'of Globex' }]);
      const forge = database.inPortal(GLOBEX, (tx) => tx.query("INSERT INTO note VALUES ('1', 'forged')"));
      await expect(forge).rejects.toMatchObject({ code: '42501' });
    });

    it('the record of migrations is out of reach', async () => {
      const reach = database.inPortal(ACME, (tx) => tx.query('DELETE FROM migration'));
      await expect(reach).rejects.toMatchObject({ code: '42501' });
    });

    it('nothing of it remains for what comes after', async () => {
      await add('of Globex', GLOBEX);
      await database.inPortal(ACME, (tx) => tx.query('SELECT 1'));
      await database.inPortal(ACME, () => Promise.reject(new Error('no'))).catch(() => {});
      expect(await bodies()).toEqual(['of Globex']);
    });

    it('many portals at once each see their own', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, i) => add(`of ${i}`, portalId(`${i}`))));
      const look = (i: number) => database.inPortal(portalId(`${i}`), (tx) => tx.query('SELECT body FROM note'));
      const seen = await Promise.all(Array.from({ length: 20 }, (_, i) => look(i)));
      expect(seen.map(({ rows }) => rows)).toEqual(seen.map((_, i) => [{ body: `of ${i}` }]));
    });
  });
});
