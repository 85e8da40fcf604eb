import pg from 'pg';
import { DatabaseSetupError } from '../database-setup-error.ts';
import type { Transactions } from '../queryable.ts';
import { isRefusedPermission } from '../refused-permission.ts';
import { takeSetupLock } from '../setup-lock.ts';

/**
 * Creates the schema unless it is there.
 *
 * @throws DatabaseSetupError with the statement for an administrator if the user may not
 */
export async function ensureSchema(database: Transactions, schema: string): Promise<void> {
  await database.transaction(async (tx) => {
    await takeSetupLock(tx);
    const { rowCount } = await tx.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
    if (rowCount > 0) return;
    const create = `CREATE SCHEMA ${pg.escapeIdentifier(schema)}`;
    await tx.query(create).catch((error: unknown) => {
      throw isRefusedPermission(error)
        ? new DatabaseSetupError(
            `The database user may not create the schema: let an administrator run ${create} AUTHORIZATION <user of DATABASE_URL>;`,
          )
        : error;
    });
  });
}
