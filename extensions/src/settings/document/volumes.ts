import type { SimulationAnswer } from '../../../../src/http/contract/settings.ts';

export type Comparison = NonNullable<SimulationAnswer['result']>;
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
type Priority = (typeof PRIORITIES)[number];

/** A point of a line: leads a day, as a mean where several days are drawn as one. */
export interface Point {
  /** `YYYY-MM-DD`, the first day of those it stands for, in UTC. */
  readonly day: string;
  readonly perDay: number;
  readonly by: 'in force' | 'draft';
}

/** Up to so many days each is a point; longer stretches are drawn as weeks, which hides the weekends. */
const SINGLE_DAYS = 31;
const WEEK = 7;

/** What is drawn of a comparison for one priority: leads a day by what is in force and by the draft. */
export function pointsOf({ current, draft }: Comparison, priority: Priority): Point[] {
  const size = current.perDay.length > SINGLE_DAYS ? WEEK : 1;
  const line = (by: Point['by'], days: Comparison['current']['perDay']): Point[] =>
    chunks(days, size).map((part) => ({
      day: new Date(part[0]?.day ?? 0).toISOString().slice(0, 10),
      perDay: Math.round((sum(part.map((each) => each[priority])) / part.length) * 100) / 100,
      by,
    }));
  return [...line('in force', current.perDay), ...line('draft', draft.perDay)];
}

/** Whether weeks are drawn. */
export const isByWeek = ({ current }: Comparison): boolean => current.perDay.length > SINGLE_DAYS;

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
