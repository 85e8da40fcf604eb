import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoringRules } from '../definitions/scoring-rules.ts';
import { touchTypes } from '../definitions/touch-types.ts';
import { DAY_MS, type Instant } from '../values/instant.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { eventRulesOf, type ScoreEvent } from './score-event.ts';

const NOW = Date.UTC(2026, 2, 1, 9);
const TYPES = touchTypes.parse(
  ['website', 'email', 'event'].map((id) => ({ id, label: id, channel: id, isResponse: false })),
);
const counts = (id: string, points: number) => ({ id, label: `Did ${id}`, on: { touch: id }, points });
const isOut = { fact: 'contact.out', op: 'is_true' };

const RULES = scoringRules.parse({
  fit: {
    rules: [{ id: 'fits', label: 'Fits', family: 'other', when: isOut, points: 70 }],
    vetoes: [{ id: 'out', label: 'Out', when: isOut }],
    grades: [{ grade: 'A', from: 60 }],
  },
  behavior: {
    groups: [
      { id: 'web', label: 'Web', kind: 'engagement', cap: 10, halfLifeDays: 30, rules: [counts('website', 4)] },
      {
        id: 'mail',
        label: 'Mail',
        kind: 'engagement',
        cap: 30,
        rules: [counts('email', 3), { ...counts('email', 2), id: 'b' }],
      },
      {
        id: 'intent',
        label: 'Intent',
        kind: 'intent',
        cap: 40,
        halfLifeDays: 9,
        rules: [{ id: 'i', label: 'I', on: { signal: 'intent' }, points: 1 }],
      },
      {
        id: 'against',
        label: 'Against',
        kind: 'negative',
        cap: 90,
        rules: [{ id: 'out', label: 'Is out', when: isOut, points: -60 }],
      },
    ],
    breadth: { withinDays: 30, perChannel: 5, cap: 8 },
    bands: [{ band: '1', from: 60 }],
  },
  recentDays: 14,
});
const COUNTING = eventRulesOf(RULES, TYPES);

const touch = (type: string, daysAgo: number): ScoreEvent => ({
  touch: { type, channel: '', program: '', at: NOW - daysAgo * DAY_MS },
});
const signal = (strength: number, daysAgo: number): ScoreEvent => ({
  signal: { kind: 'intent', topic: 't', strength, source: 's', at: NOW - daysAgo * DAY_MS },
});

const receipt = (events: readonly ScoreEvent[], isFlagged = false, at: Instant = NOW): Receipt =>
  receiptOf(events, { at, value: () => (isFlagged ? 'true' : '') }, RULES, COUNTING);

/** Groups with their lines as text: `Web 8: Did website 4, …`. */
const told = ({ behavior }: Receipt): string[] =>
  behavior.map(
    ({ label, units, lines }) =>
      `${label} ${units / 1_000}: ${lines.map((line) => `${line.label} ${line.units / 1_000}`).join(', ')}`,
  );

it('names each event with what is left of it, newest first, and what the cap keeps out', () => {
  expect(told(receipt([touch('website', 30), touch('website', 0), touch('website', 0), touch('website', 60)]))).toEqual(
    [
      'Web 10: Did website 4, Did website 4, Did website 2, Did website 1, No more counts here -1',
      'Several channels 5: Active on website 5',
    ],
  );
});

it('names each rule that counted an event, and every channel', () => {
  expect(told(receipt([touch('email', 200), touch('email', 1), touch('website', 0)]))).toEqual([
    'Web 4: Did website 4',
    'Mail 10: Did email 2, Did email 3, Did email 2, Did email 3',
    'Several channels 8: Active on email 5, Active on website 5, No more counts here -2',
  ]);
});

it('says what keeps the sum from falling below zero, and what rules a person out', () => {
  const { score, fit, vetoes, behavior } = receipt([touch('email', 90)], true);
  expect(told({ behavior } as Receipt)).toEqual([
    'Mail 5: Did email 2, Did email 3',
    'Against -60: Is out -60',
    'Not below zero 55: Not below zero 55',
  ]);
  expect(score).toMatchObject({ behavior: 0, grade: 'D', fit: 70_000 });
  expect(fit).toMatchObject({ units: 70_000, lines: [{ label: 'Fits', units: 70_000 }] });
  expect(vetoes).toEqual(['Out']);
});

it('says when something happened and what it was worth when fresh', () => {
  const [web] = receipt([touch('website', 30)]).behavior;
  expect(web?.lines).toEqual([
    { id: 'website', label: 'Did website', units: 2_000, at: NOW - 30 * DAY_MS, freshUnits: 4_000, kind: 'event' },
  ]);
});

it('leaves out what happened after the instant that is asked for', () => {
  const events = [touch('website', 10), touch('website', 0), signal(900, 0)];
  expect(receipt(events, false, NOW - 5 * DAY_MS)).toEqual(receipt(events.slice(0, 1), false, NOW - 5 * DAY_MS));
  expect(receipt([], false).behavior).toEqual([]);
});

const anyEvent = fc.oneof(
  fc.tuple(fc.nat(1_000), fc.nat(5)).map(([strength, daysAgo]) => signal(strength, daysAgo)),
  fc.tuple(fc.constantFrom('website', 'email', 'event'), fc.nat(90)).map(([type, daysAgo]) => touch(type, daysAgo)),
);

it('is the same to the letter in whatever order the events are told', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (events, dice) => {
      const shuffled = events
        .map((event) => ({ event, place: dice.next().value as number }))
        .sort((a, b) => a.place - b.place)
        .map(({ event }) => event);
      expect(receipt(shuffled)).toEqual(receipt(events));
    }),
  );
});

it('gives what rounding leaves over to the newest, so that hundreds of lines still sum to the group', () => {
  const events = Array.from({ length: 400 }, (_, place) => signal(1 + (place % 7), (place * 11) % 80));
  const intent = receipt(events).behavior.find(({ id }) => id === 'intent');
  const worth = intent?.lines.map(({ at = NOW, freshUnits = 0 }) => freshUnits * 2 ** (-(NOW - at) / (9 * DAY_MS)));
  expect(intent?.lines.reduce((total, { units }) => total + units, 0)).toBe(intent?.units);
  expect(intent?.lines.every(({ units }, place) => Math.abs(units - (worth?.[place] ?? 0)) <= 1.5)).toBe(true);
});
