import { describe, expect, it } from 'vitest';
import type { CalibrationRow, Feature } from './calibration-row.ts';
import { judgeColumn, valueAtScoring } from './judge-column.ts';

const AQL = Date.parse('2026-03-02T09:00:00Z');

const row = (feature: Feature | undefined, scoredAt: number | undefined = AQL): CalibrationRow => ({
  outcome: true,
  scoredAt,
  score: undefined,
  grade: undefined,
  features: new Map(feature ? [['tier', feature]] : []),
});
const before = row({ value: 'A', lastChangedAt: AQL });
const after = row({ value: 'A', lastChangedAt: AQL + 1 });
const undated = row({ value: 'A', lastChangedAt: undefined });
const times = (count: number, each: CalibrationRow): CalibrationRow[] => Array.from({ length: count }, () => each);

describe('whether a column existed when the lead was scored', () => {
  it('keeps values changed at the AQL or before it', () => {
    expect(judgeColumn('tier', times(10, before), false)).toEqual({
      stated: 10,
      changedAfter: 0,
      undated: 0,
      basis: 'dated',
      leftOut: undefined,
    });
  });

  it('leaves out a column changed after it in more than one of a hundred rows with a value', () => {
    const rows = [...times(98, before), ...times(2, after), ...times(900, row(undefined))];
    expect(judgeColumn('tier', rows, false).leftOut).toEqual({
      reason: 'changed after',
      sentence: 'last changed after the AQL in 2 of 100 rows with a value',
    });
  });

  it('keeps it with one of a hundred, whose value then counts as blank', () => {
    const rows = [...times(99, before), after];
    expect(judgeColumn('tier', rows, false)).toMatchObject({ changedAfter: 1, leftOut: undefined });
    expect(rows.map((each) => valueAtScoring(each, 'tier', false)).filter((value) => value === undefined)).toHaveLength(
      1,
    );
  });

  it('counts a value that was emptied after the AQL as late: that it is gone is news too', () => {
    const emptied = row({ value: undefined, lastChangedAt: AQL + 5 });
    expect(judgeColumn('tier', [...times(50, before), emptied], false)).toMatchObject({ stated: 51, changedAfter: 1 });
  });

  it('leaves out what has no time, and what cannot be held against one because the AQL is not known', () => {
    const noAql: CalibrationRow = { ...before, scoredAt: undefined };
    expect(judgeColumn('tier', [before, undated, noAql], false).leftOut).toEqual({
      reason: 'undated',
      sentence: 'undated in 2 of 3 rows with a value',
    });
  });

  it('takes a person’s word for a missing time, and not against a time that is there', () => {
    expect(judgeColumn('tier', times(5, undated), true)).toMatchObject({ basis: 'declared', leftOut: undefined });
    expect(valueAtScoring(undated, 'tier', true)).toBe('A');
    expect(judgeColumn('tier', times(5, after), true).leftOut?.reason).toBe('changed after');
  });

  it('names both faults when a column has both', () => {
    expect(judgeColumn('tier', [after, after, undated], false).leftOut).toEqual({
      reason: 'changed after',
      sentence: 'last changed after the AQL in 2 and undated in 1 of 3 rows with a value',
    });
  });
});
