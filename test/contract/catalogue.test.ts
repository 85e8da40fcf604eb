import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PortalId, portalId } from '../../src/domain/values/ids.ts';
import type { Database } from '../../src/store/database.ts';
import { eachStore } from '../support/stores.ts';

/** Holds the record of migrations, nothing of a portal; out of reach for the role that serves portals. */
const NOT_TENANT = ['migration'];

/** What the history may hold. A new column is added here only when it cannot hold a name, an address or free text. */
const EVENT_COLUMNS = [
  'dated',
  'definition_version',
  'engine_version',
  'event_id',
  'event_type',
  'evidence',
  'kind',
  'known_at',
  'object_id',
  'object_type',
  'occurred_at',
  'portal_id',
  'property',
  'source_id',
  'source_type',
  'value',
];

eachStore((store) => {
  let database: Database;

  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const names = async (text: string): Promise<string[]> =>
    (await database.query<{ name: string }>(text)).rows.map((row) => row.name);
  const tables = async (): Promise<string[]> =>
    (await names('select tablename as name from pg_tables where schemaname = current_schema() order by 1')).filter(
      (name) => !NOT_TENANT.includes(name),
    );

  describe('every table with tenant data', () => {
    it('has the portal first in its primary key and in every other index', async () => {
      const { rows } = await database.query<{ table: string; isPrimary: boolean; first: string }>(
        `select c.relname as "table", i.indisprimary as "isPrimary", a.attname as first
           from pg_index i
           join pg_class c on c.oid = i.indrelid
           join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`,
      );
      const own = rows.filter((row) => !NOT_TENANT.includes(row.table));
      expect(own.filter((row) => row.first !== 'portal_id')).toEqual([]);
      expect(own.flatMap((row) => (row.isPrimary ? [row.table] : [])).sort()).toEqual(await tables());
    });

    it('lets the serving role see and write the rows of its own portal alone', async () => {
      const open = `select relname as name from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and not relrowsecurity`;
      expect(await names(open)).toEqual(NOT_TENANT);
      const { rows } = await database.query(
        `select tablename, cmd, roles::text, qual, with_check from pg_policies
          where schemaname = current_schema() order by tablename`,
      );
      const rule = expect.stringMatching(/^\(portal_id = current_setting\('l2r\.portal_id'/) as string;
      const everybody = { cmd: 'ALL', roles: '{public}', qual: rule, with_check: rule };
      expect(rows).toEqual((await tables()).map((tablename) => ({ tablename, ...everybody })));
    });

    it('is not owned by the serving role, which cannot step around these rules', async () => {
      const { rows } = await database.query(
        `select rolsuper, rolbypassrls, rolcanlogin,
                (select count(*)::int from pg_tables where schemaname = current_schema() and tableowner = rolname) as owns
           from pg_roles where rolname = 'l2r_app'`,
      );
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owns: 0 }]);
    });

    it('keeps ids as text, but for numbers we count ourselves', async () => {
      const notText = `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = current_schema() and column_name ~ '(^|_)ids?$'
          and data_type not in ('text', 'ARRAY') and is_identity = 'NO'`;
      expect(await names(notText)).toEqual([]);
    });
  });

  it('the history has only columns for ids, coded values and instants', async () => {
    const columns = `select column_name as name from information_schema.columns
      where table_schema = current_schema() and table_name = 'event'`;
    expect((await names(columns)).sort()).toEqual(EVENT_COLUMNS);
  });

  describe('a portal with a row in every table', () => {
    const FULL = portalId('9000');
    beforeAll(async () => {
      for (const table of await tables()) await database.query(await sampleRow(database, table, FULL));
    });

    /** The different numbers of rows that the tables show. */
    const counts = async (id: PortalId): Promise<Set<number>> => {
      const text = (await tables()).map((table) => `select count(*)::int as n from ${table}`).join(' union ');
      const { rows } = await database.inPortal(id, (tx) => tx.query<{ n: number }>(text));
      return new Set(rows.map(({ n }) => n));
    };

    it('sees each of them', async () => {
      expect(await counts(FULL)).toEqual(new Set([1]));
    });

    it('shows none of them to another portal, nor to no portal', async () => {
      for (const other of ['900', '90000', '']) expect(await counts(portalId(other))).toEqual(new Set([0]));
    });

    it('takes no row, and loses none, from another portal', async () => {
      for (const table of await tables()) {
        const forged = await sampleRow(database, table, FULL);
        const forge = database.inPortal(portalId('1'), (tx) => tx.query(forged));
        await expect(forge).rejects.toMatchObject({ code: '42501' });
      }
      const removed = (await tables()).map((table) => `delete from ${table}`).join(';');
      await database.inPortal(portalId('1'), (tx) => tx.query(removed));
      expect(await counts(FULL)).toEqual(new Set([1]));
    });
  });
});

/** A statement that adds a row with the plainest value of each column that needs one. */
async function sampleRow(database: Database, table: string, id: PortalId): Promise<string> {
  const columns = await database.query<{ name: string; column: string; type: string }>(
    `select column_name as name, quote_ident(column_name) as "column", data_type as type from information_schema.columns
      where table_schema = current_schema() and table_name = $1 and is_nullable = 'NO' and is_identity = 'NO'`,
    [table],
  );
  const checks = await database.query<{ check: string }>(
    `select pg_get_constraintdef(oid) as "check" from pg_constraint where conrelid = to_regclass($1) and contype = 'c'`,
    [table],
  );
  /** The first of the values that a check allows. */
  const allowed = (name: string): string =>
    checks.rows.map(({ check }) => new RegExp(`\\(${name} = ANY \\(ARRAY\\['(\\w+)'`).exec(check)?.[1]).find(Boolean) ??
    'x';
  const values = columns.rows.map(({ name, type }) => {
    if (name === 'portal_id') return `'${id}'`;
    if (type === 'text') return `'${allowed(name)}'`;
    if (type === 'boolean') return 'false';
    return type === 'jsonb' || type === 'ARRAY' ? "'{}'" : '0';
  });
  return `insert into ${table} (${columns.rows.map(({ column }) => column).join()}) values (${values.join()})`;
}
