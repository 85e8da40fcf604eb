import { EXITS, type Exit, type Milestone } from '../journey/milestone.ts';
import { type Ratio, wilson } from '../values/ratio.ts';
import type { JourneyColumns } from './journey-columns.ts';

/** Two places of the path, the first before the second. */
export interface Pair {
  readonly from: Milestone;
  readonly to: Milestone;
}

/**
 * What became of the journeys that were observed at `from`.
 *
 * entered = converted + inferred + Σ exited + open, always. `rate` = converted ÷ entered with its 95 % Wilson interval.
 */
export interface Conversion extends Pair, Ratio {
  readonly entered: number;
  /** Observed at `to` too. */
  readonly converted: number;
  /** Passed `to` unseen: a later place was observed. */
  readonly inferred: number;
  /** Left by an exit before `to`. */
  readonly exited: Readonly<Record<Exit, number>>;
  readonly open: number;
  readonly basis: 'observed';
}

/** Rows of the columns to count; all of them when absent. */
export type Rows = Iterable<number>;

export const forwardPairs = (path: readonly Milestone[]): Pair[] =>
  path.flatMap((from, place) => path.slice(place + 1).map((to) => ({ from, to })));

export function conversion(columns: JourneyColumns, pair: Pair, rows: Rows): Conversion {
  const { from, to } = pair;
  const exited = Object.fromEntries(EXITS.map((exit) => [exit, 0])) as Record<Exit, number>;
  let entered = 0;
  let converted = 0;
  let inferred = 0;
  let open = 0;
  for (const row of rows) {
    if (Number.isNaN(columns.enteredAt[from][row])) continue;
    entered += 1;
    const fate = fateOf(columns, to, row);
    if (fate === 'converted') converted += 1;
    else if (fate === 'inferred') inferred += 1;
    else if (fate === 'open') open += 1;
    else exited[fate] += 1;
  }
  return { from, to, entered, converted, inferred, exited, open, ...wilson(converted, entered), basis: 'observed' };
}

/** What became of a journey with regard to one place of the path. */
export function fateOf(columns: JourneyColumns, to: Milestone, row: number): 'converted' | 'inferred' | 'open' | Exit {
  if (!Number.isNaN(columns.enteredAt[to][row])) return 'converted';
  if (!Number.isNaN(columns.inferredAt[columns.path.indexOf(to)]?.[row] ?? Number.NaN)) return 'inferred';
  return EXITS[columns.exit[row] ?? -1] ?? 'open';
}
