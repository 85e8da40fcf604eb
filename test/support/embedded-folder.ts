import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openData } from '../../src/store/embedded/open-data.ts';
import pglite from '../../node_modules/@electric-sql/pglite/package.json' with { type: 'json' };

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/lead-to-revenue');

/** A data folder of its own whose database files are already made (empty): the first start takes a tenth of the time. */
export async function preparedDataFolder(): Promise<{ folder: string } & AsyncDisposable> {
  const prepared = join(CACHE, `pglite-${pglite.version}`);
  if (!existsSync(prepared)) await prepare(prepared);
  const folder = await mkdtemp(join(tmpdir(), 'l2r-data-'));
  await cp(prepared, folder, { recursive: true });
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** Several test files may come here at once: each makes its own copy, the first to finish puts it in place. */
async function prepare(prepared: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(join(CACHE, 'draft-'));
  await (await openData(draft)).close();
  await rename(draft, prepared).catch(() => rm(draft, { recursive: true }));
}
