import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { shuffled } from './shuffle.ts';

test('nothing is lost and nothing leaves its stretch', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 50 }), fc.integer(), (length, window, seed) => {
      const items = [...Array(length).keys()];
      const mixed = shuffled(items, seededRandom(seed), window);
      expect([...mixed].sort((left, right) => left - right)).toEqual(items);
      mixed.forEach((item, at) => expect(Math.floor(item / window)).toBe(Math.floor(at / window)));
    }),
  );
});

test('the same seed gives the same order', () => {
  const items = [...Array(100).keys()];
  expect(shuffled(items, seededRandom(4))).toEqual(shuffled(items, seededRandom(4)));
  expect(shuffled(items, seededRandom(4))).not.toEqual(items);
});
