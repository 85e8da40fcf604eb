import { expect, test } from 'vitest';
import { Limits, rateLimitBody } from './limits.ts';
import type { LimitSetup } from './limits.ts';

const newLimits = (setup: Partial<LimitSetup>) => new Limits({ elapsed: () => 0, today: () => '1', ...setup });

test('in any ten seconds so many calls are answered and no more; refused calls do not count', () => {
  let now = 0;
  const limits = newLimits({ callsPerTenSeconds: 3, elapsed: () => now });
  const take = () => limits.take(false) ?? 'taken';
  expect([take(), take()]).toEqual(['taken', 'taken']);
  now = 6_000;
  expect([take(), take(), take()]).toEqual(['taken', 'TEN_SECONDLY_ROLLING', 'TEN_SECONDLY_ROLLING']);
  expect(limits.refused).toBe(2);
  now = 10_000;
  expect([take(), take(), take()]).toEqual(['taken', 'taken', 'TEN_SECONDLY_ROLLING']);
});

test('searches have a limit of their own, by the second, and take nothing from the other calls', () => {
  let now = 0;
  const limits = newLimits({ callsPerTenSeconds: 1, elapsed: () => now });
  const searches = () => Array.from({ length: 6 }, () => limits.take(true));
  expect(searches()).toEqual([undefined, undefined, undefined, undefined, undefined, 'SECONDLY']);
  expect([limits.take(false), limits.take(false)]).toEqual([undefined, 'TEN_SECONDLY_ROLLING']);
  now = 1_000;
  expect(searches().filter((policy) => policy === undefined)).toHaveLength(5);
});

test('the day has a limit for both, and ends at midnight in the portal', () => {
  let day = '2026-03-01';
  const limits = newLimits({ callsPerDay: 2, today: () => day });
  expect([limits.take(true), limits.take(false), limits.take(false), limits.take(true)]).toEqual([
    undefined,
    undefined,
    'DAILY',
    'DAILY',
  ]);
  expect(limits.headers(false)).toMatchObject({ 'X-HubSpot-RateLimit-Daily-Remaining': '0' });
  day = '2026-03-02';
  expect(limits.take(false)).toBeUndefined();
});

test('the headers say what is left; those of searches say nothing', () => {
  const limits = newLimits({});
  limits.take(false);
  expect(limits.headers(false)).toMatchObject({
    'X-HubSpot-RateLimit-Max': '190',
    'X-HubSpot-RateLimit-Remaining': '189',
    'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
    'X-HubSpot-RateLimit-Daily-Remaining': '624999',
  });
  expect(limits.headers(true)).toEqual({});
});

test('a refusal names its policy; only that of ten seconds names the group it counts', () => {
  const where = { correlationId: 'c', appId: 7, portalId: '900' };
  expect(rateLimitBody('TEN_SECONDLY_ROLLING', where)).toMatchObject({
    message: 'You have reached your ten_secondly_rolling limit.',
    groupName: 'publicapi:7-api-calls-ten-secondly:900',
  });
  expect(rateLimitBody('SECONDLY', where)).toEqual({
    status: 'error',
    message: 'You have reached your secondly limit.',
    errorType: 'RATE_LIMIT',
    correlationId: 'c',
    policyName: 'SECONDLY',
  });
});
