import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import { tellRules, tellStages } from '../domain/definitions/tell-model.ts';
import { MILESTONES, type Milestone } from '../domain/journey/milestone.ts';
import { holds } from '../domain/predicate/evaluate.ts';
import { factNames } from '../domain/predicate/fact-labels.ts';
import { factsOf, type Predicate } from '../domain/predicate/predicate.ts';
import { facetsOf, isWorkedOut } from '../domain/qualification/assess.ts';
import { UNIT } from '../domain/scoring/faded-points.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import { wilson } from '../domain/values/ratio.ts';
import { pathFor } from './measure.ts';
import type { Clock, Owner, PersonAssessment, Store } from './ports.ts';

/** What of the model's life is asked for. */
export interface HealthQuestion {
  readonly since: Instant;
  readonly now: Instant;
  /** Stages whose entrants are held against criteria. */
  readonly stages: readonly Milestone[];
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
  readonly offers: readonly {
    readonly kind: string;
    readonly ownerId: string | undefined;
    readonly state: string;
    readonly onCard: boolean;
    readonly reason: string | undefined;
    readonly minutes: number | undefined;
    readonly isLate: boolean;
    readonly cameToMeeting: boolean;
  }[];
  readonly publication: { readonly publishedBy: string; readonly why: string };
}

type Standing = Pick<PersonAssessment, 'score' | 'account' | 'icp' | 'target' | 'excluded' | 'purchased'>;

export interface ModelNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly propertyLabels: (portalId: PortalId) => Promise<ReadonlyMap<string, string>>;
  readonly health: (portalId: PortalId, question: HealthQuestion) => Promise<HealthRows>;
}

const DAYS = 90;
/** Below this a share says too little. */
const ENOUGH = 20;
const NAMED = 50;

/** What the tab *Model & health* shows: the published model in sentences, and how it was lived over the last 90 days. */
export async function readModel(portalId: PortalId, needs: ModelNeeds) {
  const nameOf = factNames(await needs.propertyLabels(portalId));
  const { settings, owners } = await needs.store.inPortal(portalId, async (tx) => ({
    settings: await tx.settings(),
    owners: await tx.owners(),
  }));
  const now = needs.clock();
  const { definitions, publishedAt, timeZone: zone } = settings;
  const criteria = criteriaOf(definitions);
  const stages = [...new Set(criteria.map(({ stage }) => stage))];
  const rows = await needs.health(portalId, { since: now - DAYS * DAY_MS, now, stages, named: NAMED });
  return {
    zone,
    version: definitions.version,
    publishedAt,
    ...rows.publication,
    stages: tellStages(definitions, pathFor(settings), nameOf),
    parts: tellRules(definitions, nameOf),
    health: healthOf(rows, criteria, definitions, owners),
  };
}

function healthOf(
  { keptCounts, kept, held, heldPeople, entrants, offers }: HealthRows,
  criteria: readonly Criterion[],
  definitions: DefinitionSet,
  owners: readonly Owner[],
) {
  return {
    days: DAYS,
    keptBack: keptCounts
      .map(({ why, count }) => ({ why, label: WHY[why] ?? why, count }))
      .sort((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1)),
    keptPeople: kept.map((each) => ({ ...each, why: WHY[each.why] ?? each.why, until: each.until ?? null })),
    held,
    heldPeople: heldPeople.map(({ contactId, heldAt, behavior }) => ({ contactId, heldAt, points: behavior / UNIT })),
    inflation: inflationOf(entrants, criteria),
    adoption: adoptionOf(offers, owners),
    response: responseOf(offers),
    outcomes: outcomesOf(offers, definitions),
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
const criteriaOf = ({ stages }: DefinitionSet): Criterion[] =>
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

function adoptionOf(offers: HealthRows['offers'], owners: readonly Owner[]) {
  const nameOf = (id: string | undefined) => owners.find(({ ownerId }) => ownerId === id)?.name ?? 'Nobody';
  return [...Map.groupBy(offers, ({ ownerId }) => ownerId)]
    .map(([ownerId, own]) => ({
      owner: nameOf(ownerId),
      onCards: own.filter(({ state, onCard }) => state !== 'offered' && onCard).length,
      inHubSpot: own.filter(({ state, onCard }) => state !== 'offered' && !onCard).length,
      open: own.filter(({ state }) => state === 'offered').length,
      late: own.filter(({ isLate }) => isLate).length,
    }))
    .sort((a, b) => (a.owner < b.owner ? -1 : 1));
}

const BUCKETS = [
  { bucket: 'within 5 minutes', most: 5 },
  { bucket: '5 to 30 minutes', most: 30 },
  { bucket: '30 to 60 minutes', most: 60 },
  { bucket: '1 to 4 hours', most: 240 },
  { bucket: 'later', most: Number.POSITIVE_INFINITY },
] as const;

function responseOf(offers: HealthRows['offers']) {
  const answered = offers.filter(({ kind, minutes }) => kind === 'lead' && minutes !== undefined);
  return BUCKETS.map(({ bucket, most }, index) => {
    const least = BUCKETS[index - 1]?.most ?? Number.NEGATIVE_INFINITY;
    const own = answered.filter(({ minutes = 0 }) => minutes > least && minutes <= most);
    return { bucket, ...shareOf(own.filter(({ cameToMeeting }) => cameToMeeting).length, own.length) };
  });
}

function outcomesOf(offers: HealthRows['offers'], { work }: DefinitionSet) {
  const reasons = [...(work?.recycleReasons ?? []), ...(work?.rejectReasons ?? []), ...(work?.disqualifyReasons ?? [])];
  const labelOf = (reason: string) => reasons.find(({ value }) => value === reason)?.label ?? reason;
  const leads = offers.filter(({ kind }) => kind === 'lead');
  return [...Map.groupBy(leads, ({ state, reason }) => (reason === undefined ? state : `${state}: ${reason}`))]
    .map(([outcome, own]) => {
      const [state = '', reason] = outcome.split(': ');
      return { outcome, label: reason === undefined ? state : `${state}: ${labelOf(reason)}`, count: own.length };
    })
    .sort((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1));
}

function shareOf(part: number, whole: number) {
  const share = whole < ENOUGH ? { rate: null, low: null, high: null } : wilson(part, whole);
  return { part, whole, ...share };
}
