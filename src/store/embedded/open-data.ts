import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/**
 * Opens the database files of a data folder, made on first use (some seconds).
 *
 * They are made under another name first: a start that is killed half-way must not leave a database that looks whole.
 */
export async function openData(folder: string): Promise<PGlite> {
  const data = join(folder, 'postgres');
  if (!existsSync(data)) await makeData(data);
  return PGlite.create(data);
}

async function makeData(data: string): Promise<void> {
  const unfinished = `${data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const database = await PGlite.create(unfinished);
  await database.close();
  await rename(unfinished, data);
}
