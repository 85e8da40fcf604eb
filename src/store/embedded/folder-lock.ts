import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseSetupError } from '../database-setup-error.ts';

const SQLITE_BUSY = 5;
const OWNER = 'owner.txt';

/**
 * Takes the data folder for this process; two owners would destroy it.
 *
 * The lock is an SQLite transaction because the operating system drops it with the process, however that ends. Keep the
 * object: when it is collected the lock is gone. SQLite's exclusive locking mode would not do: in it, two takers at the same
 * moment can each keep what the other one waits for.
 *
 * @param waitMs  how long another owner may take to leave; this process does nothing else meanwhile
 * @throws DatabaseSetupError naming the owner if it stays
 */
export function takeFolderLock(folder: string, waitMs: number): Disposable {
  const lock = new DatabaseSync(join(folder, 'lock.db'), { timeout: waitMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw isBusy(error) ? busyFolder(folder) : error;
  }
  writeFileSync(join(folder, OWNER), `process ${process.ppid} (its database is process ${process.pid})`);
  return lock;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

function busyFolder(folder: string): DatabaseSetupError {
  const owner = readFileSync(join(folder, OWNER), 'utf8');
  return new DatabaseSetupError(
    `The data folder ${folder} is in use by ${owner}: stop that process or choose another folder.`,
  );
}
