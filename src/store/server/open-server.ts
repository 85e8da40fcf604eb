import pg from 'pg';
import { columnTypes } from '../column-types.ts';
import type { ConnectionSource, Report } from '../connection-source.ts';
import { reportLostConnections } from '../report-lost-connections.ts';
import { checkServer } from './check-server.ts';

export interface ServerOptions {
  url: string;
  /** Schema that every connection works in; it need not exist yet. */
  schema: string;
  poolSize: number;
  report: Report;
}

/**
 * Connections to a PostgreSQL server.
 *
 * @throws DatabaseSetupError if the server cannot be used
 */
export async function openServer({ url, schema, poolSize, report }: ServerOptions): Promise<ConnectionSource> {
  await checkServer(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: columnTypes(),
    // The pool waits for this promise before it hands the connection out; its type does not say so. A statement, not
    // the start-up option `search_path`, because connection poolers refuse such options.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    onConnect: (client) => client.query(`SET search_path TO ${pg.escapeIdentifier(schema)}`),
  });
  reportLostConnections(pool, report);
  return { kind: 'server', connect: () => pool.connect(), [Symbol.asyncDispose]: () => pool.end() };
}
