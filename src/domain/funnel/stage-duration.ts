import { DAY_MS } from '../values/instant.ts';
import { quantile } from '../values/quantile.ts';
import type { Pair, Rows } from './conversion.ts';
import type { JourneyColumns } from './journey-columns.ts';

/** Elapsed days (24 hours each) between the first entries of two stages. */
export interface StageDuration extends Pair {
  readonly n: number;
  readonly meanDays: number | null;
  readonly medianDays: number | null;
  readonly p90Days: number | null;
}

/**
 * Durations of the journeys observed at both places. Left out: negative ones (an outcome before its cause is a problem row) and those
 * where either moment is not known.
 */
export function stageDuration(columns: JourneyColumns, pair: Pair, rows: Rows): StageDuration {
  const days = durationsInDays(columns, pair, rows);
  return {
    ...pair,
    n: days.length,
    meanDays: days.length === 0 ? null : days.reduce((sum, each) => sum + each, 0) / days.length,
    medianDays: quantile(days, 0.5),
    p90Days: quantile(days, 0.9),
  };
}

/** Ascending, so that sums and percentiles do not depend on the order of rows. */
function durationsInDays(columns: JourneyColumns, { from, to }: Pair, rows: Rows): Float64Array {
  const days: number[] = [];
  for (const row of rows) {
    if (!columns.dated[from][row] || !columns.dated[to][row]) continue;
    const elapsed = (columns.enteredAt[to][row] ?? Number.NaN) - (columns.enteredAt[from][row] ?? Number.NaN);
    if (elapsed >= 0) days.push(elapsed / DAY_MS);
  }
  return Float64Array.from(days).sort();
}
