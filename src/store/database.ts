import { fileURLToPath } from 'node:url';
import type { PortalId } from '../domain/values/ids.ts';
import { ensureAppRole, grantSchemaToAppRole } from './app-role.ts';
import type { ConnectionSource, Report } from './connection-source.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { hasRecord, migrate } from './migrate.ts';
import type { Queryable, Transactions } from './queryable.ts';
import { ensureSchema } from './server/ensure-schema.ts';
import { openServer } from './server/open-server.ts';
import { Sessions } from './sessions.ts';
import { takeSetupLock } from './setup-lock.ts';

export type { Queryable } from './queryable.ts';

/**
 * The product's tables. `query` and `transaction` act as their owner, outside any portal.
 *
 * Inside a transaction only its own `tx` may be used: the embedded database has a single connection.
 */
export interface Database extends Transactions, AsyncDisposable {
  readonly kind: 'embedded' | 'server';
  /** A transaction that sees and writes only the rows of one portal (row-level security on `l2r.portal_id`). */
  inPortal<T>(portalId: PortalId, work: (tx: Queryable) => Promise<T>): Promise<T>;
}

export interface DatabaseOptions {
  /** Address of a PostgreSQL server, 15 or later; without it the embedded database in `folder` is used. */
  url?: string;
  /** Schema on the server; default `l2r`. */
  schema?: string;
  /** Data folder of the embedded database: made if missing, private to this user, owned by one process at a time. */
  folder: string;
  /** Connections to the server; default 10. */
  poolSize?: number;
  /** Folder of the migrations; default the product's own. */
  migrations?: string;
  /** How long to wait for another process to leave `folder`, in milliseconds; default 10 000. */
  folderWaitMs?: number;
  /** Hears of lost connections and restarts, which need no answer. */
  report: Report;
}

const OWN_MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url));

/**
 * Opens the database and brings its tables up to date. Disposing of it waits for the connections in use.
 *
 * @throws DatabaseSetupError if the folder, the address or the database cannot be used as it is
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, schema = 'l2r', poolSize = 10, folder, folderWaitMs = 10_000, report } = options;
  const source =
    url === undefined
      ? await openEmbedded({ folder, folderWaitMs, report })
      : await openServer({ url, schema, poolSize, report });
  const sessions = new Sessions(source);
  try {
    if (source.kind === 'server') await ensureSchema(sessions, schema);
    await prepareTables(sessions, options.migrations ?? OWN_MIGRATIONS);
  } catch (error) {
    await source[Symbol.asyncDispose]();
    throw error;
  }
  return databaseOf(source, sessions);
}

/** Rights are given once, before the first table: a later start must not undo what a migration took away again. */
async function prepareTables(sessions: Sessions, migrations: string): Promise<void> {
  const isNewRole = await ensureAppRole(sessions);
  await sessions.transaction(async (tx) => {
    await takeSetupLock(tx);
    if (isNewRole || !(await hasRecord(tx))) await grantSchemaToAppRole(tx);
  });
  await migrate(sessions, migrations);
}

function databaseOf(source: ConnectionSource, sessions: Sessions): Database {
  return {
    kind: source.kind,
    query: (text, values) => sessions.query(text, values),
    transaction: (work) => sessions.transaction(work),
    inPortal: (portalId, work) => sessions.inPortal(portalId, work),
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  };
}
