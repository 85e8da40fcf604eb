import type { Migration } from './migration-files.ts';
import { readMigrations } from './migration-files.ts';
import { pendingMigrations, type AppliedMigration } from './pending-migrations.ts';
import type { Queryable, Transactions } from './queryable.ts';
import { takeSetupLock } from './setup-lock.ts';

/**
 * Brings the tables to the state of the migrations in `folder`.
 *
 * Each migration is one transaction with its record in the table `migration`; several starts at once apply each one once.
 *
 * @throws DatabaseSetupError if the database and the folder do not belong together
 * @throws Error naming the migration that failed; those before it stay applied
 */
export async function migrate(database: Transactions, folder: string): Promise<void> {
  const known = await readMigrations(folder);
  await database.transaction(createRecord);
  while (await database.transaction((tx) => applyNext(tx, known)));
}

/** @returns whether the database has been migrated before */
export async function hasRecord(tx: Queryable): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    "SELECT to_regclass(quote_ident(current_schema()) || '.migration') IS NOT NULL AS found",
  );
  return rows[0]?.found ?? false;
}

async function createRecord(tx: Queryable): Promise<void> {
  await takeSetupLock(tx);
  if (await hasRecord(tx)) return;
  await tx.query(`
    CREATE TABLE migration (
      number integer PRIMARY KEY,
      name text NOT NULL,
      applied_at bigint NOT NULL DEFAULT floor(extract(epoch FROM clock_timestamp()) * 1000),
      sha256 text NOT NULL
    );
    REVOKE ALL ON migration FROM l2r_app`);
}

/** Looks again under the lock each time: another start may have applied some in between. */
async function applyNext(tx: Queryable, known: readonly Migration[]): Promise<boolean> {
  await takeSetupLock(tx);
  const applied = await tx.query<AppliedMigration>('SELECT number, name, sha256 FROM migration ORDER BY number');
  const [next] = pendingMigrations(applied.rows, known);
  if (next) await apply(tx, next);
  return next !== undefined;
}

async function apply(tx: Queryable, { number, name, sql, sha256 }: Migration): Promise<void> {
  await tx.query(sql).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The migration ${number} (${name}) failed: ${why}`, { cause });
  });
  await tx.query('INSERT INTO migration (number, name, sha256) VALUES ($1, $2, $3)', [number, name, sha256]);
}
