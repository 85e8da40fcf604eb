import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { putEmptyData } from './prepared-data.ts';

/**
 * Opens the database files of a data folder, put there on first use.
 *
 * They come under another name first: a start that is killed half-way must not leave a database that looks whole.
 */
export async function openData(folder: string): Promise<PGlite> {
  const data = join(folder, 'postgres');
  if (!existsSync(data)) await putData(data);
  return PGlite.create(data);
}

async function putData(data: string): Promise<void> {
  const unfinished = `${data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await putEmptyData(unfinished);
  await rename(unfinished, data);
}
