import { expect, test } from 'vitest';
import { Limits } from './limits.ts';

test('in any ten seconds so many calls are answered and no more; refused calls do not count', () => {
  let now = 0;
  const limits = new Limits(3, () => now);
  expect([limits.take(), limits.take()]).toEqual([true, true]);
  now = 6_000;
  expect([limits.take(), limits.take(), limits.take()]).toEqual([true, false, false]);
  expect(limits.refused).toBe(2);
  now = 10_000;
  expect([limits.take(), limits.take(), limits.take()]).toEqual([true, true, false]);
});

test('the headers say what is left', () => {
  const limits = new Limits(190, () => 0);
  limits.take();
  expect(limits.headers()).toMatchObject({
    'X-HubSpot-RateLimit-Max': '190',
    'X-HubSpot-RateLimit-Remaining': '189',
    'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
    'X-HubSpot-RateLimit-Daily-Remaining': '624999',
  });
});
