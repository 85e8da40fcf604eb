import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../sandbox/random.ts';
import type { Milestone } from '../journey/milestone.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS } from '../values/instant.ts';
import type { Attempt, FrozenAql } from './attempt.ts';
import { type RecycledOffer, recycleYield } from './recycle-yield.ts';

const NOW = Date.UTC(2026, 10, 1);
const ago = (days: number) => NOW - days * DAY_MS;

const attempt = (
  id: string,
  number: number,
  startedDaysAgo: number,
  furthest: Milestone,
  ended?: [Milestone, number],
) =>
  ({
    contactId: recordId(id),
    attempt: number,
    startedAt: ago(startedDaysAgo),
    furthest,
    ended: ended && { milestone: ended[0], at: ago(ended[1]) },
  }) satisfies Attempt;
const offer = (id: string, daysAgo: number, reason: string, delayDays: number): RecycledOffer => ({
  contactId: recordId(id),
  at: ago(daysAgo) + 30_000,
  reason,
  wakeAt: ago(daysAgo - delayDays) + 30_000,
});
const aql = (id: string, daysAgo: number, priority = 'P2', cause = 'main'): FrozenAql => ({
  contactId: recordId(id),
  at: ago(daysAgo),
  priority,
  cause,
  version: 1,
});
const none = {
  back: 0,
  woken: 0,
  raisedHand: 0,
  active: 0,
  inHubSpot: 0,
  sqo: 0,
  won: 0,
  open: 0,
  resting: 0,
  away: 0,
};

describe('the yield of recycling', () => {
  it('is counted by hand over seven leads', () => {
    const attempts = [
      // Timing, 180 days: woken and won; woken and open; raised a hand after 20 days and lost at MQO.
      attempt('1', 1, 400, 'MAL', ['RECYCLED', 390]),
      attempt('1', 2, 210, 'WON', ['WON', 100]),
      attempt('2', 1, 300, 'AQL', ['RECYCLED', 290]),
      attempt('2', 2, 110, 'MAL'),
      attempt('3', 1, 100, 'AQL', ['RECYCLED', 90]),
      attempt('3', 2, 70, 'MQO', ['LOST', 10]),
      // Timing, still resting; budget, 120 days, over and not back.
      attempt('4', 1, 60, 'AQL', ['RECYCLED', 50]),
      attempt('5', 1, 400, 'AQL', ['RECYCLED', 200]),
      // Recycled in HubSpot itself, and set an AQL there again.
      attempt('6', 1, 300, 'MAL', ['RECYCLED', 250]),
      attempt('6', 2, 200, 'SQO'),
      // Recycled twice: what came last is owed to the second time alone.
      attempt('7', 1, 500, 'AQL', ['RECYCLED', 490]),
      attempt('7', 2, 350, 'AQL', ['RECYCLED', 340]),
      attempt('7', 3, 200, 'SQO'),
    ];
    const offers = [
      offer('1', 390, 'timing', 180),
      offer('2', 290, 'timing', 180),
      offer('3', 90, 'timing', 180),
      offer('4', 50, 'timing', 180),
      offer('5', 200, 'budget', 120),
      offer('7', 490, 'budget', 120),
      offer('7', 340, 'budget', 120),
      // Closed in HubSpot: no reason with a delay.
      { contactId: recordId('6'), at: ago(250), reason: 'recycled', wakeAt: undefined },
    ];
    const aqls = [
      aql('1', 210, 'P2', 'wake'),
      aql('2', 110, 'P2', 'wake'),
      aql('3', 70, 'P1', 'demo'),
      aql('7', 350, 'P2', 'main'),
      aql('7', 200, 'P2', 'main'),
      // The first attempts' own decisions say nothing of how anybody came back.
      aql('1', 400, 'P1', 'demo'),
    ];
    expect(recycleYield({ attempts, aqls, offers, embargoDays: 90, now: NOW })).toEqual([
      {
        ...none,
        reason: 'timing',
        delayDays: 180,
        recycled: 4,
        back: 3,
        woken: 2,
        raisedHand: 1,
        sqo: 1,
        won: 1,
        open: 1,
        resting: 1,
      },
      { ...none, reason: 'budget', delayDays: 120, recycled: 3, back: 2, active: 2, sqo: 1, away: 1 },
      { ...none, reason: '', delayDays: 90, recycled: 1, back: 1, inHubSpot: 1, sqo: 1 },
    ]);
  });

  it('finds the rates that were planted, and every lead has one fate', () => {
    const random = seededRandom(7);
    const planted = {
      timing: { delay: 180, back: 0.4, sqo: 0.35 },
      budget: { delay: 120, back: 0.2, sqo: 0.45 },
    } as const;
    const attempts: Attempt[] = [];
    const offers: RecycledOffer[] = [];
    const aqls: FrozenAql[] = [];
    const truth = { timing: { recycled: 0, back: 0, sqo: 0 }, budget: { recycled: 0, back: 0, sqo: 0 } };
    for (let id = 1; id <= 8_000; id += 1) {
      const reason = random() < 0.5 ? 'timing' : 'budget';
      const { delay, back, sqo } = planted[reason];
      const at = 250 + Math.floor(random() * 200);
      attempts.push(attempt(String(id), 1, at + 10, 'AQL', ['RECYCLED', at]));
      offers.push(offer(String(id), at, reason, delay));
      truth[reason].recycled += 1;
      if (random() >= back) continue;
      const reaches = random() < sqo;
      attempts.push(
        attempt(String(id), 2, at - delay, reaches ? 'SQO' : 'AQL', reaches ? undefined : ['UNRESPONSIVE', 1]),
      );
      aqls.push(aql(String(id), at - delay, 'P2', 'wake'));
      truth[reason].back += 1;
      if (reaches) truth[reason].sqo += 1;
    }
    const rows = recycleYield({ attempts, aqls, offers, embargoDays: 90, now: NOW });
    for (const [reason, { back, sqo, delay }] of Object.entries(planted)) {
      const row = rows.find((each) => each.reason === reason);
      expect(row).toMatchObject({ ...truth[reason as keyof typeof truth], delayDays: delay, resting: 0 });
      expect((row?.back ?? 0) / (row?.recycled ?? 1)).toBeCloseTo(back, 1);
      expect((row?.sqo ?? 0) / (row?.back ?? 1)).toBeCloseTo(sqo, 1);
    }
    for (const row of rows) {
      expect(row.back + row.resting + row.away).toBe(row.recycled);
      expect(row.woken + row.raisedHand + row.active + row.inHubSpot).toBe(row.back);
    }
  });
});
