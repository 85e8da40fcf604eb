import { existsSync } from 'node:fs';
import { constants, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pglite from '../../../node_modules/@electric-sql/pglite/package.json' with { type: 'json' };

/** Where the installed packages keep what they need not make twice; it goes with them. */
const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/lead-to-revenue');

/**
 * Puts the files of an empty database at `target`. Making them takes some seconds of work, so the first ones are kept and copied from then
 * on; where nothing can be kept (installed by another user, a full disk) they are made in place.
 */
export async function putEmptyData(target: string, cache = CACHE): Promise<void> {
  const kept = await keptData(cache).catch(() => undefined);
  if (kept === undefined) await makeEmptyData(target);
  else await cp(kept, target, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** Several processes may come here at once: each makes its own, and the first to finish puts it in place. */
async function keptData(cache: string): Promise<string> {
  const kept = join(cache, `empty-${pglite.version}`);
  if (existsSync(kept)) return kept;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'draft-'));
  try {
    await makeEmptyData(draft);
    await rename(draft, kept);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

async function makeEmptyData(folder: string): Promise<void> {
  const database = await PGlite.create(folder);
  await database.close();
}
