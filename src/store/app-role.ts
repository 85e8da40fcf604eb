import { DatabaseSetupError } from './database-setup-error.ts';
import type { Queryable, Transactions } from './queryable.ts';
import { isRefusedPermission } from './refused-permission.ts';

/** duplicate_object and unique_violation: another start, maybe on another database of the server, made the role first. */
const MADE_BY_ANOTHER_START = new Set<unknown>(['42710', '23505']);

/**
 * Makes sure that the role `l2r_app`, as which portals are served, exists and that this user may become it.
 *
 * The role belongs to the whole server, logs nobody in and is bound by row-level security, which the owner of the tables
 * is not.
 *
 * @returns whether the role was made just now, so that it has no rights yet
 * @throws DatabaseSetupError with the statements for an administrator if this user may not do so
 */
export async function ensureAppRole(database: Transactions): Promise<boolean> {
  try {
    const made = await createIfMissing(database);
    if (!(await canBecome(database))) await database.query('GRANT l2r_app TO CURRENT_USER');
    return made;
  } catch (error) {
    throw isRefusedPermission(error) ? await forAdministrator(database) : error;
  }
}

async function createIfMissing(database: Transactions): Promise<boolean> {
  const { rowCount } = await database.query("SELECT 1 FROM pg_roles WHERE rolname = 'l2r_app'");
  if (rowCount > 0) return false;
  try {
    await database.query('CREATE ROLE l2r_app NOLOGIN');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && MADE_BY_ANOTHER_START.has(error.code))) throw error;
  }
  return true;
}

/** Tried rather than looked up: which memberships allow SET ROLE differs between the versions of PostgreSQL. */
async function canBecome(database: Transactions): Promise<boolean> {
  try {
    await database.transaction((tx) => tx.query('SET LOCAL ROLE l2r_app'));
    return true;
  } catch (error) {
    if (isRefusedPermission(error)) return false;
    throw error;
  }
}

async function forAdministrator(database: Transactions): Promise<DatabaseSetupError> {
  const { rows } = await database.query<{ name: string }>('SELECT quote_ident(current_user) AS name');
  const user = rows[0]?.name ?? 'CURRENT_USER';
  return new DatabaseSetupError(
    `The database user ${user} may not set up the role l2r_app: let an administrator run ` +
      `CREATE ROLE l2r_app NOLOGIN; GRANT l2r_app TO ${user}; (leave out the first where the role exists).`,
  );
}

/** Lets the role use the schema of this connection: its tables and sequences, those of today and those made later. */
export async function grantSchemaToAppRole(tx: Queryable): Promise<void> {
  await tx.query(`DO $$
    DECLARE
      here text := quote_ident(current_schema());
    BEGIN
      EXECUTE 'GRANT USAGE ON SCHEMA ' || here || ' TO l2r_app';
      EXECUTE 'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ' || here || ' TO l2r_app';
      EXECUTE 'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ' || here || ' TO l2r_app';
      EXECUTE 'ALTER DEFAULT PRIVILEGES IN SCHEMA ' || here
        || ' GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO l2r_app';
      EXECUTE 'ALTER DEFAULT PRIVILEGES IN SCHEMA ' || here || ' GRANT USAGE, SELECT ON SEQUENCES TO l2r_app';
    END $$`);
}
