import { DAY_MS, type Instant } from '../values/instant.ts';
import type { Qualification } from './replay-person.ts';

/** What one definition set would have made of some days. */
export interface Volume {
  readonly version: number;
  readonly P1: number;
  readonly P2: number;
  /** Per day of the window, oldest first. */
  readonly perDay: readonly { readonly day: number; readonly P1: number; readonly P2: number }[];
  readonly p1PerDay: number;
  readonly p2PerDay: number;
  /** Hours of sales development at so many minutes a lead. */
  readonly sdrHours: number;
  /** Would have qualified but for the embargo, a disqualification, or a gate that is not enforced. */
  readonly kept: Readonly<Record<string, number>>;
}

export interface ReplayedPerson {
  readonly contactId: string;
  readonly channel: string;
  /** A deal of this person was won in or after the window. */
  readonly wonDealIds: readonly string[];
  readonly current: Replayed;
  readonly draft: Replayed;
}

export interface Replayed {
  readonly qualified: readonly Qualification[];
  readonly kept: readonly { readonly why: string }[];
}

/** A draft beside what is in force, over the same days (N3). */
export interface Comparison {
  readonly from: Instant;
  readonly until: Instant;
  readonly minutesPerLead: number;
  readonly current: Volume;
  readonly draft: Volume;
  readonly byChannel: readonly { readonly channel: string; readonly current: number; readonly draft: number }[];
  /** People who would be AQLs by one and not by the other; at most so many are named, the first by id. */
  readonly added: Named;
  readonly dropped: Named;
  /** Won deals whose person only the draft would have qualified, and those whose person only the draft would have missed. */
  readonly wonGained: readonly string[];
  readonly wonMissed: readonly string[];
}

export interface Named {
  readonly count: number;
  readonly contactIds: readonly string[];
}

const NAMED = 100;

/** @param versions  of the definition set in force and of the draft */
export function compareReplays(
  people: readonly ReplayedPerson[],
  window: { from: Instant; until: Instant; minutesPerLead: number },
  versions: { current: number; draft: number },
): Comparison {
  const added = people.filter(({ current, draft }) => draft.qualified.length > 0 && current.qualified.length === 0);
  const dropped = people.filter(({ current, draft }) => draft.qualified.length === 0 && current.qualified.length > 0);
  return {
    ...window,
    current: volumeOf(
      people.map(({ current }) => current),
      window,
      versions.current,
    ),
    draft: volumeOf(
      people.map(({ draft }) => draft),
      window,
      versions.draft,
    ),
    byChannel: [...Map.groupBy(people, ({ channel }) => channel)]
      .map(([channel, own]) => ({
        channel,
        current: own.reduce((sum, { current }) => sum + current.qualified.length, 0),
        draft: own.reduce((sum, { draft }) => sum + draft.qualified.length, 0),
      }))
      .filter(({ current, draft }) => current + draft > 0)
      .sort((a, b) => b.current - a.current || b.draft - a.draft || (a.channel < b.channel ? -1 : 1)),
    added: named(added),
    dropped: named(dropped),
    wonGained: added.flatMap(({ wonDealIds }) => wonDealIds).sort(),
    wonMissed: dropped.flatMap(({ wonDealIds }) => wonDealIds).sort(),
  };
}

const named = (people: readonly ReplayedPerson[]): Named => ({
  count: people.length,
  contactIds: people
    .map(({ contactId }) => contactId)
    .sort()
    .slice(0, NAMED),
});

function volumeOf(
  replays: readonly Replayed[],
  { from, until, minutesPerLead }: { from: Instant; until: Instant; minutesPerLead: number },
  version: number,
): Volume {
  const days = Math.max(1, Math.ceil((until - from) / DAY_MS));
  const perDay = Array.from({ length: days }, (_, day) => ({ day: from + day * DAY_MS, P1: 0, P2: 0 }));
  const kept: Record<string, number> = {};
  for (const { qualified, kept: own } of replays) {
    for (const { at, priority } of qualified) {
      const day = perDay[Math.min(days - 1, Math.floor((at - from) / DAY_MS))];
      if (day) day[priority] += 1;
    }
    for (const { why } of own) kept[why] = (kept[why] ?? 0) + 1;
  }
  const [P1, P2] = (['P1', 'P2'] as const).map((priority) => perDay.reduce((sum, day) => sum + day[priority], 0)) as [
    number,
    number,
  ];
  return {
    version,
    P1,
    P2,
    perDay,
    p1PerDay: P1 / days,
    p2PerDay: P2 / days,
    sdrHours: ((P1 + P2) * minutesPerLead) / 60,
    kept,
  };
}
