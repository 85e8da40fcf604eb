import { expect, test } from 'vitest';
import { eventIds } from './event-ids.ts';
import { seededRandom } from './random.ts';

const distinct = (reuse: boolean) => {
  const next = eventIds(seededRandom(1), () => reuse);
  return new Set(Array.from({ length: 2_000 }, () => next())).size;
};

test('about one event in twenty repeats an earlier id when the switch is on, none when it is off', () => {
  expect(distinct(false)).toBe(2_000);
  expect(distinct(true)).toBeGreaterThan(1_800);
  expect(distinct(true)).toBeLessThan(1_960);
});
