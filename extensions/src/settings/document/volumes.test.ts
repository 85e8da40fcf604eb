import { expect, test } from 'vitest';
import { type Comparison, isByWeek, pointsOf } from './volumes.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 5, 1);
const NONE = { P1: 0, P2: 0, P3: 0, P4: 0 };

function comparison(days: number): Comparison {
  const volume = (P2: number) => ({
    ...{ version: 1, ...NONE, aDay: NONE, sdrHours: 0, kept: {}, breaches: null, byCell: [] },
    perDay: Array.from({ length: days }, (_, day) => ({ day: START + day * DAY, ...NONE, P1: day, P2 })),
  });
  return {
    ...{ from: START, until: START + days * DAY, minutesPerLead: 30, sdrs: 2, wonGained: [], wonMissed: [] },
    ...{ added: { count: 0, contactIds: [] }, dropped: { count: 0, contactIds: [] } },
    ...{ accountsAdded: { count: 0, companyIds: [] }, accountsDropped: { count: 0, companyIds: [] } },
    ...{ segmentBy: 'channel', bySegment: [], unheard: [] },
    current: volume(2),
    draft: volume(1),
  };
}

test('a month is drawn day by day', () => {
  const points = pointsOf(comparison(31), 'P2');
  expect(isByWeek(comparison(31))).toBe(false);
  expect(points).toHaveLength(62);
  expect(points[0]).toEqual({ day: '2026-06-01', perDay: 2, by: 'in force' });
  expect(points[61]).toEqual({ day: '2026-07-01', perDay: 1, by: 'draft' });
});

test('longer is drawn in weeks, the last one as long as it is', () => {
  const points = pointsOf(comparison(90), 'P1').filter(({ by }) => by === 'draft');
  expect(points).toHaveLength(13);
  expect(points[0]).toEqual({ day: '2026-06-01', perDay: 3, by: 'draft' });
  expect(points[12]).toEqual({ day: '2026-08-24', perDay: 86.5, by: 'draft' });
});
