import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { eachStore } from '../support/stores.ts';
import { tempFolder } from '../support/temp-folder.ts';

eachStore((store) => {
  let cleanUp: AsyncDisposableStack;
  let folder: string;
  let database: Database;
  const write = (file: string, sql: string) => writeFile(join(folder, file), sql);
  const up = () => migrate(database, folder);
  const recorded = async () => (await database.query('SELECT number, name FROM migration ORDER BY number')).rows;

  beforeAll(async () => {
    await using none = await tempFolder();
    database = await store.open({ migrations: none.path });
  });
  afterAll(() => database[Symbol.asyncDispose]());
  beforeEach(async () => {
    cleanUp = new AsyncDisposableStack();
    folder = cleanUp.use(await tempFolder()).path;
    await database.query('DROP TABLE IF EXISTS lead, deal');
    await database.query('DELETE FROM migration');
  });
  afterEach(() => cleanUp.disposeAsync());

  it('applies migrations in order, records them with their time, and applies none twice', async () => {
    await write('0001-leads.sql', 'CREATE TABLE lead (id int);');
    await write('0002-more.sql', 'ALTER TABLE lead ADD name text; INSERT INTO lead VALUES (1);');
    const before = Date.now();
    await up();
    await up();
    expect(await recorded()).toEqual([
      { number: 1, name: 'leads' },
      { number: 2, name: 'more' },
    ]);
    expect((await database.query('SELECT * FROM lead')).rows).toEqual([{ id: 1, name: null }]);
    const { rows } = await database.query<{ at: number }>('SELECT min(applied_at) AS at FROM migration');
    expect(rows[0]?.at).toBeGreaterThanOrEqual(before - 1000);
    expect(rows[0]?.at).toBeLessThanOrEqual(Date.now() + 1000);
  });

  it('applies what a later version adds', async () => {
    await write('0001-leads.sql', 'CREATE TABLE lead (id int);');
    await up();
    await write('0002-deals.sql', 'CREATE TABLE deal (id int);');
    await up();
    expect(await recorded()).toHaveLength(2);
  });

  it('keeps nothing of a migration that fails, and all of those before it', async () => {
    await write('0001-leads.sql', 'CREATE TABLE lead (id int);');
    await write('0002-broken.sql', 'CREATE TABLE deal (id int); SELECT 1 / 0;');
    await expect(up()).rejects.toThrow('The migration 2 (broken) failed: division by zero');
    expect(await recorded()).toEqual([{ number: 1, name: 'leads' }]);
    await expect(database.query('SELECT * FROM deal')).rejects.toMatchObject({ code: '42P01' });
  });

  it('refuses a migration whose content changed after it was applied', async () => {
    await write('0001-leads.sql', 'CREATE TABLE lead (id int);');
    await up();
    await write('0001-leads.sql', 'CREATE TABLE lead (id bigint);');
    await expect(up()).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('was changed') as string,
    });
  });

  it('refuses a database that is newer than this version', async () => {
    await write('0001-leads.sql', 'CREATE TABLE lead (id int);');
    await write('0002-deals.sql', 'CREATE TABLE deal (id int);');
    await up();
    await rm(join(folder, '0002-deals.sql'));
    await expect(up()).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('0002-deals') as string });
  });

  it('lets several starts at once apply each migration once', async () => {
    await write('0001-leads.sql', 'CREATE TABLE lead (id int);');
    await write('0002-more.sql', 'INSERT INTO lead VALUES (1);');
    await Promise.all(Array.from({ length: 5 }, up));
    expect((await database.query('SELECT id FROM lead')).rows).toEqual([{ id: 1 }]);
  });
});
