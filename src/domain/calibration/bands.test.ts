import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../sandbox/random.ts';
import { gradeBands, scoreBands } from './bands.ts';

/** `entries` rows of a band, the first `converted` of them with the outcome. */
type Group = readonly [label: string, entries: number, converted: number];

const grades = (...groups: Group[]) =>
  gradeBands(
    groups.flatMap(([label, entries]) => Array.from({ length: entries }, () => label)),
    Uint8Array.from(
      groups.flatMap(([, entries, converted]) => Array.from({ length: entries }, (_, row) => Number(row < converted))),
    ),
    ['A', 'B', 'C', 'D'],
  );

describe('conversion by grade', () => {
  it('is told best first with its lift, and below 20 entries only the counts', () => {
    const { rows, alarms } = grades(['C', 100, 5], ['A', 100, 40], ['D', 19, 9], ['B', 100, 15]);
    expect(rows.map(({ label, entries, converted, rate }) => [label, entries, converted, rate])).toEqual([
      ['A', 100, 40, 0.4],
      ['B', 100, 15, 0.15],
      ['C', 100, 5, 0.05],
      ['D', 19, 9, null],
    ]);
    expect(rows[0]?.lift).toBeCloseTo(0.4 / (69 / 319), 12);
    expect(rows[3]).toMatchObject({ low: null, high: null, lift: null });
    expect(alarms).toEqual([]);
  });

  it('puts grades it was not told about last', () => {
    expect(grades(['Z', 30, 1], ['B', 30, 1], ['X', 30, 1]).rows.map(({ label }) => label)).toEqual(['B', 'X', 'Z']);
  });
});

describe('the monotonicity alarm', () => {
  it('says when a lower grade beats a higher one', () => {
    const { alarms } = grades(['A', 235, 30], ['B', 200, 30], ['C', 240, 62]);
    expect(alarms.map(({ lower, higher }) => [lower, higher])).toEqual([
      ['C', 'A'],
      ['C', 'B'],
    ]);
    expect(alarms[0]?.sentence).toBe(
      'C converts better than A: 62 of 240 (25.8 %) against 30 of 235 (12.8 %), 2.0 times as often.',
    );
    // Fisher's exact p-value by scipy.stats.fisher_exact(…, 'greater'), times the three pairs.
    expect(alarms[0]?.pValue).toBeCloseTo(3 * 0.0002205680287905439, 12);
  });

  it('has words for a higher grade that never converts', () => {
    expect(grades(['A', 50, 0], ['B', 50, 25]).alarms[0]?.sentence).toBe(
      'B converts better than A: 25 of 50 (50.0 %) against 0 of 50 (0.0 %).',
    );
  });

  it('keeps silent when the difference may be chance, and below 20 entries', () => {
    expect(grades(['A', 100, 12], ['B', 100, 17]).alarms).toEqual([]);
    expect(grades(['A', 100, 5], ['B', 19, 19]).alarms).toEqual([]);
  });

  it('makes an alarm out of noise in at most 5 of 100 tables', () => {
    const random = seededRandom(11);
    const labels = ['A', 'B', 'C', 'D'];
    const tables = Array.from({ length: 400 }, () =>
      grades(
        ...labels.map((label): Group => {
          const entries = 20 + Math.floor(random() * 200);
          return [label, entries, Array.from({ length: entries }, () => random()).filter((draw) => draw < 0.2).length];
        }),
      ),
    );
    expect(tables.filter(({ alarms }) => alarms.length > 0).length).toBeLessThanOrEqual(400 * 0.05);
  });
});

describe('conversion by score', () => {
  it('is told in tens, the highest first, and finds the 40s that beat the 80s', () => {
    const scores = Array.from({ length: 2_000 }, (_, row) => (row % 10) * 10_000 + 5_499);
    const outcomes = scores.map((score, row) => Number(Math.floor(row / 10) % 100 < (score === 45_499 ? 40 : 20)));
    const { rows, alarms } = scoreBands(Float64Array.from(scores), Uint8Array.from(outcomes));
    expect(rows.map(({ label }) => label)).toEqual([
      ...['90s', '80s', '70s', '60s', '50s', '40s', '30s', '20s'],
      ...['10 to 19', '0 to 9'],
    ]);
    expect(new Set(alarms.map(({ lower }) => lower))).toEqual(new Set(['40s']));
    expect(alarms.map(({ higher }) => higher)).toContain('80s');
  });

  it.each([
    ['small scores', [9_000, 17_999], ['17', '9']],
    ['fractions', [150, 949], ['0.9 up to 1', '0.1 up to 0.2']],
    ['large and negative scores', [-45_000, 430_000], ['400 to 449', '-50 to -1']],
    ['one score', [42_000], ['42 up to 42.001']],
  ])('takes a round width: %s', (_, scores, labels) => {
    const { rows } = scoreBands(Float64Array.from(scores), new Uint8Array(scores.length));
    expect(rows.map(({ label }) => label)).toEqual(labels);
  });
});
