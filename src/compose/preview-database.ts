import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniqueId } from '../adapters/system/system.ts';
import { openDatabase } from '../store/database.ts';

/** A place for a preview's tables that is gone afterwards: a temporary folder, or on a server a schema of its own. */
export interface PreviewDatabase extends AsyncDisposable {
  readonly folder: string;
  readonly schema: string;
  readonly url: string | undefined;
}

export async function createPreviewDatabase(url: string | undefined): Promise<PreviewDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'l2r-preview-'));
  const schema = `l2r_preview_${uniqueId().replaceAll('-', '').slice(0, 12)}`;
  return {
    folder,
    schema,
    url,
    async [Symbol.asyncDispose]() {
      if (url !== undefined) await dropSchemas(url, schema, folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function dropSchemas(url: string, schema: string, folder: string): Promise<void> {
  await using database = await openDatabase({ url, schema, folder, report: () => undefined });
  await database.query(`drop schema if exists ${schema}_queue cascade`);
  await database.query(`drop schema if exists ${schema} cascade`);
}
