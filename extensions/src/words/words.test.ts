import { describe, expect, test } from 'vitest';
import { calendarDayOf, dateInputValue } from './calendar-day.ts';
import { clockText } from './clock-text.ts';
import { durationText, secondsText } from './durations.ts';
import { currentStep } from './path-text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [20_999, '20 s'],
  [119 * MINUTE, '119 min'],
  [2 * HOUR, '2 h'],
  [51 * HOUR + 20 * MINUTE + 59_999, '51 h 20 min'],
  [100 * HOUR, '4 d 4 h'],
])('%d ms are %s', (length, text) => expect(durationText(length)).toBe(text));

test.each([
  [32_999, '32 s'],
  [60_000, '1 min'],
  [272_000, '4 min 32 s'],
])('%d ms to the second are %s', (length, text) => expect(secondsText(length)).toBe(text));

describe('a clock', () => {
  const of = (over: object) =>
    ({ label: '', startedAt: 0, dueAt: HOUR, limitMinutes: 60, stoppedAt: null, state: 'running', ...over }) as const;

  test.each([
    ['has time', of({}), 22 * MINUTE, { text: '38 min left', tone: 'info' }],
    ['has little time', of({}), 46 * MINUTE, { text: '14 min left', tone: 'warning' }],
    ['does not count yet', of({ dueAt: 15 * HOUR }), HOUR, { text: 'In time', tone: 'info' }],
    [
      'was met on the next day',
      of({ dueAt: 15 * HOUR, stoppedAt: 14 * HOUR }),
      20 * HOUR,
      { text: 'Met', tone: 'success' },
    ],
    ['is over without an answer', of({}), 65 * MINUTE, { text: 'Missed by 5 min', tone: 'danger' }],
    [
      'was met',
      of({ stoppedAt: 22 * MINUTE, state: 'met' }),
      90 * MINUTE,
      { text: 'Met after 22 min', tone: 'success' },
    ],
    [
      'was answered late',
      of({ stoppedAt: 3 * HOUR, state: 'missed' }),
      9 * HOUR,
      { text: 'Missed by 2 h', tone: 'danger' },
    ],
  ])('that %s', (_name, clock, now, text) => expect(clockText(clock, now)).toEqual(text));
});

test.each(['2026-01-31', '2026-12-01', '2028-02-29'])(
  'the day %s survives the input, whose months count from 0',
  (day) => expect(calendarDayOf(dateInputValue(day))).toBe(day),
);
test('January is month 0', () => expect(dateInputValue('2026-01-31')).toEqual({ year: 2026, month: 0, date: 31 }));

test.each([
  [['done', 'current', 'ahead'], 1],
  [['done', 'skipped', 'ahead'], 1],
  [['ahead', 'ahead', 'ahead'], 0],
  [['done', 'done', 'done'], 3],
] as const)('of the steps %j number %d is marked', (states, step) => {
  const path = states.map((state) => ({ id: state, label: state, enteredAt: null, state }));
  expect(currentStep(path)).toBe(step);
});
