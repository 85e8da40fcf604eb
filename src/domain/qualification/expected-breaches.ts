import { serveInOrder } from '../clock/serve-in-order.ts';
import { workingClock } from '../clock/working-time.ts';
import type { WorkRules } from '../definitions/work-rules.ts';
import { PRIORITIES, type Priority } from '../handoff/priority.ts';
import { calendarOf } from '../handoff/qualify.ts';
import { localDate } from '../values/calendar.ts';
import { type Instant, MINUTE_MS } from '../values/instant.ts';

/** A lead or account that is offered. */
export interface Offered {
  /** Of the person or company. */
  readonly id: string;
  readonly at: Instant;
  /** When the clock of the first response began. */
  readonly startedAt: Instant;
  readonly priority: Priority;
}

/** How often the first response would have begun after its limit. */
export type Breaches = Readonly<Record<Priority, number>> & {
  /** The local day (`YYYY-MM-DD`) on which most was offered, the first of several; null where nothing was. */
  readonly busiest: { readonly day: string; readonly offered: number; readonly breaches: number } | null;
};

export interface Desk {
  readonly sdrs: number;
  /** Working minutes of an SDR for each. */
  readonly minutesPerLead: number;
  readonly from: Instant;
  readonly zone: string;
}

/** P3 and P4 wait alike. */
const RANK: Readonly<Record<Priority, number>> = { P1: 1, P2: 2, P3: 3, P4: 3 };

/**
 * What is offered, put before so many SDRs who have nothing else to do, begin with an empty desk, and take whoever is next by priority and
 * due time; in working time. Accounts are taken by them too.
 */
export function expectedBreaches(offered: readonly Offered[], rules: WorkRules, desk: Desk): Breaches {
  const { sdrs, minutesPerLead, from, zone } = desk;
  const clock = workingClock(from, calendarOf(rules, zone));
  const arrivals = offered.map(({ id, at, startedAt, priority }) => ({
    ...{ id, priority, rank: RANK[priority], day: localDate(at, zone) },
    arrivesAt: clock(at),
    dueAt: clock(startedAt) + rules.firstResponse[priority].limit * MINUTE_MS,
  }));
  const late = serveInOrder(arrivals, sdrs, minutesPerLead * MINUTE_MS)
    .filter(({ one, beginsAt }) => beginsAt > one.dueAt)
    .map(({ one }) => one);
  const counted = PRIORITIES.map((priority) => [priority, late.filter((one) => one.priority === priority).length]);
  return { ...(Object.fromEntries(counted) as Record<Priority, number>), busiest: busiestOf(arrivals, late) };
}

function busiestOf(arrivals: readonly { day: string }[], late: readonly { day: string }[]): Breaches['busiest'] {
  const days = [...Map.groupBy(arrivals, ({ day }) => day)].map(([day, own]) => ({ day, offered: own.length }));
  const [busiest] = days.sort((a, b) => b.offered - a.offered || (a.day < b.day ? -1 : 1));
  return busiest ? { ...busiest, breaches: late.filter(({ day }) => day === busiest.day).length } : null;
}
