import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DatabaseSetupError } from '../database-setup-error.ts';
import type { Address, ChildMessage, ChildSettings } from './child-settings.ts';

export interface RunningChild {
  address: Address;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<unknown>;
  /** Lets the database close its files and waits for the end of its process. */
  stop(): Promise<unknown>;
}

const STOP_LIMIT_MS = 10_000;
const PROGRAM = fileURLToPath(new URL('./child.ts', import.meta.url));

/**
 * Starts the process of the embedded database and waits until it accepts connections.
 *
 * @throws DatabaseSetupError if the data folder cannot be used
 */
export async function startChild(settings: ChildSettings): Promise<RunningChild> {
  const child = fork(PROGRAM, [JSON.stringify(settings)], {
    execPath: process.execPath,
    execArgv: [],
    // It needs nothing from the environment, and secrets in it are none of its business.
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [message] = (await Promise.race([once(child, 'message'), ended.then(() => [])])) as [ChildMessage?];
  if (message?.kind !== 'ready') {
    await ended;
    throw new DatabaseSetupError(
      message?.message ?? `The database in ${settings.folder} ended while it was starting: start again.`,
    );
  }
  return { address: message.address, ended, stop };

  function stop(): Promise<unknown> {
    if (child.connected) child.disconnect();
    // What is stored stays stored: the next start recovers it as after a power cut.
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    return ended.finally(() => clearTimeout(limit));
  }
}
