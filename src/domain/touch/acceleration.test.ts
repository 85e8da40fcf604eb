import { expect, it } from 'vitest';
import { day, journeysOf, leadStatus, lifecycle } from '../../../test/support/journey-builders.ts';
import { isAcceleration } from './acceleration.ts';

const deal = (...stages: readonly (readonly [number, string])[]) => [{ id: '9', stages }];
const lead = [...lifecycle([0, 'lead']), ...leadStatus([1, 'OPEN'])];

it.each([
  ['before the opportunity was accepted', 4, false],
  ['at the moment it was accepted', 5, false],
  ['while it is being won', 6, true],
  ['after it was won', 21, false],
])('a touch %s', (_when, at, expected) => {
  const journeys = journeysOf(lead, deal([3, 'appointmentscheduled'], [5, 'qualifiedtobuy'], [20, 'closedwon']));
  expect(isAcceleration(day(at), journeys)).toBe(expected);
});

it('a meeting that was only set is no opportunity yet, and a lost one is over', () => {
  expect(isAcceleration(day(9), journeysOf(lead, deal([3, 'appointmentscheduled'])))).toBe(false);
  const lost = journeysOf(lead, deal([3, 'qualifiedtobuy'], [8, 'closedlost']));
  expect([isAcceleration(day(7), lost), isAcceleration(day(9), lost)]).toEqual([true, false]);
});
