/**
 * A lock between processes: a folder that holds one empty file, named after the process id of its owner.
 *
 * Every step is one rename, so there is no moment at which two processes can both believe they own it, and no moment at
 * which it exists without an owner. A lock whose owner has died is taken over.
 */
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pollMs = 200;
const me = String(process.pid);

/**
 * Does some work while no other process does work under the same lock.
 *
 * @param folder  path of the lock; its parent exists and is writable
 * @param onWait  called once with the owner's process id when the lock is taken
 * @param work    what to do; its result or error is passed on, the lock is given back either way
 */
export async function underLock(folder, onWait, work) {
  for (let owner = take(folder), told = false; owner !== me; owner = take(folder)) {
    if (owner && !told) onWait(owner);
    told ||= owner !== undefined;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  try {
    return await work();
  } finally {
    giveBack(folder);
  }
}

/** Tries to become the owner; returns the owner's process id, or undefined while it is changing. */
function take(folder) {
  const prepared = `${folder}.${me}`;
  mkdirSync(prepared, { recursive: true });
  writeFileSync(join(prepared, me), '');
  try {
    // Replaces nothing or an empty folder, which is a lock being given back; an owned lock is not empty and refuses.
    renameSync(prepared, folder);
    return me;
  } catch {
    rmSync(prepared, { recursive: true, force: true });
    return takeOver(folder);
  }
}

/** Renames the file of a dead owner to our id. Of several who try, one succeeds: the old name is then gone. */
function takeOver(folder) {
  try {
    const owner = readdirSync(folder)[0];
    if (owner === undefined || isAlive(owner)) return owner;
    renameSync(join(folder, owner), join(folder, me));
    return me;
  } catch {
    return undefined;
  }
}

/** Our own id in a lock we do not hold is left over from an earlier process that had the same number. */
function isAlive(pid) {
  if (pid === me) return false;
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function giveBack(folder) {
  rmSync(join(folder, me), { force: true });
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has taken the empty folder in the meantime: it is theirs.
  }
}
