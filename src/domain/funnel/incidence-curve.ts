import { DAY_MS } from '../values/instant.ts';
import { Z95 } from '../values/ratio.ts';
import { fateOf, type Pair } from './conversion.ts';
import type { JourneyColumns } from './journey-columns.ts';

/** Share of the journeys at `from` that had reached `to` within `day` whole elapsed days, with its 95 % interval. */
export interface CurvePoint {
  readonly day: number;
  readonly converted: number;
  readonly low: number;
  readonly high: number;
}

export interface Curve extends Pair {
  readonly points: readonly CurvePoint[];
}

/** The days at which a curve is told; those beyond the longest follow-up are left out. */
export const CURVE_DAYS = [
  0, 1, 3, 7, 14, 21, 30, 45, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330, 365, 450, 540, 730,
] as const;

/**
 * Cumulative incidence of `to` after `from` (Aalen–Johansen): open journeys are censored at their age, an exit or an unseen passing is
 * a competing end. With no competing ends it equals one minus Kaplan–Meier. Time is in whole elapsed days; events of a day come before
 * its censorings; a conversion before its cause counts on day 0.
 *
 * Variance after Aalen, the interval on the log(−log) scale; before the first conversion the upper bound is the exact one for none of n.
 */
export function incidenceCurve(columns: JourneyColumns, pair: Pair): Curve {
  const { converted, competing, censored, last } = endsByDay(columns, pair);
  const days = CURVE_DAYS.filter((day) => day <= last);
  const steps = stepsOf(converted, competing, censored, last);
  return { ...pair, points: days.map((day) => pointAt(steps, day)) };
}

interface Step {
  readonly day: number;
  readonly atRisk: number;
  readonly events: number;
  readonly converted: number;
  /** Share without any end before this day. */
  readonly survivalBefore: number;
  /** Cumulative incidence after this day. */
  readonly incidence: number;
}

function endsByDay(columns: JourneyColumns, { from, to }: Pair) {
  const converted = new Map<number, number>();
  const competing = new Map<number, number>();
  const censored = new Map<number, number>();
  let last = -1;
  for (let row = 0; row < columns.size; row += 1) {
    const start = columns.enteredAt[from][row] ?? Number.NaN;
    if (Number.isNaN(start)) continue;
    const fate = fateOf(columns, to, row);
    const end = endAt(columns, to, row, fate);
    const day = Math.max(0, Math.floor((end - start) / DAY_MS));
    const tally = fate === 'converted' ? converted : fate === 'open' ? censored : competing;
    tally.set(day, (tally.get(day) ?? 0) + 1);
    last = Math.max(last, day);
  }
  return { converted, competing, censored, last };
}

function endAt(columns: JourneyColumns, to: Pair['to'], row: number, fate: ReturnType<typeof fateOf>): number {
  if (fate === 'converted') return columns.enteredAt[to][row] ?? Number.NaN;
  if (fate === 'inferred') return columns.inferredAt[columns.path.indexOf(to)]?.[row] ?? Number.NaN;
  return fate === 'open' ? columns.asOf : (columns.exitAt[row] ?? Number.NaN);
}

type Tally = ReadonlyMap<number, number>;

function stepsOf(converted: Tally, competing: Tally, censored: Tally, last: number): Step[] {
  const total = [converted, competing, censored].reduce(
    (sum, tally) => sum + [...tally.values()].reduce((a, b) => a + b, 0),
    0,
  );
  const steps: Step[] = [];
  let atRisk = total;
  let survival = 1;
  let incidence = 0;
  for (let day = 0; day <= last; day += 1) {
    const hits = converted.get(day) ?? 0;
    const events = hits + (competing.get(day) ?? 0);
    if (events > 0) {
      incidence += (survival * hits) / atRisk;
      steps.push({ day, atRisk, events, converted: hits, survivalBefore: survival, incidence });
      survival *= 1 - events / atRisk;
    }
    atRisk -= events + (censored.get(day) ?? 0);
  }
  return steps.length > 0
    ? steps
    : [{ day: 0, atRisk: total, events: 0, converted: 0, survivalBefore: 1, incidence: 0 }];
}

function pointAt(steps: readonly Step[], day: number): CurvePoint {
  const until = steps.filter((step) => step.day <= day);
  const converted = until.at(-1)?.incidence ?? 0;
  const atRisk = (until[0] ?? steps[0])?.atRisk ?? 0;
  if (converted === 0) return { day, converted, low: 0, high: 1 - 0.025 ** (1 / atRisk) };
  if (converted >= 1) return { day, converted, low: 0.025 ** (1 / atRisk), high: 1 };
  const spread = (Z95 * Math.sqrt(variance(until, converted))) / (converted * Math.log(converted));
  return { day, converted, low: converted ** Math.exp(-spread), high: converted ** Math.exp(spread) };
}

/** @source O. O. Aalen, "Nonparametric estimation of partial transition probabilities in multiple decrement models", Ann. Stat. 6 (1978) */
export function variance(
  steps: readonly Pick<Step, 'atRisk' | 'events' | 'converted' | 'survivalBefore' | 'incidence'>[],
  incidence: number,
): number {
  let sum = 0;
  for (const { atRisk, events, converted, survivalBefore, incidence: here } of steps) {
    const rest = incidence - here;
    if (atRisk > events) sum += (rest * rest * events) / (atRisk * (atRisk - events));
    sum += (survivalBefore * survivalBefore * converted * (atRisk - converted)) / atRisk ** 3;
    sum -= (2 * rest * survivalBefore * converted) / (atRisk * atRisk);
  }
  return Math.max(0, sum);
}
