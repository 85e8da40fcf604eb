import type { DefinitionSet } from '../definitions/definition-set.ts';
import { PRIORITIES, type Priority } from '../handoff/priority.ts';
import { DAY_MS, type Instant } from '../values/instant.ts';
import { type Breaches, expectedBreaches, type Offered } from './expected-breaches.ts';
import { type CellOutcome, type Fate, outcomesByCell } from './outcomes-by-cell.ts';
import type { Qualification } from './replay-person.ts';

/** What one definition set would have made of some days. */
export interface Volume extends Readonly<Record<Priority, number>> {
  readonly version: number;
  /** Per day of the window, oldest first. */
  readonly perDay: readonly ({ readonly day: number } & Readonly<Record<Priority, number>>)[];
  /** Mean of the days. */
  readonly aDay: Readonly<Record<Priority, number>>;
  /** Hours of sales development at so many minutes for each lead and account. */
  readonly sdrHours: number;
  /** Would have qualified but for the embargo, a disqualification, or a gate that is not enforced. */
  readonly kept: Readonly<Record<string, number>>;
  /** Null without rules of work: there are no limits then. */
  readonly breaches: Breaches | null;
  readonly byCell: readonly CellOutcome[];
}

/** What a replay made of one person. */
export interface Replayed {
  readonly qualified: readonly Qualification[];
  readonly kept: readonly { readonly why: string }[];
}

/** The days that are replayed, and who works in them. */
export interface ReplayWindow {
  readonly from: Instant;
  readonly until: Instant;
  readonly minutesPerLead: number;
  readonly sdrs: number;
  readonly zone: string;
}

export function volumeOf(
  people: readonly (Replayed & { readonly fate: Fate })[],
  accounts: readonly Offered[],
  { from, until, minutesPerLead, sdrs, zone }: ReplayWindow,
  { version, work }: Pick<DefinitionSet, 'version' | 'work'>,
): Volume {
  const leads = people.flatMap(({ qualified }) => qualified.map((each) => ({ ...each, id: each.contactId })));
  const offered: Offered[] = [...leads, ...accounts];
  const days = Math.max(1, Math.ceil((until - from) / DAY_MS));
  const perDay = Array.from({ length: days }, (_, day) => ({ day: from + day * DAY_MS, P1: 0, P2: 0, P3: 0, P4: 0 }));
  for (const { at, priority } of offered) {
    const day = perDay[Math.min(days - 1, Math.floor((at - from) / DAY_MS))];
    if (day) day[priority] += 1;
  }
  const kept: Record<string, number> = {};
  for (const { why } of people.flatMap((each) => each.kept)) kept[why] = (kept[why] ?? 0) + 1;
  const totals = byPriority((priority) => offered.filter((one) => one.priority === priority).length);
  return {
    version,
    ...totals,
    perDay,
    aDay: byPriority((priority) => totals[priority] / days),
    sdrHours: (offered.length * minutesPerLead) / 60,
    kept,
    breaches: work ? expectedBreaches(offered, work, { sdrs, minutesPerLead, from, zone }) : null,
    byCell: outcomesByCell(people),
  };
}

const byPriority = (value: (priority: Priority) => number): Record<Priority, number> =>
  Object.fromEntries(PRIORITIES.map((priority) => [priority, value(priority)])) as Record<Priority, number>;
