import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ScoreGroup, scoringRules } from '../definitions/scoring-rules.ts';
import { touchTypes } from '../definitions/touch-types.ts';
import { DAY_MS, type Instant } from '../values/instant.ts';
import { fadedTo, growing } from './faded-points.ts';
import { eventRulesOf, type ScoreEvent } from './score-event.ts';
import { ScoreState } from './score-state.ts';
import { cellOf, type Score, scoreOf } from './score.ts';

const NOW = Date.UTC(2026, 2, 1, 9);
const TYPES = touchTypes.parse(
  ['website', 'email', 'event', 'fair'].map((id) => ({ id, label: id, channel: id, isResponse: id === 'event' })),
);
const touch = (type: string, daysAgo: number, channel = ''): ScoreEvent => ({
  touch: { type, channel, program: '', at: NOW - daysAgo * DAY_MS },
});
const signal = (strength: number, topic = 'crm', kind = 'intent'): ScoreEvent => ({
  signal: { kind, topic, strength, source: 's', at: NOW },
});

type Group = Partial<ScoreGroup> & { readonly rules: ScoreGroup['rules'] };
const counts = (id: string, points: number) => ({ id, label: id, on: { touch: id }, points });
const flag = { id: 'flag', label: 'Flag', when: { fact: 'contact.flag', op: 'is_true' as const } };

function rulesWith(...groups: Group[]) {
  return scoringRules.parse({
    fit: { rules: [], vetoes: [], grades: [{ grade: 'A', from: 60 }] },
    behavior: {
      groups: groups.map((group, place) => ({ id: `g${place}`, label: 'G', kind: 'engagement', cap: 1_000, ...group })),
      breadth: { withinDays: 30, perChannel: 5, cap: 12 },
      bands: [
        { band: '1', from: 60 },
        { band: '2', from: 40 },
        { band: '3', from: 15 },
      ],
    },
    recentDays: 14,
  });
}

function scored(groups: readonly Group[], events: readonly ScoreEvent[], at: Instant = NOW, isFlagged = false): Score {
  const rules = rulesWith(...groups);
  const counting = eventRulesOf(rules, TYPES);
  const state = new ScoreState();
  for (const event of events) state.add(event, counting);
  return scoreOf(state, { at, value: () => (isFlagged ? 'true' : '') }, rules);
}

describe('fading', () => {
  it.each([1, 7, 30, 45, 90, 3_650])('halves exactly after %i days, and again after as many', (days) => {
    for (const start of [0, 1, 12_345, 6_000 * DAY_MS + 7]) {
      const at = Date.UTC(2006, 0, 1) + start;
      const after = (halfLives: number) => fadedTo(growing(16_000, at, days), at + halfLives * days * DAY_MS, days);
      expect([0, 1, 2, 3, 4].map(after)).toEqual([16_000, 8_000, 4_000, 2_000, 1_000]);
    }
  });

  it('follows the curve in between', () => {
    expect(fadedTo(growing(10_000, NOW, 30), NOW + 10 * DAY_MS, 30)).toBe(Math.round(10_000 / Math.cbrt(2)));
  });

  it('leaves points alone where no half-life is set', () => {
    const group = { rules: [counts('email', 9)] };
    expect(scored([group], [touch('email', 3_000)]).engagement).toBe(9_000);
    expect(scored([{ ...group, halfLifeDays: 30 }], [touch('email', 3_000)]).engagement).toBe(0);
  });

  it('gives the same sum bit for bit in any order', () => {
    const event = fc.record({ units: fc.integer({ min: -25_000, max: 25_000 }), daysAgo: fc.nat(2_000) });
    fc.assert(
      fc.property(fc.array(event), fc.integer({ min: 1, max: 400 }), (events, days) => {
        const sumOf = (those: typeof events) =>
          those.reduce((sum, { units, daysAgo }) => sum + growing(units, NOW - daysAgo * DAY_MS, days), 0n);
        const sorted = [...events].sort((a, b) => a.daysAgo - b.daysAgo || a.units - b.units);
        expect(sumOf(sorted)).toBe(sumOf(events));
      }),
    );
  });

  it('takes what is before the epoch as of the epoch', () => {
    expect(growing(1_000, 0, 30)).toBe(growing(1_000, Date.UTC(2006, 0, 1), 30));
  });
});

describe('caps', () => {
  const clicks = (count: number) => Array.from({ length: count }, () => touch('email', 0));

  it('lets a group add no more than its cap, so that no channel makes a score alone', () => {
    const group = { cap: 20, rules: [counts('email', 6)] };
    expect([3, 4, 50].map((count) => scored([group], clicks(count)).engagement)).toEqual([18_000, 20_000, 20_000]);
  });

  it('caps what is left after fading, not what once was', () => {
    const group = { cap: 20, halfLifeDays: 30, rules: [counts('email', 6)] };
    expect(scored([group], clicks(4), NOW + 30 * DAY_MS).engagement).toBe(12_000);
  });

  it('lets negatives take away no more than their cap, and never below zero', () => {
    const against = { kind: 'negative' as const, cap: 10, rules: [counts('website', -4)] };
    const visits = (count: number) => Array.from({ length: count }, () => touch('website', 0));
    const plus = { rules: [counts('email', 9)] };
    expect(scored([against], visits(2))).toMatchObject({ negative: -8_000, behavior: 0 });
    expect(scored([against, plus], [...visits(2), touch('email', 60)])).toMatchObject({ behavior: 1_000 });
    expect(scored([against, plus], [...visits(9), touch('email', 60)])).toMatchObject({
      negative: -10_000,
      behavior: 0,
    });
  });

  it('lets no group do the contrary of its kind', () => {
    const sour = { rules: [counts('email', -5)] };
    const sweet = { kind: 'negative' as const, rules: [counts('email', 5)] };
    expect(scored([sour, sweet], [touch('email', 60)])).toMatchObject({ engagement: 0, negative: 0, recent: 0 });
    expect(scored([sour, sweet], [touch('email', 1)]).recent).toBe(0);
  });

  it('counts what holds beside what happened, under the same cap', () => {
    const group = { cap: 10, rules: [counts('fair', 6), { ...flag, points: 3 }] };
    expect(scored([group], [touch('fair', 40)], NOW, true).engagement).toBe(9_000);
    expect(scored([group], [touch('fair', 40), touch('fair', 40)], NOW, true).engagement).toBe(10_000);
  });
});

describe('breadth', () => {
  const group = { rules: ['website', 'email', 'fair'].map((id) => counts(id, 1)) };
  const breadth = (...events: ScoreEvent[]) => scored([group], events).breadth;

  it('counts each channel once, up to its cap', () => {
    expect(breadth(touch('email', 1), touch('email', 2))).toBe(5_000);
    expect(breadth(touch('email', 1), touch('website', 2))).toBe(10_000);
    expect(breadth(touch('email', 1), touch('website', 2), touch('fair', 2))).toBe(12_000);
  });

  it('ends one millisecond after its days', () => {
    const hair = 1 / DAY_MS;
    expect([30 - hair, 30, 30 + hair].map((days) => breadth(touch('email', days)))).toEqual([5_000, 5_000, 0]);
  });

  it('goes by the channel that was told, else by that of the type', () => {
    expect(breadth(touch('email', 1), touch('email', 1, 'newsletter'))).toBe(10_000);
  });

  it('counts no touch that no rule counts, nothing against, and no signal', () => {
    expect(breadth(touch('event', 1), touch('unheard_of', 1))).toBe(0);
    expect(scored([{ kind: 'negative', rules: [counts('email', -1)] }], [touch('email', 1)]).breadth).toBe(0);
    expect(
      scored([{ kind: 'intent', rules: [{ ...counts('i', 1), on: { signal: 'intent' } }] }], [signal(1_000)]).breadth,
    ).toBe(0);
  });
});

describe('signals and recent points', () => {
  const intent = { kind: 'intent' as const, rules: [{ id: 'i', label: 'I', on: { signal: 'intent' }, points: 25 }] };

  it('counts a signal by its strength', () => {
    expect([0, 1, 500, 1_000].map((strength) => scored([intent], [signal(strength)]).intent)).toEqual([
      0, 25, 12_500, 25_000,
    ]);
  });

  it('counts only the topics a rule names', () => {
    const rules = [{ id: 'i', label: 'I', on: { signal: 'intent', topics: ['erp'] }, points: 25 }];
    expect(scored([{ ...intent, rules }], [signal(1_000), signal(100, 'erp')]).intent).toBe(2_500);
    expect(scored([intent], [signal(1_000, 'crm', 'usage')]).intent).toBe(0);
  });

  it('counts fresh points of the last days, whatever the caps, and nothing against', () => {
    const groups = [
      { cap: 1, halfLifeDays: 1, rules: [counts('email', 6)] },
      { kind: 'negative' as const, rules: [counts('website', -50)] },
    ];
    const hair = 1 / DAY_MS;
    const events = [touch('email', 0), touch('email', 14), touch('email', 14 + hair), touch('website', 0)];
    expect(scored(groups, events).recent).toBe(12_000);
  });
});

describe('a walk around a threshold', () => {
  it('of ±1 point and 1,000 steps stays in the two cells beside it, and the same points are always the same cell', () => {
    const group = { rules: [counts('email', 1)] };
    const against = { kind: 'negative' as const, rules: [counts('website', -1)] };
    const rules = rulesWith(group, against);
    const counting = eventRulesOf(rules, TYPES);
    const state = new ScoreState();
    // Both channels rest, so that no breadth is added.
    for (let point = 0; point < 40; point += 1) state.add(touch('email', 31), counting);
    const cells = new Map<number, Set<string>>();
    for (let step = 0; step < 1_000; step += 1) {
      state.add(step % 2 === 0 ? touch('website', 31) : touch('email', 31), counting);
      const score = scoreOf(state, { at: NOW, value: () => '' }, rules);
      cells.set(score.behavior, (cells.get(score.behavior) ?? new Set()).add(cellOf(score)));
    }
    expect(cells).toEqual(
      new Map([
        [39_000, new Set(['D3'])],
        [40_000, new Set(['D2'])],
      ]),
    );
  });
});
