import { expect, it } from 'vitest';
import { scoringRules } from '../definitions/scoring-rules.ts';
import { touchTypes } from '../definitions/touch-types.ts';
import { receiptOf } from '../scoring/receipt.ts';
import { eventRulesOf, type ScoreEvent } from '../scoring/score-event.ts';
import { DAY_MS } from '../values/instant.ts';
import { ruleKey, ruleUses, scoredRulesOf } from './scored-rules.ts';

const NOW = Date.UTC(2026, 2, 1, 9);
const TYPES = touchTypes.parse(['mail', 'price'].map((id) => ({ id, label: id, channel: id, isResponse: false })));
const when = (fact: string) => ({ fact, op: 'is_known' as const });
const SCORING = scoringRules.parse({
  fit: {
    rules: [
      { id: 'title', label: 'Title', family: 'title', when: when('contact.jobtitle'), points: 30 },
      { id: 'size', label: 'Size', family: 'size', when: when('company.numberofemployees'), points: -7 },
    ],
    vetoes: [],
    grades: [{ grade: 'A', from: 60 }],
  },
  behavior: {
    groups: [
      {
        ...{ id: 'web', label: 'Web', kind: 'engagement', cap: 1_000, halfLifeDays: 30 },
        rules: [
          { id: 'price', label: 'Price', on: { touch: 'price' }, points: 12 },
          { id: 'mail', label: 'Mail', on: { touch: 'mail' }, points: 3 },
          { id: 'city', label: 'City', when: when('contact.city'), points: 5 },
        ],
      },
      {
        ...{ id: 'intent', label: 'Intent', kind: 'intent', cap: 1_000, halfLifeDays: 90 },
        rules: [{ id: 'topic', label: 'Topic', on: { signal: 'intent' }, points: 25 }],
      },
    ],
    breadth: { withinDays: 30, perChannel: 5, cap: 12 },
    bands: [{ band: '1', from: 60 }],
  },
  recentDays: 14,
});
const COUNTING = eventRulesOf(SCORING, TYPES);
const touch = (type: string, daysAgo: number): ScoreEvent => ({
  touch: { type, channel: '', program: '', at: NOW - daysAgo * DAY_MS },
});
const signal: ScoreEvent = {
  signal: { kind: 'intent', topic: 'crm', strength: 400, source: 's', at: NOW - 90 * DAY_MS },
};
const EVENTS = [touch('price', 0), touch('price', 30), touch('mail', 60), touch('mail', -1), signal];
const VALUES: Readonly<Record<string, string>> = { 'contact.jobtitle': 'Director', 'contact.city': 'Berlin' };
const subject = { at: NOW, value: (fact: string) => VALUES[fact] ?? '' };

const uses = (latest = new Map()) => ruleUses(EVENTS, subject, SCORING, COUNTING, latest);

it('how often each rule counted: faded events, signals by strength, and what holds; what came later not at all', () => {
  expect([...uses()].map(([key, { amount }]) => [key, amount])).toEqual([
    ['/title', 1],
    ['/size', 0],
    ['web/price', 1.5],
    ['web/mail', 0.25],
    ['web/city', 1],
    ['intent/topic', 0.2],
  ]);
});

it('times the points it is the receipt, before caps', () => {
  const receipt = receiptOf(EVENTS, subject, SCORING, COUNTING);
  const points = (group: string | null) =>
    scoredRulesOf(SCORING)
      .filter((rule) => rule.group === group)
      .reduce((sum, rule) => sum + rule.points * (uses().get(ruleKey(group, rule.id))?.amount ?? 0), 0);
  expect(points(null) * 1_000).toBe(receipt.fit.units);
  for (const { id, units } of receipt.behavior.filter((group) => group.kind !== 'breadth'))
    expect(points(id) * 1_000).toBeCloseTo(units, -1);
});

it('goes by the latest change of all a rule asks about; one without a time leaves it undated', () => {
  const asked = (at: number | undefined) =>
    uses(new Map([['contact.jobtitle', { value: 'Intern', lastChangedAt: at }]])).get('/title')?.asked;
  expect(asked(NOW + DAY_MS)).toEqual({ value: 'Intern', lastChangedAt: NOW + DAY_MS });
  expect(asked(undefined)).toEqual({ value: 'Intern', lastChangedAt: undefined });
  expect(uses().get('/title')?.asked).toEqual({ value: undefined, lastChangedAt: undefined });
  expect(uses().get('web/price')?.asked.lastChangedAt).toBe(NOW);
});
