import { describe, expect, it } from 'vitest';
import type { StageRule } from '../definitions/stage-rules.ts';
import { stageRule } from '../definitions/stage-rules.ts';
import type { Milestone } from '../journey/milestone.ts';
import { DAY_MS } from '../values/instant.ts';
import { type AttemptEntries, stageGoals } from './stage-goals.ts';

const NOW = Date.UTC(2026, 5, 30);
const PATH: readonly Milestone[] = ['LEAD', 'AQL', 'MAL', 'SQO'];

const ago = (days: number) => ({ at: NOW - days * DAY_MS, dated: true });
const attempt = (entries: Partial<Record<Milestone, number>>, hasEnded = false): AttemptEntries => ({
  entries: new Map(Object.entries(entries).map(([stage, days]) => [stage as Milestone, ago(days)])),
  hasEnded,
});
const many = (count: number, entries: Partial<Record<Milestone, number>>, hasEnded = false) =>
  Array.from({ length: count }, () => attempt(entries, hasEnded));
const rule = (goals: Partial<StageRule>): StageRule => stageRule.parse({ meaning: '', ownerRole: 'sdr', ...goals });
const aql = (attempts: readonly AttemptEntries[], goals: Partial<StageRule>) =>
  stageGoals(attempts, PATH, { AQL: rule(goals) }, NOW, 90)[0];

describe('the goals of a stage', () => {
  it('judge only entries that have had their whole window, and count only those that went on within it', () => {
    const goal = aql(
      [
        ...many(3, { AQL: 50, MAL: 45 }),
        // Too late for the window of 14 days, too young for it, before the 90 days that are judged.
        ...many(2, { AQL: 50, MAL: 30 }),
        ...many(4, { AQL: 10, MAL: 9 }),
        ...many(5, { AQL: 105, MAL: 104 }),
        attempt({ AQL: 60, SQO: 50 }),
        attempt({ AQL: 60 }, true),
      ],
      { windowDays: 14 },
    );
    expect(goal).toMatchObject({ stage: 'AQL', next: 'MAL', judged: 7, wentOn: 3, unseen: 1, lastMonth: 4 });
    expect(goal?.rate.rate).toBeCloseTo(3 / 7);
    expect(goal?.medianDays).toBe(5);
  });

  it('take the last day of the window and the first of the days that are judged', () => {
    const atEdges = [attempt({ AQL: 14, MAL: 0 }), attempt({ AQL: 104 }), attempt({ AQL: 103.999, MAL: 89.99 })];
    expect(aql(atEdges, { windowDays: 14 })).toMatchObject({ judged: 2, wentOn: 1 });
  });

  it('without a window judge by what has come of it so far', () => {
    const goal = aql([...many(2, { AQL: 80, MAL: 1 }), attempt({ AQL: 1 })], { targets: { medianDays: 5 } });
    expect(goal).toMatchObject({ judged: 3, wentOn: 2, medianDays: 79, beyondWindow: null, verdict: null });
  });

  it('say who is in the stage for longer than its window', () => {
    const stuck = [attempt({ AQL: 15 }), attempt({ AQL: 400 }), attempt({ LEAD: 50, AQL: 13 })];
    const gone = [attempt({ AQL: 40 }, true), attempt({ AQL: 40, MAL: 39 }), attempt({ AQL: 40, SQO: 39 })];
    expect(aql([...stuck, ...gone], { windowDays: 14 })?.beyondWindow).toBe(2);
  });

  it('are missed only where the whole interval misses them', () => {
    const verdict = (wentOn: number, of: number) =>
      aql([...many(wentOn, { AQL: 50, MAL: 49 }), ...many(of - wentOn, { AQL: 50 })], {
        windowDays: 14,
        targets: { rate: { from: 0.5, to: 0.6 } },
      })?.verdict;
    expect([verdict(55, 100), verdict(20, 100), verdict(90, 100), verdict(47, 100), verdict(9, 19)]).toEqual([
      'met',
      'below',
      'above',
      'unsure',
      null,
    ]);
  });

  it('leave out moments that are not known, and stages without goals or without a next one', () => {
    const undated: AttemptEntries = {
      entries: new Map([
        ['AQL', { at: NOW - 50 * DAY_MS, dated: false }],
        ['MAL', ago(40)],
      ]),
      hasEnded: false,
    };
    expect(aql([undated], { windowDays: 14 })).toMatchObject({ wentOn: 1, medianDays: null });
    expect(stageGoals([undated], PATH, { AQL: rule({}), SQO: rule({ windowDays: 5 }) }, NOW, 90)).toEqual([]);
  });
});
