import { cellOf } from '../scoring/score.ts';
import { type Ratio, toldRatio } from '../values/ratio.ts';
import type { Instant } from '../values/instant.ts';
import type { Qualification } from './replay-person.ts';

/** What became of a person in the real course of things. */
export interface Fate {
  /** Each entry of SQO or a later stage of a deal, and each win that stands. */
  readonly sqoAt: readonly Instant[];
  readonly wonAt: readonly Instant[];
  /** The last journey has not ended. */
  readonly isOpen: boolean;
}

/** What became of the people who qualify in one cell of the matrix, as it was when they first did. */
export interface CellOutcome {
  /** Grade and band; P1 for those who raised a hand, which asks for no score. */
  readonly cell: string;
  readonly people: number;
  /** Reached an accepted opportunity, or a won deal, at or after that. */
  readonly sqo: number;
  readonly won: number;
  /** Not won, and still under way. */
  readonly open: number;
  /** All null below 20 people. */
  readonly sqoRate: Ratio;
  readonly wonRate: Ratio;
}

/** Cells in the order of the matrix, hand-raisers first; only those with people. */
export function outcomesByCell(
  people: readonly { readonly fate: Fate; readonly qualified: readonly Qualification[] }[],
): CellOutcome[] {
  const entries = people.flatMap(({ fate, qualified: [first] }) =>
    first ? [{ ...outcomeOf(fate, first.at), first }] : [],
  );
  return [...Map.groupBy(entries, ({ first }) => (first.assessment ? cellOf(first.assessment.score) : 'P1'))]
    .map(([cell, own]) => {
      const [sqo, won, open] = (['sqo', 'won', 'open'] as const).map(
        (name) => own.filter((each) => each[name]).length,
      ) as [number, number, number];
      const rate = (part: number) => toldRatio(part, own.length);
      return { cell, people: own.length, sqo, won, open, sqoRate: rate(sqo), wonRate: rate(won) };
    })
    .sort((a, b) => Number(b.cell === 'P1') - Number(a.cell === 'P1') || (a.cell < b.cell ? -1 : 1));
}

function outcomeOf({ sqoAt, wonAt, isOpen }: Fate, since: Instant) {
  const won = wonAt.some((at) => at >= since);
  return { sqo: won || sqoAt.some((at) => at >= since), won, open: !won && isOpen };
}
