import type { Pool } from 'pg';
import type { Report } from './connection-source.ts';

/**
 * Keeps a lost connection from ending this process, which is what an `error` event that nobody hears does.
 *
 * An idle connection is reported and replaced. One in use says so to its user, whose next statement fails.
 */
export function reportLostConnections(pool: Pool, report: Report): void {
  pool.on('error', ({ message }) => report({ kind: 'database-connection-lost', message }));
  // The pool does not listen to a connection while it is in use.
  pool.on('connect', (client) => client.on('error', () => {}));
}
