import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../sandbox/random.ts';
import { DAY_MS } from '../values/instant.ts';
import { calibrateRows } from './calibrate-rows.ts';
import type { CalibrationRow, RuleUse } from './calibration-row.ts';
import { fitLogistic } from './logistic-regression.ts';
import type { RuleWeight, RuleWeights, ScoredRule } from './rule-report.ts';
import { ruleKey } from './scored-rules.ts';
import { standardErrors } from './standard-errors.ts';

const START = Date.parse('2026-01-05T08:00:00Z');

/** A rule as it is, with what decides in the simulated portal: log odds for each time it counts. */
interface Planted extends ScoredRule {
  readonly truth: number;
  /** How often it counts for a lead. */
  readonly draw: (random: () => number) => number;
}

const flag = (share: number) => (random: () => number) => (random() < share ? 1 : 0);
/** Up to three events, each of some age by the half-life of its group. */
const events = (share: number) => (random: () => number) =>
  [1, 2, 3].reduce((sum) => (random() < share ? sum + 0.5 ** (3 * random()) : sum), 0);
const rule = (group: string | null, id: string, points: number, truth: number, draw: Planted['draw']): Planted => ({
  ...{ group, groupLabel: group ?? 'Fit', id, label: id, points, truth, draw },
  kind: group === null ? 'fit' : group === 'against' ? 'negative' : 'engagement',
  counts: group === null ? 'holds' : 'happened',
});

/** Points say: size before title, and an opened mail before a look at the price. The truth is the other way round. */
const RULES = [
  rule(null, 'large', 30, 0.3, flag(0.5)),
  rule(null, 'director', 10, 1.6, flag(0.3)),
  rule(null, 'student', -5, -1.2, flag(0.2)),
  rule('engagement', 'mail', 12, 0.1, events(0.6)),
  rule('engagement', 'price', 4, 1.1, events(0.3)),
  rule('against', 'jobs', -2, -0.9, events(0.2)),
];

function portal(count: number, seed: number, rules: readonly Planted[] = RULES): CalibrationRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, row) => {
    const scoredAt = START + row * 0.1 * DAY_MS;
    const uses = rules.map(({ group, id, draw }): [string, RuleUse] => {
      const amount = draw(random);
      return [ruleKey(group, id), { amount, asked: { value: amount, lastChangedAt: scoredAt - DAY_MS } }];
    });
    const odds = rules.reduce((sum, { truth }, place) => sum + truth * (uses[place]?.[1].amount ?? 0), -1.6);
    const outcome = random() < 1 / (1 + Math.exp(-odds));
    return { outcome, scoredAt, score: undefined, grade: undefined, features: new Map(), rules: new Map(uses) };
  });
}

function weigh(rows: readonly CalibrationRow[], rules: readonly ScoredRule[] = RULES): RuleWeights {
  const { weights } = calibrateRows(rows, { scored: { version: 4, rules } });
  if (!weights) throw new Error('no weights');
  return weights;
}

/** What the planted log odds are worth in points: on the spread that the points given now have over the very same rows. */
function trueScale(rows: readonly CalibrationRow[], rules: readonly Planted[]): number {
  const spread = (weight: (each: Planted) => number): number => {
    const sums = rows.map((row) =>
      rules.reduce((sum, each) => sum + weight(each) * (row.rules?.get(ruleKey(each.group, each.id))?.amount ?? 0), 0),
    );
    const mean = sums.reduce((a, b) => a + b) / sums.length;
    return Math.sqrt(sums.reduce((sum, each) => sum + (each - mean) ** 2, 0) / sums.length);
  };
  return spread(({ points }) => points) / spread(({ truth }) => truth);
}

const found = ({ rules }: RuleWeights, id: string): RuleWeight => {
  const weight = rules.find((each) => each.id === id);
  if (!weight) throw new Error(id);
  return weight;
};
/** Whether the planted weight, in points, lies in the interval. */
const covers = ({ suggested }: RuleWeight, points: number): boolean =>
  suggested !== null && suggested.low <= points && points <= suggested.high;

describe('the weights of the rules of a simulated portal', () => {
  const rows = portal(4_000, 5);
  const weights = weigh(rows);
  const points = (id: string): number => found(weights, id).suggested?.points ?? Number.NaN;

  it('come in the order that was planted, however the points stand now', () => {
    expect(points('director')).toBeGreaterThan(points('large'));
    expect(points('large')).toBeGreaterThan(points('student'));
    expect(points('price')).toBeGreaterThan(points('mail'));
    expect(points('mail')).toBeGreaterThan(points('jobs'));
  });

  it('hold the planted sizes in their 95 % intervals about 95 times of 100', () => {
    const parts = [RULES.filter(({ kind }) => kind === 'fit'), RULES.filter(({ kind }) => kind !== 'fit')];
    const told = Array.from({ length: 15 }, (_, seed) => {
      const own = portal(1_200, 100 + seed);
      const own1 = weigh(own);
      return parts.flatMap((part) => {
        const scale = trueScale(own, part);
        return part.map(({ id, truth }) => covers(found(own1, id), truth * scale));
      });
    }).flat();
    expect(told).toHaveLength(90);
    expect(told.filter(Boolean).length / told.length).toBeGreaterThan(0.9);
  });

  it('keep the spread of the points given now, fit and behavior each for itself', () => {
    for (const isFit of [true, false]) {
      const part = RULES.filter(({ kind }) => (kind === 'fit') === isFit);
      const spread = trueScale(
        rows,
        part.map((each) => ({ ...each, truth: points(each.id) })),
      );
      expect(Math.abs(spread - 1)).toBeLessThan(0.1);
    }
    if ('refused' in weights.model) throw new Error(weights.model.refused);
    expect(weights.model.auc).toBeGreaterThan(0.7);
    const { fit } = weights.model.pointsToDouble;
    expect(fit).toBeCloseTo(
      trueScale(
        rows,
        RULES.filter(({ kind }) => kind === 'fit'),
      ) * Math.LN2,
      -1,
    );
  });

  it('say how many leads each counted for, and whether its points are contradicted at all', () => {
    const held = rows.filter((row) => (row.rules?.get('/student')?.amount ?? 0) > 0).length;
    expect(found(weights, 'student')).toMatchObject({ group: null, counts: 'holds', entries: held, current: -5 });
    expect(found(weights, 'director').why).toBeNull();
    const right = RULES.map((each) => ({ ...each, points: Math.round(each.truth * 10) }));
    expect(weigh(rows, right).rules.filter(({ why }) => why?.includes('within the interval')).length).toBeGreaterThan(
      3,
    );
  });

  it('are plain JSON and the same each time', () => {
    expect(JSON.parse(JSON.stringify(weights))).toEqual(weights);
    expect(weigh(rows)).toEqual(weights);
  });
});

describe('a rule that cannot be weighed keeps its points and says why', () => {
  const withUses = (rows: readonly CalibrationRow[], id: string, change: (use: RuleUse, row: number) => RuleUse) =>
    rows.map((row, place) => ({
      ...row,
      rules: new Map([...(row.rules ?? [])].map(([key, use]) => [key, key === id ? change(use, place) : use])),
    }));
  const rows = portal(2_000, 7);

  it('when its property was changed after the AQL, or has no time', () => {
    const late = withUses(rows, '/director', ({ amount, asked }, row) => ({
      amount,
      asked: row % 10 === 0 ? { ...asked, lastChangedAt: START + 10_000 * DAY_MS } : asked,
    }));
    expect(found(weigh(late), 'director')).toMatchObject({
      suggested: null,
      current: 10,
      why: 'Left out: last changed after the AQL in 200 of 2000 rows with a value.',
    });
    const undated = withUses(rows, '/director', ({ amount, asked }) => ({
      amount,
      asked: { ...asked, lastChangedAt: undefined },
    }));
    expect(found(weigh(undated), 'director')).toMatchObject({
      suggested: null,
      why: 'Left out: undated in 2000 of 2000 rows with a value.',
    });
    expect(found(weigh(undated), 'large').suggested).not.toBeNull();
  });

  it('when it counted for fewer than 20 leads, for nearly all, or alike for every one', () => {
    const rare = withUses(rows, '/director', ({ asked }, row) => ({ amount: row < 19 ? 1 : 0, asked }));
    expect(found(weigh(rare), 'director')).toMatchObject({
      entries: 19,
      suggested: null,
      why: 'It counted for 19 leads; 20 are needed.',
    });
    const common = withUses(rows, '/director', ({ asked }, row) => ({ amount: row < 19 ? 0 : 1, asked }));
    expect(found(weigh(common), 'director').why).toBe('It did not count for 19 leads; 20 are needed.');
    const same = withUses(rows, '/director', ({ asked }) => ({ amount: 1, asked }));
    expect(found(weigh(same), 'director').why).toBe('It counted alike for every lead.');
  });

  it('is never told points that its group does not allow', () => {
    const contrary = RULES.map((each) =>
      each.id === 'mail' || each.id === 'jobs' ? { ...each, truth: -each.truth } : each,
    );
    const weights = weigh(portal(4_000, 8, contrary), contrary);
    expect(found(weights, 'mail')).toMatchObject({
      suggested: { points: 1 },
      why: expect.stringContaining('removing it') as string,
    });
    expect(found(weights, 'jobs')).toMatchObject({
      suggested: { points: 0 },
      why: expect.stringContaining('not speak against') as string,
    });
  });
});

describe('weights are refused', () => {
  it('below 50 leads of either outcome, in the words of the model', () => {
    const { model, rules } = weigh(portal(90, 3));
    expect(model).toHaveProperty('refused', expect.stringMatching(/^Too few leads to learn from: \d+ of 90/));
    expect(rules.map(({ suggested }) => suggested)).toEqual(RULES.map(() => null));
  });

  it('with fewer than ten leads of the rarer outcome for each rule', () => {
    const many = Array.from({ length: 10 }, (_, place) => rule(null, `r${place}`, 5, 0.4, flag(0.4)));
    const rows = portal(240, 4, many).map((row, place) => ({ ...row, outcome: place % 4 === 0 }));
    expect(weigh(rows, many).model).toEqual({
      refused:
        'Weights for 10 rules need 100 leads of the rarer outcome, ten each; there are 60. Use fewer rules or wait for more leads.',
    });
  });

  it('when the rules rank no better than chance, and when none is left', () => {
    const idle = RULES.map((each) => ({ ...each, truth: 0 }));
    expect(weigh(portal(2_000, 6, idle), idle).model).toHaveProperty(
      'refused',
      expect.stringContaining('better than chance'),
    );
    expect(weigh(portal(2_000, 6), []).model).toHaveProperty('refused', expect.stringContaining('No rule is left'));
  });
});

it('the standard error of one yes or no is that of the log odds ratio', () => {
  const [a, b, c, d] = [30, 70, 12, 188] as const;
  const times = (count: number, x: number, y: number) => Array.from({ length: count }, () => [x, y] as const);
  const rows = [...times(a, 1, 1), ...times(b, 1, 0), ...times(c, 0, 1), ...times(d, 0, 0)];
  const design = {
    width: 2,
    numbers: Float64Array.from(rows.flatMap(([x]) => [1, x])),
    outcomes: Uint8Array.from(rows, ([, y]) => y),
  };
  const coefficients = fitLogistic(design, Uint32Array.from(rows.keys()), 0);
  expect(coefficients[1]).toBeCloseTo(Math.log((a * d) / (b * c)), 10);
  // Woolf's formula
  expect(standardErrors(design, 0, coefficients)[1]).toBeCloseTo(Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), 10);
});
