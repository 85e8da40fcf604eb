import type { Milestone } from '../journey/milestone.ts';
import { type Cohort, cohorts } from './cohort.ts';
import { type Conversion, conversion, forwardPairs } from './conversion.ts';
import { type Curve, incidenceCurve } from './incidence-curve.ts';
import { allRows, type JourneyColumns } from './journey-columns.ts';
import { type StageCount, stageCounts } from './stage-counts.ts';
import { type StageDuration, stageDuration } from './stage-duration.ts';

export interface Breakdown {
  /** The property's raw value; '' where it has none. */
  readonly value: string;
  readonly conversion: readonly Conversion[];
  readonly durations: readonly StageDuration[];
}

export interface Funnel {
  readonly stages: readonly StageCount[];
  readonly conversion: readonly Conversion[];
  readonly durations: readonly StageDuration[];
  readonly curves: readonly Curve[];
  readonly cohorts: readonly Cohort[];
  readonly breakdowns: Readonly<Record<string, readonly Breakdown[]>>;
}

/** Every table of the funnel over one population: stages, conversion, durations, curves, month cohorts and breakdowns. */
export function funnel(columns: JourneyColumns, zone: string, labelOf: (id: Milestone) => string): Funnel {
  const curves = forwardPairs(columns.path).map((pair) => incidenceCurve(columns, pair));
  return {
    stages: stageCounts(columns, labelOf),
    ...pairTables(columns, allRows(columns)),
    curves,
    cohorts: cohorts(columns, zone, curves),
    breakdowns: Object.fromEntries(Object.keys(columns.dimensions).map((name) => [name, breakdown(columns, name)])),
  };
}

export function pairTables(columns: JourneyColumns, rows: readonly number[]) {
  const pairs = forwardPairs(columns.path);
  return {
    conversion: pairs.map((pair) => conversion(columns, pair, rows)),
    durations: pairs.map((pair) => stageDuration(columns, pair, rows)),
  };
}

export function breakdown(columns: JourneyColumns, name: string): Breakdown[] {
  const values = columns.dimensions[name] ?? [];
  return [...Map.groupBy(allRows(columns), (row) => values[row] ?? '')]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([value, rows]) => ({ value, ...pairTables(columns, rows) }));
}
