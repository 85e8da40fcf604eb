import { chmod, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { prepareDataFolder } from './data-folder.ts';

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

it('a new data folder, and one that was open to others, are closed to them', async () => {
  await using temp = await tempFolder();
  const folder = join(temp.path, 'deep/data');
  await prepareDataFolder(folder);
  expect(await modeOf(folder)).toBe(0o700);
  await chmod(folder, 0o755);
  await prepareDataFolder(folder);
  expect(await modeOf(folder)).toBe(0o700);
});

it('a folder with other files in it is refused, and stays open as it was', async () => {
  await using temp = await tempFolder();
  await chmod(temp.path, 0o755);
  await writeFile(join(temp.path, 'letter.txt'), '');
  await expect(prepareDataFolder(temp.path)).rejects.toMatchObject({
    exitCode: 2,
    message: `The folder ${temp.path} holds other files: choose an empty one for the data.`,
  });
  expect(await modeOf(temp.path)).toBe(0o755);
});

it('a folder that cannot be made is refused in one sentence', async () => {
  await using temp = await tempFolder();
  await writeFile(join(temp.path, 'file'), '');
  await expect(prepareDataFolder(join(temp.path, 'file/data'))).rejects.toMatchObject({
    exitCode: 2,
    message:
      `The data folder ${temp.path}/file/data cannot be made or written (ENOTDIR): ` +
      'give this user the right to it or choose another.',
  });
});
