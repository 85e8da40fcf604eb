import { DEMO_OWNERS } from './demo-owners.ts';
import type { DemoContact, Span } from './demo-contacts.ts';
import { REGIONS } from './demo-regions.ts';
import { isoInstant } from './parse-instant.ts';
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
  regions: { name: string; timeZone: string; share: number; owners: string[] }[];
  /** People who reached or passed a stage: `planted` when every story is told to its end, `realised` by `until`. */
  stages: { stage: Stage; planted: number; realised: number }[];
  dirtyRows: { total: number; kinds: Record<string, number> };
}

/** @param leads with their whole stories */
export function truthOf(
  leads: readonly DemoContact[],
  { seed, startAt, endAt }: Span & { seed: number },
  dirty: Readonly<Record<string, number>>,
): Truth {
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
