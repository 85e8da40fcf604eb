import { expect, test } from 'vitest';
import { Faults } from './faults.ts';
import { seededRandom } from './random.ts';

const drawn = (seed: number) => {
  const faults = new Faults(seededRandom(seed));
  faults.set({ serverError: 0.1, cutAfter: 0.2 });
  return { faults, calls: Array.from({ length: 2_000 }, () => faults.nextCall()) };
};

test('each fault strikes in its share of the calls', () => {
  const { faults, calls } = drawn(5);
  const share = (fault: string) => calls.filter((call) => call === fault).length / calls.length;
  expect(share('serverError')).toBeCloseTo(0.1, 1);
  expect(share('cutAfter')).toBeCloseTo(0.2, 1);
  expect(new Set(calls)).toEqual(new Set([undefined, 'serverError', 'cutAfter']));
  expect(faults.injected['serverError']).toBe(calls.filter((call) => call === 'serverError').length);
});

test('the same seed gives the same faults, another seed others', () => {
  expect(drawn(5).calls).toEqual(drawn(5).calls);
  expect(drawn(5).calls).not.toEqual(drawn(6).calls);
});

test('new settings replace the old ones', () => {
  const { faults } = drawn(5);
  faults.set({ failingIds: ['7'] });
  expect(Array.from({ length: 100 }, () => faults.nextCall()).every((fault) => fault === undefined)).toBe(true);
  expect([faults.failsRow('7'), faults.failsRow('8'), faults.dropsRow()]).toEqual([true, false, false]);
});
