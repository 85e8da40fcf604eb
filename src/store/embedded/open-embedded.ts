import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import pg from 'pg';
import { columnTypes } from '../column-types.ts';
import type { ConnectionSource, Report } from '../connection-source.ts';
import { reportLostConnections } from '../report-lost-connections.ts';
import type { Address } from './child-settings.ts';
import { prepareDataFolder } from './data-folder.ts';
import { keepRunning } from './keep-running.ts';

export interface EmbeddedOptions {
  folder: string;
  /** How long to wait for another process to leave the folder, in milliseconds. */
  folderWaitMs: number;
  report: Report;
}

/**
 * The embedded database in `folder`, in a process of its own that ends with this one.
 *
 * @throws DatabaseSetupError if the folder cannot be used or another process stays in it
 */
export async function openEmbedded({
  folder: given,
  folderWaitMs,
  report,
}: EmbeddedOptions): Promise<ConnectionSource> {
  const folder = resolve(given);
  await prepareDataFolder(folder);
  await using stack = new AsyncDisposableStack();
  const child = stack.use(await keepRunning({ folder, temporaryFolder: tmpdir(), folderWaitMs }, report));
  const pool = stack.adopt(embeddedPool(report), (open) => open.end());
  const opened = stack.move();
  return { kind: 'embedded', connect, [Symbol.asyncDispose]: () => opened.disposeAsync() };

  async function connect(): Promise<pg.PoolClient> {
    const address = await child.address();
    try {
      return await connectTo(address);
    } catch (error) {
      if (!isGone(error)) throw error;
      // Its process is ending, which this one has not heard of yet. Nothing was sent, so nothing is lost.
      return connectTo(await child.addressAfter(address));
    }
  }

  function connectTo(address: Address): Promise<pg.PoolClient> {
    Object.assign(pool.options, address);
    return pool.connect();
  }
}

/** Whether the other end was not there, or left before it had answered. */
function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error) return ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(String(error.code));
  return error.message === 'Connection terminated unexpectedly';
}

/**
 * One connection: the database has one session underneath, and the messages of two connections would mix in it. Nothing
 * is left to the environment, where the settings of another server may stand.
 */
function embeddedPool(report: Report): pg.Pool {
  const pool = new pg.Pool({
    user: 'postgres',
    password: '',
    database: 'postgres',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    types: columnTypes(),
  });
  reportLostConnections(pool, report);
  return pool;
}
