import { describe, expect, test, vi } from 'vitest';
import { readFiles } from '../../../test/support/portal-folder.ts';
import { DIRTY_KINDS } from './dirty-kinds.ts';
import { generatePortal } from './generate-portal.ts';
import type { FolderRecord, LoadProblem } from './read-portal-folder.ts';
import type { Truth } from './truth.ts';

// Whole portals are made here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const options = { endAt: Date.UTC(2026, 10, 24, 9, 30), seed: 5 };
const files = generatePortal(options);
const { dirtyRows } = JSON.parse(files['truth.json'] ?? '') as Truth;
const folder = await readFiles(files);
const clean = await readFiles(generatePortal({ ...options, dirty: 0 }));

const kindsOf = (problem: LoadProblem) =>
  DIRTY_KINDS.filter(
    ({ file, column, says }) => problem.file === file && problem.column === column && says.test(problem.reason),
  );

describe('dirty rows', () => {
  test('are of twelve kinds, with names of their own', () => {
    expect(new Set(DIRTY_KINDS.map(({ kind }) => kind)).size).toBe(12);
    expect(Object.keys(dirtyRows.kinds).sort()).toEqual(DIRTY_KINDS.map(({ kind }) => kind).sort());
  });

  test('are eight in a hundred of all rows', () => {
    expect(dirtyRows.total / folder.load.read).toBeCloseTo(0.08, 3);
    expect(dirtyRows.total).toBe(Object.values(dirtyRows.kinds).reduce((sum, count) => sum + count, 0));
  });

  test.each(DIRTY_KINDS)('$kind: each is told once, in its place, and is $outcome', async ({ kind, outcome }) => {
    const problems = folder.load.problems.filter((problem) => kindsOf(problem).some((each) => each.kind === kind));
    expect(problems.length).toBeGreaterThan(10);
    expect(problems).toHaveLength(dirtyRows.kinds[kind] ?? -1);
    expect(new Set(problems.map(({ line }) => line)).size).toBe(problems.length);
    const { file } = problems[0] ?? { file: '' };
    const without = (files[file] ?? '').split('\n').filter((_, index) => index + 1 !== problems[0]?.line);
    const less = await readFiles({ ...files, [file]: without.join('\n') });
    if (outcome === 'rejected') expect(less.load.accepted).toBe(folder.load.accepted);
    else expect(less.load.accepted).toBeLessThan(folder.load.accepted);
  });

  test('are all that is wrong: every problem is of exactly one kind, and no clean row is rejected', () => {
    expect(folder.load.problems.filter((problem) => kindsOf(problem).length !== 1)).toEqual([]);
    expect(folder.load.problems).toHaveLength(dirtyRows.total);
    expect(folder.load.notes).toEqual([]);
    const kept = dirtyRows.kinds['older_than_its_record'] ?? 0;
    expect(folder.load.accepted).toBe(clean.load.accepted + kept);
    expect(folder.load.rejected).toBe(folder.load.read - folder.load.accepted);
  });

  test('leave what is known of every journey as it is', () => {
    const told = folder.history.filter(({ value, sourceType }) => value !== 'subscriber' || sourceType !== 'IMPORT');
    expect(told).toEqual(clean.history);
    expect(folder.associations).toEqual(clean.associations);
    expect([folder.touches, folder.signals]).toEqual([clean.touches, clean.signals]);
    const leftOut = ({
      properties: { hubspot_owner_id: _owner, amount: _amount, ...rest },
      ...record
    }: FolderRecord) => {
      return { ...record, properties: rest };
    };
    expect(folder.records.map(leftOut)).toEqual(clean.records.map(leftOut));
    expect(folder.asOf).toBe(clean.asOf);
  });
});

test('a portal without dirty rows has none', () => {
  expect(clean.load).toMatchObject({ rejected: 0, problems: [], notes: [] });
});

test.each([0.02, 0.3])('their share is what is asked for: %f', async (dirty) => {
  const { load } = await readFiles(generatePortal({ ...options, dirty }));
  expect(load.problems.length / load.read).toBeCloseTo(dirty, 2);
});
