import type { DefinitionSet } from '../definitions/definition-set.ts';
import type { Offered } from './expected-breaches.ts';
import type { Fate } from './outcomes-by-cell.ts';
import { type Replayed, type Volume, volumeOf, type ReplayWindow } from './replay-volume.ts';

export interface ReplayedPerson {
  readonly contactId: string;
  readonly segment: string;
  /** A deal of this person was won in or after the window. */
  readonly wonDealIds: readonly string[];
  readonly fate: Fate;
  readonly current: Replayed;
  readonly draft: Replayed;
}

export interface ReplayedAccount {
  readonly companyId: string;
  readonly current: readonly Offered[];
  readonly draft: readonly Offered[];
}

/** A draft beside what is in force, over the same days (N3). */
export interface Comparison extends Omit<ReplayWindow, 'zone'> {
  readonly current: Volume;
  readonly draft: Volume;
  /** What the segments are: the channel, or a property of the company. */
  readonly segmentBy: string;
  /** Leads of the 20 largest segments, and of all others together. */
  readonly bySegment: readonly { readonly segment: string; readonly current: number; readonly draft: number }[];
  /** People who would be AQLs by one and not by the other; at most so many are named, the first by id. */
  readonly added: Named;
  readonly dropped: Named;
  /** Accounts that would be offered by one and not by the other; named likewise. */
  readonly accountsAdded: NamedAccounts;
  readonly accountsDropped: NamedAccounts;
  /** Won deals whose person only the draft would have qualified, and those whose person only the draft would have missed. */
  readonly wonGained: readonly string[];
  readonly wonMissed: readonly string[];
  /** `contact.…` and `company.…` that the draft asks about and nobody followed so far: empty in every day that is replayed. */
  readonly unheard: readonly string[];
}

export interface Named {
  readonly count: number;
  readonly contactIds: readonly string[];
}

export interface NamedAccounts {
  readonly count: number;
  readonly companyIds: readonly string[];
}

export interface Replays {
  readonly people: readonly ReplayedPerson[];
  readonly accounts: readonly ReplayedAccount[];
}

const NAMED = 100;
const SEGMENTS = 20;
const OTHERS = 'others';

export function compareReplays(
  { people, accounts }: Replays,
  window: ReplayWindow,
  sets: Readonly<Record<'current' | 'draft', Pick<DefinitionSet, 'version' | 'work'>>>,
  told: Pick<Comparison, 'segmentBy' | 'unheard'>,
): Comparison {
  const { zone: _zone, ...shown } = window;
  const volume = (which: 'current' | 'draft') =>
    volumeOf(
      people.map((person) => ({ ...person[which], fate: person.fate })),
      accounts.flatMap((account) => account[which]),
      window,
      sets[which],
    );
  const added = people.filter(({ current, draft }) => draft.qualified.length > 0 && current.qualified.length === 0);
  const dropped = people.filter(({ current, draft }) => draft.qualified.length === 0 && current.qualified.length > 0);
  return {
    ...shown,
    ...told,
    current: volume('current'),
    draft: volume('draft'),
    bySegment: segmentsOf(people),
    added: named(added),
    dropped: named(dropped),
    accountsAdded: namedAccounts(accounts.filter(({ current, draft }) => draft.length > 0 && current.length === 0)),
    accountsDropped: namedAccounts(accounts.filter(({ current, draft }) => draft.length === 0 && current.length > 0)),
    wonGained: added.flatMap(({ wonDealIds }) => wonDealIds).sort(),
    wonMissed: dropped.flatMap(({ wonDealIds }) => wonDealIds).sort(),
  };
}

const named = (people: readonly ReplayedPerson[]): Named => ({
  count: people.length,
  contactIds: firstOf(people.map(({ contactId }) => contactId)),
});

const namedAccounts = (accounts: readonly ReplayedAccount[]): NamedAccounts => ({
  count: accounts.length,
  companyIds: firstOf(accounts.map(({ companyId }) => companyId)),
});

const firstOf = (ids: readonly string[]): string[] => ids.toSorted().slice(0, NAMED);

function segmentsOf(people: readonly ReplayedPerson[]): Comparison['bySegment'] {
  const all = [...Map.groupBy(people, ({ segment }) => segment)]
    .map(([segment, own]) => leadsOf(segment, own))
    .filter(({ current, draft }) => current + draft > 0)
    .sort((a, b) => b.current - a.current || b.draft - a.draft || (a.segment < b.segment ? -1 : 1));
  const shown = new Set(all.slice(0, SEGMENTS).map(({ segment }) => segment));
  const others = leadsOf(
    OTHERS,
    people.filter(({ segment }) => !shown.has(segment)),
  );
  return [...all.slice(0, SEGMENTS), ...(others.current + others.draft > 0 ? [others] : [])];
}

const leadsOf = (segment: string, people: readonly ReplayedPerson[]) => ({
  segment,
  current: people.reduce((sum, { current }) => sum + current.qualified.length, 0),
  draft: people.reduce((sum, { draft }) => sum + draft.qualified.length, 0),
});
