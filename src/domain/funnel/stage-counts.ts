import { MILESTONES, type Milestone } from '../journey/milestone.ts';
import type { JourneyColumns } from './journey-columns.ts';

/** Volume of one stage: flow (`entered`, observed; `inferred`, skipped) and stock (open journeys that are in it now). */
export interface StageCount {
  readonly id: Milestone;
  readonly label: string;
  readonly entered: number;
  readonly inferred: number;
  readonly stock: number;
}

export function stageCounts(columns: JourneyColumns, labelOf: (id: Milestone) => string): StageCount[] {
  const stock = new Map<Milestone | undefined, number>();
  for (const index of columns.stageIn) stock.set(MILESTONES[index], (stock.get(MILESTONES[index]) ?? 0) + 1);
  return MILESTONES.map((id) => ({
    id,
    label: labelOf(id),
    entered: countNumbers(columns.enteredAt[id]),
    inferred: countNumbers(columns.inferredAt[columns.path.indexOf(id)] ?? []),
    stock: stock.get(id) ?? 0,
  }));
}

function countNumbers(values: Iterable<number>): number {
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) count += 1;
  return count;
}
