import type { Report } from '../connection-source.ts';
import type { Address, ChildSettings } from './child-settings.ts';
import { startChild, type RunningChild } from './start-child.ts';

export interface KeptChild extends AsyncDisposable {
  /** Where the database listens now; waits while it is starting again. */
  address(): Promise<Address>;
  /** Where it listens when its process, no longer reachable at `lost`, has ended and been started again. */
  addressAfter(lost: Address): Promise<Address>;
}

/**
 * Starts the process of the embedded database, and again whenever it ends although nobody asked it to.
 *
 * If it cannot be started again, that is reported, and the next request for its address is the next try.
 *
 * @throws DatabaseSetupError if the first start fails
 */
export async function keepRunning(settings: ChildSettings, report: Report): Promise<KeptChild> {
  let isClosed = false;
  let running: Promise<RunningChild> | undefined;
  await run();
  return {
    address: async () => (await run()).address,
    addressAfter: async (lost) => {
      const { address, ended } = await run();
      if (address === lost) await ended;
      return (await run()).address;
    },
    [Symbol.asyncDispose]: async () => {
      isClosed = true;
      await running?.then((child) => child.stop()).catch(() => {});
    },
  };

  function run(): Promise<RunningChild> {
    if (isClosed) return Promise.reject(new Error('The database has been closed.'));
    return (running ??= start());
  }

  async function start(): Promise<RunningChild> {
    try {
      const child = await startChild(settings);
      void child.ended.then(restart);
      return child;
    } catch (error) {
      running = undefined;
      throw error;
    }
  }

  async function restart(): Promise<void> {
    running = undefined;
    if (isClosed) return;
    report({ kind: 'database-restarting', message: 'The embedded database ended unexpectedly and is started again.' });
    await run().catch((error: Error) => report({ kind: 'database-restart-failed', message: error.message }));
  }
}
