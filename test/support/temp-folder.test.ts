import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from './temp-folder.ts';

test('a temp folder is gone with its contents when its scope ends', async () => {
  let path: string;
  {
    await using folder = await tempFolder();
    path = folder.path;
    await writeFile(join(path, 'file.txt'), 'text');
  }
  expect(existsSync(path)).toBe(false);
});
