import pg from 'pg';
import { DatabaseSetupError } from '../database-setup-error.ts';
import { explainConnectionError } from './explain-connection-error.ts';

/** `server_version_num` of PostgreSQL 15, the oldest version the tables are made for. */
const OLDEST = 150_000;
const CONNECT_LIMIT_MS = 10_000;

/**
 * Connects once, so that a wrong address is told apart from everything that can fail later.
 *
 * @throws DatabaseSetupError if the address cannot be read, nobody answers or lets us in, or the server is too old
 */
export async function checkServer(url: string): Promise<void> {
  const client = clientFor(url);
  // After a failed attempt the driver may report the closing socket once more; the first error says it all.
  client.on('error', () => {});
  try {
    await client.connect();
    await checkVersion(client);
  } catch (error) {
    throw error instanceof DatabaseSetupError ? error : explainConnectionError(error, client);
  } finally {
    await client.end();
  }
}

function clientFor(url: string): pg.Client {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('it names no PostgreSQL server');
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DatabaseSetupError(
      `DATABASE_URL cannot be used (${why}): write it like postgres://user:password@host:5432/database.`,
    );
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name",
  );
  const [version] = rows;
  if (version && version.number >= OLDEST) return;
  throw new DatabaseSetupError(
    `The server at ${client.host}:${client.port} runs PostgreSQL ${version?.name ?? 'of an unknown version'}: ` +
      'use version 15 or later.',
  );
}
