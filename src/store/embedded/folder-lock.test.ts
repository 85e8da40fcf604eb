import { expect, it } from 'vitest';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { takeFolderLock } from './folder-lock.ts';

it('a folder has one owner until the owner lets it go', async () => {
  await using folder = await tempFolder();
  {
    using _lock = takeFolderLock(folder.path, 0);
    expect(() => takeFolderLock(folder.path, 0)).toThrow(
      `The data folder ${folder.path} is in use by process ${process.ppid} (its database is process ${process.pid})`,
    );
  }
  using again = takeFolderLock(folder.path, 0);
  expect(again).toBeDefined();
});

it('two folders can have owners at the same time', async () => {
  await using one = await tempFolder();
  await using two = await tempFolder();
  using _first = takeFolderLock(one.path, 0);
  using second = takeFolderLock(two.path, 0);
  expect(second).toBeDefined();
});
