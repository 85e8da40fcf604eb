import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { socketFolderFor } from './socket-folder.ts';

it('the socket is in the data folder as long as its path is short enough, counted in bytes', async () => {
  await using temp = await tempFolder();
  const longest = `/${'x'.repeat(85)}`;
  await using inside = await socketFolderFor(longest, temp.path, 'linux');
  expect(inside.path).toBe(longest);
  await using outside = await socketFolderFor(`/${'x'.repeat(84)}é`, temp.path, 'linux');
  expect(dirname(outside.path ?? '')).toBe(temp.path);
});

it('the temporary folder of a socket is private and removed in the end', async () => {
  await using temp = await tempFolder();
  const folder = await socketFolderFor('x'.repeat(150), temp.path, 'linux');
  expect((await stat(folder.path ?? '')).mode & 0o777).toBe(0o700);
  await folder[Symbol.asyncDispose]();
  await expect(stat(folder.path ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
});

it('there is none where the system has no such sockets', async () => {
  await using folder = await socketFolderFor('C:\\data', 'C:\\temp', 'win32');
  expect(folder.path).toBeNull();
});
