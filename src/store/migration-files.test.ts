import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../../test/support/temp-folder.ts';
import { readMigrations } from './migration-files.ts';

async function read(files: Record<string, string>) {
  await using folder = await tempFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder.path, name), text);
  return await readMigrations(folder.path);
}

it('migrations come in the order of their numbers, without the other files of the folder', async () => {
  const migrations = await read({ '0010-b.sql': 'B', '0002-a-c.sql': 'A', 'README.md': '' });
  expect(migrations.map(({ number, name, sql }) => [number, name, sql])).toEqual([
    [2, 'a-c', 'A'],
    [10, 'b', 'B'],
  ]);
});

it('other line ends are the same migration, another text is not', async () => {
  const [unix, windows, other] = await read({ '0001-a.sql': 'A\nB', '0002-a.sql': 'A\r\nB', '0003-a.sql': 'A B' });
  expect(windows?.sha256).toBe(unix?.sha256);
  expect(other?.sha256).not.toBe(unix?.sha256);
});

it('a file without a number is refused', () => expect(read({ 'leads.sql': '' })).rejects.toThrow('leads.sql must be'));

it('two files with one number are refused', () =>
  expect(read({ '0001-a.sql': '', '0001-b.sql': '' })).rejects.toThrow('Two migrations have the number 1'));
