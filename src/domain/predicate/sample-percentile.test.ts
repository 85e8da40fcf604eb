import { expect, test } from 'vitest';
import { fnv1a, mixed, samplePercentile } from './sample-percentile.ts';

test('the hash is the published one', () => {
  // Test vectors of draft-eastlake-fnv, and of MurmurHash3's finalizer.
  expect(fnv1a('')).toBe(0x811c9dc5);
  expect(fnv1a('a')).toBe(0xe40c292c);
  expect(fnv1a('foobar')).toBe(0xbf9cf968);
  expect(mixed(0)).toBe(0);
  expect(mixed(1)).toBe(0x514e28b7);
});

/** Pearson's χ² of counts against equal ones. */
function chiSquare(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
}

/** 99.9 % quantiles of χ² with 99 and with 3 degrees of freedom (tables). */
const LIMIT_99 = 148.23;
const LIMIT_3 = 16.27;

test.each([
  ['one after the other', (index: number) => String(index + 1)],
  ['as HubSpot gives them', (index: number) => String(151_000_000_000 + index * 7)],
])('ids %s fall evenly on the hundred places', (_, idOf) => {
  const counts = Array.from({ length: 100 }, () => 0);
  for (let index = 0; index < 100_000; index += 1) {
    const place = samplePercentile(idOf(index)) - 1;
    counts[place] = (counts[place] ?? Number.NaN) + 1;
  }
  expect(chiSquare(counts)).toBeLessThan(LIMIT_99);
});

test('the half of a person says nothing of the next one', () => {
  const counts = [0, 0, 0, 0];
  for (let index = 0; index < 100_000; index += 1) {
    const [one, other] = [samplePercentile(String(index)), samplePercentile(String(index + 1))];
    const pair = (one > 50 ? 2 : 0) + (other > 50 ? 1 : 0);
    counts[pair] = (counts[pair] ?? Number.NaN) + 1;
  }
  // Each person is in two pairs, which makes the counts a little more even than independent ones.
  expect(chiSquare(counts)).toBeLessThan(LIMIT_3);
});

test('a place once given stays', () => {
  expect(['1', '2', '101', '151000000000'].map(samplePercentile)).toEqual([34, 24, 13, 22]);
});
