import { describe, expect, test } from 'vitest';
import { REGIONS } from './demo-regions.ts';
import { fromLocal, toLocal } from './local-time.ts';
import { afterWorkingMinutes } from './working-time.ts';

const [berlin, , newYork] = REGIONS;
const after = (at: string, minutes: number, region: (typeof REGIONS)[number] = berlin) =>
  new Date(afterWorkingMinutes(Date.parse(at), minutes, region)).toISOString();

describe('working minutes', () => {
  test.each([
    ['within a day', '2026-11-24T09:00:00Z', 60, '2026-11-24T10:00:00.000Z'],
    ['to the end of the day', '2026-11-24T15:00:00Z', 60, '2026-11-24T16:00:00.000Z'],
    ['over night', '2026-11-24T15:30:00Z', 60, '2026-11-25T08:30:00.000Z'],
    ['from the night', '2026-11-24T03:00:00Z', 30, '2026-11-24T08:30:00.000Z'],
    ['over a weekend', '2026-11-27T15:59:00Z', 2, '2026-11-30T08:01:00.000Z'],
    ['from a Sunday', '2026-11-29T12:00:00Z', 45, '2026-11-30T08:45:00.000Z'],
    ['over two days', '2026-11-23T08:00:00Z', 2 * 480 + 5, '2026-11-25T08:05:00.000Z'],
    ['into summer time', '2026-03-27T15:30:00Z', 60, '2026-03-30T07:30:00.000Z'],
    ['out of summer time', '2026-10-23T14:30:00Z', 60, '2026-10-26T08:30:00.000Z'],
  ])('%s', (_what, at, minutes, end) => {
    expect(after(at, minutes)).toBe(end);
  });

  test('go by the clock of the region', () => {
    expect(after('2026-11-24T09:00:00Z', 60, newYork)).toBe('2026-11-24T15:00:00.000Z');
  });
});

test.each(['Europe/Berlin', 'America/New_York'])('local time and back is the same in %s, all year', (zone) => {
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3 * 3_600_000 + 1_234_567) {
    const repeated = fromLocal(toLocal(at, zone), zone) - at;
    if (repeated !== 0) expect(Math.abs(repeated)).toBe(3_600_000);
    expect(toLocal(fromLocal(toLocal(at, zone), zone), zone)).toBe(toLocal(at, zone));
  }
});
