import { expect, test } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import type { WorkRules } from '../definitions/work-rules.ts';
import type { Priority } from '../handoff/priority.ts';
import { expectedBreaches, type Offered } from './expected-breaches.ts';

const at = (text: string) => Date.parse(text);
/** Monday, opening. */
const MONDAY = at('2026-06-29T09:00+02:00');
const minutes = (limit: number) => ({ target: 1, limit });
/** Monday to Friday, 9 to 17; an hour, four hours, two days. */
const rules: WorkRules = {
  ...(SHIPPED_DEFINITIONS.work as WorkRules),
  calendar: { weekdays: [1, 2, 3, 4, 5], openings: [['09:00', '17:00']], holidays: [] },
  firstResponse: { P1: minutes(60), P2: minutes(240), P3: minutes(960), P4: minutes(960) },
};
const desk = { sdrs: 1, minutesPerLead: 30, from: MONDAY, zone: 'Europe/Berlin' };

const offer = (priority: Priority, when: number, id = `${priority} ${when}`): Offered => ({
  ...{ id, at: when, startedAt: when, priority },
});
const batch = (priority: Priority, count: number, when = MONDAY) =>
  Array.from({ length: count }, (_, index) => offer(priority, when, `${priority} ${index}`));

test('nothing offered, nothing late', () => {
  expect(expectedBreaches([], rules, desk)).toEqual({ P1: 0, P2: 0, P3: 0, P4: 0, busiest: null });
});

test.each([
  // The k-th of a batch begins after (k − 1) × 30 minutes: the first three hand-raisers within the hour.
  ['one SDR', 10, 1, 7],
  ['two SDRs', 10, 2, 4],
  ['enough SDRs', 10, 10, 0],
  ['nobody', 10, 0, 10],
])('of a batch before %s as many are late as come after the limit', (_name, count, sdrs, late) => {
  expect(expectedBreaches(batch('P1', count), rules, { ...desk, sdrs }).P1).toBe(late);
});

test('leads by score wait for hand-raisers, accounts for both', () => {
  const offered = [...batch('P4', 1), ...batch('P3', 1), ...batch('P2', 8), ...batch('P1', 3)];
  // P1 at 0, 30, 60; P2 from 90 to 300, of which 270 and 300 are later than 240; the accounts at 330 and 360.
  expect(expectedBreaches(offered, rules, desk)).toMatchObject({ P1: 0, P2: 2, P3: 0, P4: 0 });
});

test('nights and weekends count neither as waiting nor as work', () => {
  const friday = at('2026-07-03T16:45+02:00');
  const late = (count: number) => expectedBreaches(batch('P1', count, friday), rules, desk).P1;
  // A quarter of an hour is left on Friday: the third begins on Monday at 9:45, which is 60 working minutes later.
  expect([late(3), late(4)]).toEqual([0, 1]);
  // Whoever raises a hand at night has until an hour after opening.
  const night = at('2026-06-30T03:00+02:00');
  expect(expectedBreaches(batch('P1', 3, night), rules, desk).P1).toBe(0);
});

test('a steady stream that can be worked is never late, one that cannot is ever later', () => {
  const stream = (everyMinutes: number) =>
    Array.from({ length: 16 }, (_, index) => offer('P1', MONDAY + index * everyMinutes * 60_000));
  expect(expectedBreaches(stream(30), rules, desk).P1).toBe(0);
  // One every 20 minutes: the k-th waits (k − 1) × 10, so the eighth is the first to wait 70.
  expect(expectedBreaches(stream(20), rules, desk).P1).toBe(9);
});

test('the clock of a raised hand runs from when it was raised', () => {
  const told = { ...offer('P1', MONDAY + 90 * 60_000), startedAt: MONDAY };
  expect(expectedBreaches([told], rules, desk).P1).toBe(1);
});

test('the busiest day is the portal’s own', () => {
  // 23:30 in Berlin on Monday, and the first half hour of Tuesday, which is Monday still in UTC.
  const monday = batch('P2', 2, at('2026-06-29T23:30+02:00'));
  const tuesday = batch('P1', 3, at('2026-06-30T00:15+02:00'));
  expect(expectedBreaches([...monday, ...tuesday], rules, { ...desk, sdrs: 0 }).busiest).toEqual({
    ...{ day: '2026-06-30', offered: 3, breaches: 3 },
  });
});
