import type { AccountRules } from '../definitions/account-rules.ts';
import type { Journey, Visit } from '../journey/journey.ts';
import { ACCOUNT_MILESTONES, type AccountMilestone, type Milestone, rankOf } from '../journey/milestone.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { AccountVisit } from './account-visits.ts';

export interface CountedAccount {
  readonly companyId: RecordId;
  readonly tier?: string | undefined;
  readonly visits: readonly AccountVisit[];
}

/** Accounts, their people and their deals, as they are now. */
export interface WaterfallPopulation {
  readonly accounts: readonly CountedAccount[];
  /** Accounts left out of every total, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly journeys: readonly Pick<Journey, 'contactId' | 'visits'>[];
  readonly companyOf: ReadonlyMap<RecordId, RecordId>;
  readonly deals: readonly { readonly dealId: string; readonly visits: readonly Visit[] }[];
  readonly contactsOfDeal: ReadonlyMap<string, readonly RecordId[]>;
}

export interface AccountStage {
  readonly id: AccountMilestone;
  readonly label: string;
  /** Accounts with at least one entry of the stage. */
  readonly entered: number;
  /** Accounts seen in a later stage and never in this one: of the universe all are, of a target only what fits and has a tier. */
  readonly inferred: number;
  /** Accounts that are in it. */
  readonly current: number;
}

/** How many of one unit come on one of the next, with what it is made of. Null where it divides by zero. */
export interface FanOut {
  readonly numerator: number;
  readonly denominator: number;
  readonly ratio: number | null;
  readonly excluded: Readonly<Record<string, number>>;
}

export interface TierSize {
  readonly value: string;
  readonly label: string;
  readonly accounts: number;
  readonly least: number | null;
  readonly most: number | null;
  /** `few`, `many`: outside its guard rails (S5-50); reported, never enforced. */
  readonly size: 'right' | 'few' | 'many';
  readonly stages: readonly Omit<AccountStage, 'label'>[];
}

export interface Waterfall {
  readonly accounts: { readonly stages: readonly AccountStage[]; readonly excluded: Readonly<Record<string, number>> };
  /** People observed at AQL or later, of accounts that have any. */
  readonly personsPerAccount: FanOut;
  /** People of deals that were observed at AQL or later, of deals that entered SQO or a later stage. */
  readonly journeysPerDeal: FanOut;
  readonly tiers: readonly TierSize[];
}

/** From accounts to persons to deals, with the fan-out where the unit changes (S5-05…08). What happened after `asOf` is not in it. */
export function waterfall(
  { accounts, excluded, journeys, companyOf, deals, contactsOfDeal }: WaterfallPopulation,
  asOf: Instant,
  tiers: AccountRules['tiers']['values'],
  labelOf: (id: AccountMilestone) => string,
): Waterfall {
  const engaged = new Set(
    journeys.filter(({ visits }) => hasReached(visits, 'AQL', asOf)).map((each) => each.contactId),
  );
  const known = new Set(accounts.map(({ companyId }) => companyId));
  const placed = [...engaged].flatMap((contactId) => companyOf.get(contactId) ?? []).filter((id) => known.has(id));
  const pipeline = deals.filter(({ visits }) => hasReached(visits, 'SQO', asOf));
  const joined = pipeline.map(
    ({ dealId }) => (contactsOfDeal.get(dealId) ?? []).filter((id) => engaged.has(id)).length,
  );
  const withPeople = joined.filter((count) => count > 0);
  return {
    accounts: { stages: accountStages(accounts, asOf, labelOf), excluded },
    personsPerAccount: fanOut(placed.length, new Set(placed).size, { withoutAccount: engaged.size - placed.length }),
    journeysPerDeal: fanOut(sum(withPeople), withPeople.length, { withoutPerson: joined.length - withPeople.length }),
    tiers: tiers.map(({ value, label, least, most }) => {
      const own = accounts.filter(({ tier }) => tier === value);
      const size = own.length < (least ?? 0) ? 'few' : own.length > (most ?? Infinity) ? 'many' : 'right';
      return {
        value,
        label,
        accounts: own.length,
        least: least ?? null,
        most: most ?? null,
        size,
        stages: stagesOf(own, asOf),
      };
    }),
  };
}

/** Accounts by stage, in the order of the track. */
export const accountStages = (
  accounts: readonly Pick<CountedAccount, 'visits'>[],
  asOf: Instant,
  labelOf: (id: AccountMilestone) => string,
): AccountStage[] => stagesOf(accounts, asOf).map((stage) => ({ ...stage, label: labelOf(stage.id) }));

function stagesOf(accounts: readonly Pick<CountedAccount, 'visits'>[], asOf: Instant): Omit<AccountStage, 'label'>[] {
  const seen = accounts.map(({ visits }) => ({
    stages: new Set(visits.flatMap(({ milestone, enteredAt }) => (enteredAt <= asOf ? [milestone] : []))),
    now: stageAt(visits, asOf),
  }));
  return ACCOUNT_MILESTONES.map((id, place) => {
    const later = ACCOUNT_MILESTONES.slice(place + 1);
    return {
      id,
      entered: seen.filter(({ stages }) => stages.has(id)).length,
      inferred: seen.filter(({ stages }) => !stages.has(id) && later.some((each) => stages.has(each))).length,
      current: seen.filter(({ now }) => now === id).length,
    };
  });
}

const stageAt = (visits: readonly AccountVisit[], asOf: Instant): AccountMilestone | undefined =>
  visits.findLast(({ enteredAt, exitedAt = Infinity }) => enteredAt <= asOf && asOf < exitedAt)?.milestone;

/** Side exits are no progress, and a lost deal was one that was worked. */
const hasReached = (visits: readonly Visit[], from: Milestone, asOf: Instant): boolean =>
  visits.some(
    ({ track, milestone, enteredAt }) => track !== 'exit' && rankOf(milestone) >= rankOf(from) && enteredAt <= asOf,
  );

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const fanOut = (numerator: number, denominator: number, excluded: Readonly<Record<string, number>>): FanOut => ({
  numerator,
  denominator,
  ratio: denominator === 0 ? null : numerator / denominator,
  excluded,
});
