import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalId } from '../../src/domain/values/ids.ts';
import { openDatabase, type DatabaseOptions } from '../../src/store/database.ts';
import { freePort, startOwnPostgres, type TestPostgres } from '../support/postgres.ts';
import { tempFolder } from '../support/temp-folder.ts';

const PASSWORD = 'hunter2';
let postgres: TestPostgres;
let none: Awaited<ReturnType<typeof tempFolder>>;

beforeAll(async () => {
  none = await tempFolder();
  postgres = await startOwnPostgres();
});
afterAll(async () => {
  await postgres.stop();
  await none[Symbol.asyncDispose]();
});

const open = (url: string, options: Partial<DatabaseOptions> = {}) =>
  openDatabase({ url, folder: '', migrations: none.path, report: () => {}, ...options });

const addressWith = (changes: Partial<Pick<URL, 'username' | 'password' | 'port' | 'pathname'>>) =>
  Object.assign(new URL(postgres.url), changes).href;

/** The sentence that a user reads when the database cannot be opened. */
async function refusal(url: string): Promise<string> {
  const error = await open(url).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ exitCode: 2 });
  return (error as Error).message;
}

async function asAdministrator(database: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(addressWith({ pathname: database }));
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

describe('a user who is no administrator', () => {
  it('can own everything if they may create roles', async () => {
    await asAdministrator('postgres', `CREATE ROLE maker LOGIN CREATEROLE PASSWORD '${PASSWORD}'`);
    await asAdministrator('postgres', 'CREATE DATABASE made OWNER maker');
    await using database = await open(addressWith({ username: 'maker', password: PASSWORD, pathname: 'made' }));
    const { rows } = await database.inPortal(portalId('1'), (tx) => tx.query('SELECT current_user::text AS user'));
    expect(rows).toEqual([{ user: 'l2r_app' }]);
  });

  it('is told what an administrator must run, and that is enough', async () => {
    await asAdministrator('postgres', `CREATE ROLE clerk LOGIN PASSWORD '${PASSWORD}'`, 'CREATE DATABASE office');
    const url = addressWith({ username: 'clerk', password: PASSWORD, pathname: 'office' });
    expect(await refusal(url)).toContain('run CREATE SCHEMA "l2r" AUTHORIZATION <user of DATABASE_URL>;');
    await asAdministrator('office', 'CREATE SCHEMA "l2r" AUTHORIZATION clerk');
    expect(await refusal(url)).toContain('GRANT l2r_app TO clerk;');
    await asAdministrator('office', 'GRANT l2r_app TO clerk');
    await using database = await open(url);
    expect((await database.query('SELECT current_schema() AS schema')).rows).toEqual([{ schema: 'l2r' }]);
  });
});

describe('an address is refused in a sentence without its password', () => {
  it.each(['not an address', 'mysql://u:hunter2@h/d', 'postgres://u:hunter2@h:port/d'])(
    'when it cannot be read: %s',
    async (url) => {
      const sentence = await refusal(url);
      expect(sentence).toMatch(/^DATABASE_URL cannot be used \(.+\): write it like postgres:/);
      expect(sentence).not.toContain('hunter2');
    },
  );

  it('when nobody listens there', async () => {
    const port = await freePort();
    expect(await refusal(addressWith({ port: `${port}`, password: PASSWORD }))).toBe(
      `No PostgreSQL server answers at 127.0.0.1:${port} (ECONNREFUSED): ` +
        'start it or correct the address in DATABASE_URL.',
    );
  });

  it('when the password is wrong, or missing', async () => {
    const { port } = new URL(postgres.url);
    const sentence =
      `The PostgreSQL server at 127.0.0.1:${port} refused the user "postgres": ` +
      'correct the name and the password in DATABASE_URL.';
    expect(await refusal(addressWith({ password: PASSWORD }))).toBe(sentence);
    expect(await refusal(addressWith({ password: '' }))).toBe(sentence);
  });

  it('when there is no such database', async () => {
    const { port } = new URL(postgres.url);
    expect(await refusal(addressWith({ pathname: 'nowhere' }))).toBe(
      `The PostgreSQL server at 127.0.0.1:${port} has no database "nowhere": create it or correct DATABASE_URL.`,
    );
  });

  it('when the server is older than version 15', async () => {
    // A function of that name, found first, makes a database look like one of an old server.
    await asAdministrator('postgres', 'CREATE DATABASE old');
    await asAdministrator(
      'old',
      "CREATE FUNCTION public.current_setting(text) RETURNS text LANGUAGE sql AS $$ SELECT CASE $1 WHEN 'server_version_num' THEN '140002' ELSE '14.2' END $$",
      'ALTER DATABASE old SET search_path = public, pg_catalog',
    );
    expect(await refusal(addressWith({ pathname: 'old' }))).toContain('runs PostgreSQL 14.2: use version 15 or later.');
  });
});

describe('a lost connection', () => {
  it('fails the transaction that used it and nothing after', async () => {
    await using database = await open(postgres.url, { poolSize: 1 });
    const lost = database.transaction((tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(lost).rejects.toThrow();
    expect((await database.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });

  it('is reported when nobody used it, and replaced', async () => {
    const reported = Promise.withResolvers<string>();
    await using database = await open(postgres.url, { poolSize: 1, report: ({ kind }) => reported.resolve(kind) });
    const { rows } = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await asAdministrator('postgres', `SELECT pg_terminate_backend(${rows[0]?.pid})`);
    expect(await reported.promise).toBe('database-connection-lost');
    expect((await database.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });
});

it('two schemas of one database do not see each other', async () => {
  await using first = await open(postgres.url, { schema: 'first "one"' });
  await using second = await open(postgres.url, { schema: 'second' });
  await first.query('CREATE TABLE lead (id int)');
  await expect(second.query('SELECT * FROM lead')).rejects.toMatchObject({ code: '42P01' });
});

it('starts at the same time on a new schema all succeed', async () => {
  const starts = await Promise.all(Array.from({ length: 4 }, () => open(postgres.url, { schema: 'together' })));
  await Promise.all(starts.map((database) => database[Symbol.asyncDispose]()));
});
