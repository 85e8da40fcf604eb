import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultSwitches } from '../../src/sandbox/switches.ts';

const root = join(import.meta.dirname, '../..');

it.each(['docs/assumptions.md', 'src/sandbox/DIFFERENCES.md'])(
  '%s lists every switch of the sandbox with its default first, and no other',
  async (page) => {
    const rows = (await readFile(join(root, page), 'utf8')).split('\n').filter((line) => line.startsWith('|'));
    const told = rows.flatMap((row) => {
      const cells = row.split('|').map((cell) => cell.trim().replaceAll('`', ''));
      const at = cells.findIndex((cell) => cell in defaultSwitches);
      return at === -1 ? [] : [[cells[at], /^[\w-]+/.exec(cells[at + 1] ?? '')?.[0]]];
    });
    const wanted = Object.entries(defaultSwitches).map(([name, value]) => [name, String(value)]);
    expect(told.toSorted()).toEqual(wanted.toSorted());
  },
);
