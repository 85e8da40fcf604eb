import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared } from '../../../test/support/shared-data.ts';
import { HOUR_MS, MINUTE_MS } from '../values/instant.ts';
import { addWorkingMinutes, type WorkCalendar, workingClock } from './working-time.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

interface Case {
  readonly id: string;
  readonly op: string;
  readonly schedule: {
    readonly timezone: string;
    readonly hours: Readonly<Record<string, [string, string][]>>;
    readonly holidays?: readonly string[];
    readonly special_days?: object;
  };
  readonly input: { readonly at: string; readonly seconds: number };
  readonly expected: string;
}

const calendarOf = ({ timezone: zone, hours, holidays = [] }: Case['schedule']): WorkCalendar => ({
  zone,
  openings: Object.fromEntries(Object.entries(hours).map(([day, openings]) => [WEEKDAYS.indexOf(day) + 1, openings])),
  holidays,
});

/** Days with hours of their own are not part of a calendar of ours, and clocks only run forwards. */
const isOurs = ({ op, schedule, input }: Case) =>
  op === 'add_seconds' && input.seconds >= 0 && schedule.special_days === undefined;

describeWithShared('the recorded cases of other libraries', ['business-hours-cases', 'cases.json'], (file) => {
  it('agree', async () => {
    const ours = (JSON.parse(await readFile(file, 'utf8')) as Case[]).filter(isOurs);
    expect(ours.length).toBeGreaterThan(15);
    for (const { id, schedule, input, expected } of ours) {
      const end = addWorkingMinutes(Date.parse(input.at), input.seconds / 60, calendarOf(schedule));
      expect([id, new Date(end).toISOString()]).toEqual([id, new Date(expected).toISOString()]);
    }
  });
});

const office: WorkCalendar = {
  zone: 'Europe/Berlin',
  openings: {
    1: [['09:00', '17:00']],
    2: [['09:00', '17:00']],
    3: [['09:00', '17:00']],
    4: [['09:00', '17:00']],
    5: [['09:00', '17:00']],
  },
  holidays: ['2026-12-25'],
};
const at = (text: string) => Date.parse(text);

describe('an hour for a hand-raiser', () => {
  it.each([
    ['in the middle of the day', '2026-06-29T10:00+02:00', '2026-06-29T11:00+02:00'],
    ['at night', '2026-06-29T03:00+02:00', '2026-06-29T10:00+02:00'],
    ['shortly before closing', '2026-06-29T16:40+02:00', '2026-06-30T09:40+02:00'],
    ['that ends at closing ends then', '2026-06-29T16:00+02:00', '2026-06-29T17:00+02:00'],
    ['on Friday evening', '2026-07-03T18:00+02:00', '2026-07-06T10:00+02:00'],
    ['before a holiday and a weekend', '2026-12-24T16:30+01:00', '2026-12-28T09:30+01:00'],
    ['across the end of summer time', '2026-10-23T16:30+02:00', '2026-10-26T09:30+01:00'],
  ])('%s', (_name, from, to) => {
    expect(addWorkingMinutes(at(from), 60, office)).toBe(at(to));
  });
});

it('never comes out earlier for more time, and splits as one likes', () => {
  const start = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2026-12-01T00:00Z') });
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 3_000 }), (from, a, b) => {
      const whole = addWorkingMinutes(from, a + b, office);
      expect(whole).toBe(addWorkingMinutes(addWorkingMinutes(from, a, office), b, office));
      expect(whole).toBeGreaterThanOrEqual(from + (a + b) * MINUTE_MS);
    }),
  );
});

it('a clock of working time reads as many minutes as were added', () => {
  const start = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2026-12-01T00:00Z') });
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 20_000 }), (from, minutes) => {
      expect(workingClock(from, office)(addWorkingMinutes(from, minutes, office))).toBe(minutes * MINUTE_MS);
    }),
  );
});

it('a clock of working time stands still at night', () => {
  const clock = workingClock(at('2026-06-29T16:00+02:00'), office);
  expect(clock(at('2026-06-29T16:30+02:00'))).toBe(HOUR_MS / 2);
  expect(clock(at('2026-06-29T23:00+02:00'))).toBe(HOUR_MS);
  expect(clock(at('2026-06-30T09:30+02:00'))).toBe(1.5 * HOUR_MS);
  expect(clock(at('2026-06-29T15:00+02:00'))).toBe(0);
});

it('around the clock is elapsed time', () => {
  const openings = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']] as const]));
  const always: WorkCalendar = { zone: 'Europe/Berlin', openings, holidays: [] };
  const start = at('2026-03-28T12:00:00Z');
  expect(addWorkingMinutes(start, 48 * 60, always)).toBe(start + 48 * HOUR_MS);
});

it('a calendar that never opens has no due time', () => {
  expect(() => addWorkingMinutes(0, 1, { zone: 'UTC', openings: {}, holidays: [] })).toThrow(RangeError);
});
