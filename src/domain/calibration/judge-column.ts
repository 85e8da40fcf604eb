import type { CalibrationRow } from './calibration-row.ts';
import type { LeftOutColumn } from './calibration-report.ts';

/** Share of late or undated values up to which a column is kept and those values count as blank. */
export const TOLERATED_SHARE = 0.01;

type DatedRow = Pick<CalibrationRow, 'scoredAt' | 'features'>;

export interface Verdict extends Pick<LeftOutColumn, 'stated' | 'changedAfter' | 'undated'> {
  readonly basis: 'dated' | 'declared';
  /** Why the column is not used; undefined when it is. */
  readonly leftOut: Pick<LeftOutColumn, 'reason' | 'sentence'> | undefined;
}

/**
 * Whether a column existed when the leads were scored. That is a matter of time, not of meaning: a value last changed after the AQL may
 * have been written because of the outcome, and one without a time cannot prove that it was not.
 *
 * A person who names the column as known at creation stands in for times that are missing, never against times that are there.
 */
export function judgeColumn(name: string, rows: readonly DatedRow[], isDeclared: boolean): Verdict {
  const counts = { intime: 0, late: 0, undated: 0, unset: 0 };
  for (const row of rows) counts[timingOf(row, name)] += 1;
  const { late: changedAfter } = counts;
  const undated = isDeclared ? 0 : counts.undated;
  const stated = rows.length - counts.unset;
  const basis = isDeclared && counts.undated > 0 ? ('declared' as const) : ('dated' as const);
  const facts = { stated, changedAfter, undated, basis };
  if (changedAfter + undated <= stated * TOLERATED_SHARE) return { ...facts, leftOut: undefined };
  const told = [
    ...(changedAfter > 0 ? [`last changed after the AQL in ${changedAfter}`] : []),
    ...(undated > 0 ? [`undated in ${undated}`] : []),
  ];
  const sentence = `${told.join(' and ')} of ${stated} rows with a value`;
  return { ...facts, leftOut: { reason: changedAfter > undated ? 'changed after' : 'undated', sentence } };
}

/** The value of a used column at the AQL; undefined when blank, or when it cannot be trusted. */
export function valueAtScoring(row: DatedRow, name: string, isDeclared: boolean): string | number | undefined {
  const timing = timingOf(row, name);
  return timing === 'intime' || (timing === 'undated' && isDeclared) ? row.features.get(name)?.value : undefined;
}

function timingOf(row: DatedRow, name: string): 'intime' | 'late' | 'undated' | 'unset' {
  const feature = row.features.get(name);
  if (feature === undefined || (feature.value === undefined && feature.lastChangedAt === undefined)) return 'unset';
  if (feature.lastChangedAt === undefined || row.scoredAt === undefined) return 'undated';
  return feature.lastChangedAt > row.scoredAt ? 'late' : 'intime';
}
