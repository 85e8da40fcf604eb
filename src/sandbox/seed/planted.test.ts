import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readFiles } from '../../../test/support/portal-folder.ts';
import { generatePortal } from './generate-portal.ts';
import type { Stage } from './planted-rates.ts';
import type { HistoryEntry, PortalFolder } from './read-portal-folder.ts';
import type { Truth } from './truth.ts';

// Whole portals are made here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const DAY = 86_400_000;
const endAt = Date.UTC(2026, 10, 24, 9, 30);

/** No first attempt takes longer than this to an opportunity, and no lead longer than that to the end of its deal. */
const MATURE = { opportunity: 60 * DAY, deal: 270 * DAY };

/** What the folder itself tells of one person, read without the generator's help. */
interface Person {
  detail: string;
  createdAt: number;
  /** Reached or passed. */
  stages: ReadonlySet<Stage>;
  /** The same, before a second attempt. */
  first: ReadonlySet<Stage>;
  /** Qualification, first response, and whose time zone that was in. */
  response: { from: number; to: number; timeZone: string } | undefined;
}

function peopleOf(folder: PortalFolder): Person[] {
  const history = Map.groupBy(folder.history, ({ type, id }) => `${type} ${id}`);
  const dealOf = new Map(
    folder.associations.filter(({ toType }) => toType === 'deal').map(({ fromId, toId }) => [fromId, toId]),
  );
  const zones = new Map(folder.owners.map(({ id, timezone }) => [`userId:${id}`, timezone]));
  return folder.records
    .filter(({ type }) => type === 'contact')
    .map(({ id, createdAt, properties }) => {
      const entries = history.get(`contact ${id}`) ?? [];
      const end = entries.findIndex(({ value }) => value === 'BAD_TIMING');
      const first = end === -1 ? entries : entries.slice(0, end);
      const deal = history.get(`deal ${dealOf.get(id) ?? ''}`) ?? [];
      const qualified = first.find(({ value }) => value === 'marketingqualifiedlead');
      const taken = first.find(isTaken);
      return {
        detail: properties['hs_analytics_source_data_1'] ?? '',
        createdAt,
        stages: reached(entries, deal),
        first: reached(first, deal),
        response: qualified &&
          taken && { from: qualified.at, to: taken.at, timeZone: zones.get(taken.sourceId) ?? 'UTC' },
      };
    });
}

const isTaken = ({ value }: HistoryEntry) => ['ATTEMPTED_TO_CONTACT', 'IN_PROGRESS'].includes(value);

function reached(entries: readonly HistoryEntry[], deal: readonly HistoryEntry[]): Set<Stage> {
  const has = (...values: string[]) => entries.some(({ value }) => values.includes(value));
  const dealStages = deal.filter(({ property }) => property === 'dealstage').map(({ value }) => value);
  const beyond = dealStages.some((stage) => !['appointmentscheduled', 'closedlost'].includes(stage));
  const stages: [Stage, boolean][] = [
    ['LEAD', has('lead')],
    ['AQL', has('marketingqualifiedlead') || entries.some(isTaken)],
    ['MAL', entries.some(isTaken)],
    ['MQO', has('opportunity')],
    ['SQO', has('opportunity') && beyond],
    ['WON', has('opportunity') && dealStages.includes('closedwon')],
  ];
  return new Set(stages.flatMap(([stage, is]) => (is ? [stage] : [])));
}

describe('truth.json', () => {
  test.each([1, 2, 3])('says how many people reached each stage: seed %i', async (seed) => {
    const files = generatePortal({ seed, endAt });
    const truth = JSON.parse(files['truth.json'] ?? '') as Truth;
    const people = peopleOf(await readFiles(files));
    for (const { stage, planted, realised } of truth.stages) {
      expect([stage, people.filter(({ stages }) => stages.has(stage)).length]).toEqual([stage, realised]);
      expect(planted).toBeGreaterThanOrEqual(realised);
    }
    expect(truth.stages.map(({ stage }) => stage)).toEqual(['LEAD', 'AQL', 'MAL', 'MQO', 'SQO', 'WON']);
    expect(truth).toMatchObject({ seed, until: new Date(endAt).toISOString() });
  });

  test('says the rates of twelve sources, for each pair of stages', () => {
    const { sources } = JSON.parse(generatePortal({ seed: 1, endAt })['truth.json'] ?? '') as Truth;
    expect(new Set(sources.map(({ detail }) => detail)).size).toBe(12);
    expect(sources.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    for (const { rates } of sources) {
      const pairs = rates.map(({ from, to }) => `${from}-${to}`);
      expect(pairs).toEqual(['LEAD-AQL', 'AQL-MAL', 'MAL-MQO', 'MQO-SQO', 'SQO-WON']);
      for (const { rate } of rates) expect(rate > 0 && rate < 1).toBe(true);
    }
  });
});

describe('what is planted is found again', () => {
  const SEEDS = [1, 2, 3, 4, 5];
  let truth: Truth;
  const portals: Person[][] = [];
  beforeAll(async () => {
    for (const seed of SEEDS) {
      const files = generatePortal({ seed, endAt, days: 540 });
      truth = JSON.parse(files['truth.json'] ?? '') as Truth;
      portals.push(peopleOf(await readFiles(files)));
    }
  });

  interface Count {
    what: string;
    hits: number;
    n: number;
    rate: number;
  }

  const counts = (people: readonly Person[]): Count[] =>
    truth.sources.flatMap(({ detail, rates }) =>
      rates.map(({ from, to, rate }) => {
        const isDeal = from === 'MQO' || from === 'SQO';
        const age = isDeal ? MATURE.deal : MATURE.opportunity;
        const mature = people.filter((person) => person.detail === detail && person.createdAt < endAt - age);
        const stages = mature.map((person) => (isDeal ? person.stages : person.first));
        const entered = stages.filter((reachedOnes) => reachedOnes.has(from));
        const hits = entered.filter((reachedOnes) => reachedOnes.has(to)).length;
        return { what: `${detail} ${from}-${to}`, hits, n: entered.length, rate };
      }),
    );

  /** 95 % Wilson interval. */
  const covers = ({ hits, n, rate }: Count) => {
    const z = 1.959964;
    const middle = (hits + (z * z) / 2) / (n + z * z);
    const half = (z * Math.sqrt((hits * (n - hits)) / n + (z * z) / 4)) / (n + z * z);
    return Math.abs(middle - rate) <= half;
  };

  test('the rates: inside the 95 % intervals of what is counted, about 19 times in 20', () => {
    const all = portals.flatMap(counts);
    expect(all).toHaveLength(SEEDS.length * 60);
    const misses = all.filter((count) => !covers(count)).map(({ what, hits, n }) => `${what} ${hits}/${n}`);
    // 300 intervals: 15 misses are expected, more than 27 or fewer than 5 of them in less than one case in a hundred.
    expect(misses.length, misses.join('; ')).toBeLessThanOrEqual(27);
    expect(misses.length).toBeGreaterThanOrEqual(5);
  });

  test('the rates: as far from what is counted as chance alone puts them (chi-square)', () => {
    const all = portals.flatMap(counts);
    const chiSquare = all.reduce((sum, { hits, n, rate }) => sum + (hits - n * rate) ** 2 / (n * rate * (1 - rate)), 0);
    expect(Math.abs(chiSquare - all.length)).toBeLessThan(3 * Math.sqrt(2 * all.length));
  });

  test('the response time: in sign in every portal, and in size over all', () => {
    const found = portals.map(perDoubling);
    for (const { factor } of found) expect(factor).toBeLessThan(1);
    const pooled = perDoubling(portals.flat());
    expect(Math.abs(Math.log(pooled.factor / truth.responseTime.perDoubling))).toBeLessThan(3 * pooled.error);
    expect(pooled.error).toBeLessThan(0.025);
    const middle = portals
      .flat()
      .flatMap(minutesOf)
      .sort((a, b) => a - b);
    expect(middle[middle.length >> 1]).toBeGreaterThan(truth.responseTime.medianMinutes * 0.9);
    expect(middle[middle.length >> 1]).toBeLessThan(truth.responseTime.medianMinutes * 1.1);
  });
});

const minutesOf = ({ response }: Person): number[] => (response ? [Math.max(1, workingMinutes(response))] : []);

/**
 * What each doubling of the response time does to the chance of an opportunity. When the chance is exponential in a normally distributed x,
 * those who succeed have the same variance and a mean that is shifted by slope × variance.
 *
 * @returns the factor and the standard error of its logarithm
 */
function perDoubling(people: readonly Person[]): { factor: number; error: number } {
  const mature = people.filter(({ createdAt }) => createdAt < endAt - MATURE.opportunity);
  const logs = (some: readonly Person[]) => some.flatMap(minutesOf).map(Math.log2);
  const all = logs(mature);
  const succeeded = logs(mature.filter(({ first }) => first.has('MQO')));
  const middle = mean(all);
  const variance = mean(all.map((x) => (x - middle) ** 2));
  const slope = (mean(succeeded) - middle) / variance;
  return { factor: Math.exp(slope), error: 1 / Math.sqrt(variance * succeeded.length) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Monday to Friday, 9 to 17, day by day. */
function workingMinutes({ from, to, timeZone }: { from: number; to: number; timeZone: string }): number {
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).startOfDay();
  let minutes = 0;
  for (; day.epochMilliseconds < to; day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5) continue;
    const [opens, closes] = [day.with({ hour: 9 }).epochMilliseconds, day.with({ hour: 17 }).epochMilliseconds];
    minutes += Math.max(0, Math.min(to, closes) - Math.max(from, opens)) / 60_000;
  }
  return minutes;
}
