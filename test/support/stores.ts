import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase, type Database, type DatabaseOptions } from '../../src/store/database.ts';
import { tempFolder } from './temp-folder.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

export interface TestStore {
  /** Opens the suite's own database: a folder or a schema that nothing else uses, kept until the suite ends. */
  open(options?: Partial<DatabaseOptions>): Promise<Database>;
}

/** Runs one list of behaviours on the embedded database and on a PostgreSQL server. */
export function eachStore(suite: (store: TestStore) => void): void {
  describe('on the embedded database', () => suite(embeddedStore()));
  describe('on a PostgreSQL server', () => suite(serverStore()));
}

/** For behaviours that only use what the lists of `eachStore` have shown to be alike: once is enough, and quicker here. */
export function onServer(suite: (store: TestStore) => void): void {
  describe('on a PostgreSQL server', () => suite(serverStore()));
}

export function embeddedStore(): TestStore {
  let data: Awaited<ReturnType<typeof tempFolder>>;
  beforeAll(async () => {
    data = await tempFolder();
  }, 60_000);
  afterAll(() => data[Symbol.asyncDispose]());
  return { open: (options) => openDatabase({ folder: data.path, report: () => {}, ...options }) };
}

export function serverStore(): TestStore {
  const schema = `l2r_${randomUUID()}`;
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await dropSchema(postgres.url, schema);
    await postgres.stop();
  });
  return {
    open: (options) => openDatabase({ url: postgres.url, schema, folder: '', report: () => {}, ...options }),
  };
}

async function dropSchema(url: string, schema: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`DROP SCHEMA IF EXISTS ${pg.escapeIdentifier(schema)} CASCADE`);
  await client.end();
}
