import type { Milestone } from '../journey/milestone.ts';
import { monthsCovering, type Month } from '../values/calendar.ts';
import { DAY_MS, type Instant } from '../values/instant.ts';
import { type Conversion, conversion, forwardPairs } from './conversion.ts';
import type { Curve } from './incidence-curve.ts';
import { allRows, type JourneyColumns } from './journey-columns.ts';
import { type StageDuration, stageDuration } from './stage-duration.ts';

export interface Cohort {
  /** Month `YYYY-MM` in the reporting zone. */
  readonly cohort: string;
  /** Share of its eventual conversions that a cohort of this age has usually seen, 0–1; null when none can be told. */
  readonly maturity: number | null;
  readonly conversion: readonly Conversion[];
  readonly durations: readonly StageDuration[];
}

/** The funnel's tables per month: each pair restricted to the journeys that entered its `from` in that month. */
export function cohorts(columns: JourneyColumns, zone: string, curves: readonly Curve[]): Cohort[] {
  const pairs = forwardPairs(columns.path);
  const whole = curves.find((curve) => curve.to === columns.path.at(-1) && curve.points.length > 0);
  return monthsOf(columns, zone).map((month) => {
    const rowsFrom = new Map(columns.path.map((from) => [from, rowsEntering(columns, from, month)]));
    return {
      cohort: month.name,
      maturity: maturity(whole, month, columns.asOf),
      conversion: pairs.map((pair) => conversion(columns, pair, rowsFrom.get(pair.from) ?? [])),
      durations: pairs.map((pair) => stageDuration(columns, pair, rowsFrom.get(pair.from) ?? [])),
    };
  });
}

function monthsOf(columns: JourneyColumns, zone: string): Month[] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const milestone of columns.path.slice(0, -1)) {
    for (const at of columns.enteredAt[milestone]) {
      if (at < first) first = at;
      if (at > last) last = at;
    }
  }
  return first > last ? [] : monthsCovering(first, last, zone);
}

const rowsEntering = (columns: JourneyColumns, from: Milestone, { startAt, endAt }: Month): number[] =>
  allRows(columns).filter((row) => {
    const at = columns.enteredAt[from][row] ?? Number.NaN;
    return at >= startAt && at < endAt;
  });

/**
 * How far along a cohort is: the curve from the first observed place of the path to its end, at the age of the month's youngest
 * possible member, divided by the curve's last point.
 */
function maturity(curve: Curve | undefined, { endAt }: Month, asOf: Instant): number | null {
  const last = curve?.points.at(-1)?.converted ?? 0;
  if (!curve || last === 0) return null;
  const ageDays = (asOf - endAt) / DAY_MS;
  return (curve.points.findLast((point) => point.day <= ageDays)?.converted ?? 0) / last;
}
