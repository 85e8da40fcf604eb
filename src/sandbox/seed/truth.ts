import type { BehavingContact } from './contact-behavior.ts';
import { DEMO_OWNERS } from './demo-owners.ts';
import type { Span } from './demo-contacts.ts';
import { REGIONS } from './demo-regions.ts';
import { isoInstant } from './parse-instant.ts';
import {
  keysOf,
  oddsOf,
  OUTCOMES,
  outcomeOf,
  PLANTED_BEHAVIOR,
  PLANTED_STANDING,
  type Behavior,
  type Outcome,
  type Shares,
  type Standing,
} from './planted-behavior.ts';
import { pairRates, PLANTED_RATES, STAGES, type PairRate, type Stage } from './planted-rates.ts';
import { PLANTED_RESPONSE } from './planted-response.ts';
import { CLOSES, OPENS } from './working-time.ts';

/** What was planted in a generated portal and what came of it: what a measurement of the folder should find. */
export interface Truth {
  seed: number;
  /** ISO 8601, UTC. */
  from: string;
  until: string;
  /** By `hs_analytics_source_data_1`, which tells the sources apart. A stage that was skipped was passed. */
  sources: { source: string; detail: string; share: number; rates: PairRate[] }[];
  responseTime: typeof PLANTED_RESPONSE & { from: Stage; to: Stage; affects: string; workingHours: string };
  /** How people behave up to their qualification, and what their titles say, against the least promising kind. */
  behavior: PlantedKind<Behavior>[];
  standing: PlantedKind<Standing>[];
  /** Ids of contacts. Job seekers look active and never qualify; those who come back were silent for nearly the whole span. */
  jobSeekers: string[];
  comeBacks: string[];
  regions: { name: string; timeZone: string; share: number; owners: string[] }[];
  /** People who reached or passed a stage: `planted` when every story is told to its end, `realised` by `until`. */
  stages: { stage: Stage; planted: number; realised: number }[];
  dirtyRows: { total: number; kinds: Record<string, number> };
}

export interface PlantedKind<Kind extends string> {
  kind: Kind;
  /** How often each outcome of a story shows it. Those who come back at the end of the span, and the titles of job seekers, are apart. */
  shares: Shares;
  /** What it multiplies the odds of a qualification with, and those of an opportunity once qualified. */
  odds: ReturnType<typeof oddsOf>;
  /** People by outcome, when every story is told to its end. */
  people: Record<Outcome, number>;
}

/** @param leads with their whole stories */
export function truthOf(
  leads: readonly BehavingContact[],
  { seed, startAt, endAt }: Span & { seed: number },
  dirty: Readonly<Record<string, number>>,
): Truth {
  const isJobSeeker = ({ behavior }: BehavingContact) => behavior === 'job_seeker';
  return {
    seed,
    from: isoInstant(startAt),
    until: isoInstant(endAt),
    sources: PLANTED_RATES.map((each) => ({
      source: each.source,
      detail: each.detail,
      share: each.share,
      rates: pairRates(each),
    })),
    responseTime: {
      ...PLANTED_RESPONSE,
      ...{ from: 'AQL', to: 'MAL', affects: 'MAL → MQO' },
      workingHours: `Monday to Friday, ${OPENS} to ${CLOSES}, by the region's clock`,
    },
    behavior: kindsOf(
      PLANTED_BEHAVIOR,
      'quiet',
      leads.filter(({ comesBack }) => !comesBack),
      ({ behavior }) => behavior,
    ),
    standing: kindsOf(
      PLANTED_STANDING,
      'works',
      leads.filter((lead) => !isJobSeeker(lead)),
      ({ standing }) => standing,
    ),
    jobSeekers: leads.filter(isJobSeeker).map(({ id }) => id),
    comeBacks: leads.filter(({ comesBack }) => comesBack).map(({ id }) => id),
    regions: REGIONS.map(({ name, timeZone, share }) => ({
      ...{ name, timeZone, share },
      owners: DEMO_OWNERS.filter(({ region }) => region === name).map(({ id }) => id),
    })),
    stages: STAGES.map((stage) => ({
      stage,
      planted: leads.filter(({ reached }) => reached[stage] !== undefined).length,
      realised: leads.filter(({ reached }) => (reached[stage] ?? Infinity) <= endAt).length,
    })),
    dirtyRows: { total: Object.values(dirty).reduce((sum, count) => sum + count, 0), kinds: { ...dirty } },
  };
}

function kindsOf<Kind extends string>(
  planted: Readonly<Record<Kind, Shares>>,
  against: Kind,
  leads: readonly BehavingContact[],
  kindOf: (lead: BehavingContact) => Kind,
): PlantedKind<Kind>[] {
  const people = Map.groupBy(leads, kindOf);
  return keysOf(planted).map((kind) => {
    const outcomes = (people.get(kind) ?? []).map(({ reached }) => outcomeOf(reached));
    const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
    return {
      ...{ kind, shares: planted[kind], odds: oddsOf(planted, kind, against) },
      people: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>,
    };
  });
}
