import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import type { AttemptEntries } from '../domain/funnel/stage-goals.ts';
import { MILESTONES, type Milestone } from '../domain/journey/milestone.ts';
import { holds } from '../domain/predicate/evaluate.ts';
import { factsOf, type Predicate } from '../domain/predicate/predicate.ts';
import { facetsOf, isWorkedOut } from '../domain/qualification/assess.ts';
import { UNIT } from '../domain/scoring/faded-points.ts';
import type { RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { type OverrideRows, overridesView } from './overrides-view.ts';
import type { Owner, PersonAssessment } from './ports.ts';
import { shareOf } from './share-of.ts';
import { type GoalQuestion, goalsView } from './stage-goals-view.ts';

/** What of the model's life is asked for. */
export interface HealthQuestion {
  readonly since: Instant;
  readonly now: Instant;
  /** Stages whose entrants are held against criteria. */
  readonly stages: readonly Milestone[];
  readonly goals: GoalQuestion;
  /** At most so many people are named. */
  readonly named: number;
}

/** What the store tells about it. */
export interface HealthRows {
  readonly keptCounts: readonly { readonly why: string; readonly count: number }[];
  readonly kept: readonly {
    readonly contactId: RecordId;
    readonly priority: string;
    readonly why: string;
    readonly at: Instant;
    readonly until: Instant | undefined;
  }[];
  readonly held: number;
  /** The most active first; `behavior` in thousandths of a point. */
  readonly heldPeople: readonly { readonly contactId: RecordId; readonly heldAt: Instant; readonly behavior: number }[];
  readonly entrants: readonly { readonly milestone: string; readonly assessment: Standing }[];
  readonly offers: OfferRows;
  readonly overrides: OverrideRows;
  readonly attempts: readonly AttemptEntries[];
  readonly publication: { readonly publishedBy: string; readonly why: string };
}

/** Offers, counted. */
export interface OfferRows {
  readonly adoption: readonly {
    readonly ownerId: string | null;
    readonly onCards: number;
    readonly inHubSpot: number;
    readonly open: number;
    readonly late: number;
  }[];
  /** Of leads. */
  readonly outcomes: readonly { readonly state: string; readonly reason: string | null; readonly count: number }[];
  /** Of answered leads; `bucket` is the place in `RESPONSE_BUCKETS`, `part` those that came to a meeting. */
  readonly response: readonly { readonly bucket: number; readonly whole: number; readonly part: number }[];
}

type Standing = Pick<PersonAssessment, 'score' | 'account' | 'icp' | 'target' | 'excluded' | 'purchased'>;

/** How long the first response may have taken, in elapsed minutes; the last has no bound. */
export const RESPONSE_BUCKETS = [
  { bucket: 'within 5 minutes', most: 5 },
  { bucket: '5 to 30 minutes', most: 30 },
  { bucket: '30 to 60 minutes', most: 60 },
  { bucket: '1 to 4 hours', most: 240 },
  { bucket: 'later', most: null },
] as const;

/** How the model was lived over the last `days` days, with the names of things. */
export type Health = ReturnType<typeof healthOf>;

export function healthOf(
  { keptCounts, kept, held, heldPeople, entrants, offers, overrides, attempts }: HealthRows,
  { days, now, path }: { readonly days: number; readonly now: Instant; readonly path: readonly Milestone[] },
  definitions: DefinitionSet,
  owners: readonly Owner[],
) {
  return {
    days,
    /** Would be AQLs but for something, by what; each person once for each cause and barrier. */
    keptBack: keptCounts
      .map(({ why, count }) => ({ why, label: WHY[why] ?? why, count }))
      .sort((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1)),
    keptPeople: kept.map((each) => ({ ...each, why: WHY[each.why] ?? each.why, until: each.until ?? null })),
    /** Would pass by rules that are new, and have done nothing new since; the most active are named first. */
    held,
    heldPeople: heldPeople.map(({ contactId, heldAt, behavior }) => ({ contactId, heldAt, points: behavior / UNIT })),
    /** Of the people who entered a stage, those who do not meet its entry criteria now (S5-13). */
    inflation: inflationOf(entrants, criteriaOf(definitions)),
    /** Decisions on offers by where they were made, by owner: on our cards, or past them in HubSpot itself. */
    adoption: adoptionOf(offers, owners),
    /** Leads by how long the first response took, and how many of them came to a meeting (S3-18). */
    response: RESPONSE_BUCKETS.map(({ bucket }, place) => {
      const { part = 0, whole = 0 } = offers.response.find((each) => each.bucket === place) ?? {};
      return { bucket, ...shareOf(part, whole) };
    }),
    /** Leads offered, by what became of them: the share that is refused for fit (S3-17). */
    outcomes: outcomesOf(offers, definitions),
    goals: goalsView(attempts, definitions, path, now, days),
    ...overridesView(overrides, definitions, owners),
  };
}

const WHY: Readonly<Record<string, string>> = {
  embargo: 'Recycled and resting',
  disqualified: 'Disqualified',
  observe: 'Gate only observed',
  advise: 'Gate only advised',
};

interface Criterion {
  readonly stage: Milestone;
  readonly label: string;
  readonly when: Predicate;
}

/** The entry criteria that can be told for everybody at once: those that only ask about what was worked out. */
export const criteriaOf = ({ stages }: DefinitionSet): Criterion[] =>
  MILESTONES.flatMap((stage) => (stages[stage]?.entry ?? []).map(({ label, when }) => ({ stage, label, when }))).filter(
    ({ when }) => factsOf(when).every(isWorkedOut),
  );

const inflationOf = (entrants: HealthRows['entrants'], criteria: readonly Criterion[]) =>
  criteria.map(({ stage, label: criterion, when }) => {
    const entered = entrants.filter(({ milestone }) => milestone === stage);
    const unmet = entered.filter(({ assessment }) => {
      const facets = facetsOf(assessment);
      return !holds(when, { at: 0, value: (fact) => (isWorkedOut(fact) ? facets[fact] : '') });
    });
    return { stage, criterion, ...shareOf(unmet.length, entered.length) };
  });

const adoptionOf = ({ adoption }: OfferRows, owners: readonly Owner[]) =>
  adoption
    .map(({ ownerId, ...counts }) => ({
      owner: owners.find((owner) => owner.ownerId === ownerId)?.name ?? 'Nobody',
      ...counts,
    }))
    .sort((a, b) => (a.owner < b.owner ? -1 : 1));

function outcomesOf({ outcomes }: OfferRows, { work }: DefinitionSet) {
  const reasons = [...(work?.recycleReasons ?? []), ...(work?.rejectReasons ?? []), ...(work?.disqualifyReasons ?? [])];
  const labelOf = (reason: string) => reasons.find(({ value }) => value === reason)?.label ?? reason;
  return outcomes
    .map(({ state, reason, count }) => ({
      outcome: reason === null ? state : `${state}: ${reason}`,
      label: reason === null ? state : `${state}: ${labelOf(reason)}`,
      count,
    }))
    .sort((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1));
}
