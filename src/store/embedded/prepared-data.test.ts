import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { putEmptyData } from './prepared-data.ts';

it('an empty database is kept once and copied from then on', { timeout: 60_000 }, async () => {
  await using temp = await tempFolder();
  const cache = join(temp.path, 'cache');
  for (const name of ['a', 'b']) {
    await putEmptyData(join(temp.path, name), cache);
    expect(existsSync(join(temp.path, name, 'PG_VERSION'))).toBe(true);
  }
  expect(await readdir(cache)).toEqual([expect.stringMatching(/^empty-/)]);
});

it('it is made in place where nothing can be kept', { timeout: 60_000 }, async () => {
  await using temp = await tempFolder();
  const cache = join(temp.path, 'file');
  await writeFile(cache, '');
  await putEmptyData(join(temp.path, 'data'), cache);
  expect(existsSync(join(temp.path, 'data', 'PG_VERSION'))).toBe(true);
});
