import type { Instant } from '../../domain/values/instant.ts';
import type { shareOf } from '../share-of.ts';

/** Text, or an instant that is shown as a day in the reporting zone. */
export type Cell = string | { readonly day: Instant };

/** A table as the page and the print say it: one wording for both. */
export interface TableTold {
  readonly title: string;
  /** What is counted, over which time, and what is left out; '' where the title says it. */
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said in place of a table without rows. */
  readonly empty: string;
}

/** Tables that answer one question. */
export interface GroupTold {
  readonly id: string;
  readonly label: string;
  readonly tables: readonly TableTold[];
}

/** A part of a whole; from 20 on with its rate and 95 % interval. */
export function shareText({ part, rate, low, high }: ReturnType<typeof shareOf>): string {
  if (rate === null || low === null || high === null) return `${part}`;
  return `${part} (${percent(rate)}, ${percent(low)} to ${percent(high)})`;
}

export const percent = (value: number): string => `${Math.round(value * 100)} %`;
