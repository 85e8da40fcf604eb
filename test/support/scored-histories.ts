import fc from 'fast-check';
import { type ScoringRules, scoringRules } from '../../src/domain/definitions/scoring-rules.ts';
import { type TouchType, touchTypes } from '../../src/domain/definitions/touch-types.ts';
import type { Fact } from '../../src/domain/journey/fact.ts';
import { SIGNAL, signalValue } from '../../src/domain/touch/signal.ts';
import { TOUCH, touchValue } from '../../src/domain/touch/touch.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, HOUR_MS, toIso } from '../../src/domain/values/instant.ts';

export const READ_AT = Date.UTC(2026, 5, 15, 12);

const CHANNELS = ['website', 'email', 'event', 'chat'];
const TOPICS = ['crm', 'erp'];

/** Told touches, one carried by a date, one by a text. */
export const HISTORY_TYPES: TouchType[] = touchTypes.parse([
  ...CHANNELS.map((channel, place) => ({ id: `t${place}`, label: `Touch ${place}`, channel, isResponse: place === 0 })),
  { id: 'dated', label: 'Dated', channel: 'email', isResponse: false, carrier: { property: 'last_click' } },
  {
    id: 'page',
    label: 'Page',
    channel: 'website',
    isResponse: false,
    carrier: { property: 'last_url', contains: ['/pricing'] },
  },
]);
const KINDS_OF_TOUCH = HISTORY_TYPES.map(({ id }) => id);

const on = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...KINDS_OF_TOUCH).map((touch) => ({ touch })) },
  {
    weight: 1,
    arbitrary: fc.record(
      { signal: fc.constantFrom('intent', 'usage'), topics: fc.subarray(TOPICS, { minLength: 1 }) },
      { requiredKeys: ['signal'] },
    ),
  },
);
const isFlagged = fc.constantFrom('f0', 'f1').map((property) => ({ fact: `contact.${property}`, op: 'is_true' }));

const group = fc
  .record({
    kind: fc.constantFrom('engagement', 'intent', 'usage', 'negative'),
    cap: fc.integer({ min: 1, max: 60 }),
    halfLifeDays: fc.option(fc.constantFrom(1, 7, 21, 30, 90, 365, 3_650), { nil: undefined }),
    counting: fc.array(fc.tuple(on, fc.integer({ min: 1, max: 25 })), { minLength: 1, maxLength: 4 }),
    standing: fc.array(fc.tuple(isFlagged, fc.integer({ min: 1, max: 20 })), { maxLength: 1 }),
  })
  .map(({ counting, standing, ...rest }) => ({ ...rest, rules: [...counting, ...standing] }));

/** Rules of behavior with caps, fading and not, negatives, state rules and breadth. */
export const someRules: fc.Arbitrary<ScoringRules> = fc
  .record({
    groups: fc.array(group, { minLength: 1, maxLength: 4 }),
    withinDays: fc.integer({ min: 1, max: 60 }),
    breadthCap: fc.integer({ min: 1, max: 30 }),
    recentDays: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ groups, withinDays, breadthCap, recentDays }) =>
    scoringRules.parse({
      fit: {
        rules: [{ id: 'f', label: 'F', family: 'other', when: { fact: 'contact.f0', op: 'is_true' }, points: 20 }],
        vetoes: [],
        grades: [{ grade: 'A', from: 10 }],
      },
      behavior: {
        groups: groups.map(({ rules, ...rest }, place) => ({
          ...rest,
          id: `g${place}`,
          label: `Group ${place}`,
          rules: rules.map(([about, points], index) => ({
            id: `r${index}`,
            label: `Rule ${index}`,
            ...('fact' in about ? { when: about } : { on: about }),
            points: rest.kind === 'negative' ? -points : points,
          })),
        })),
        breadth: { withinDays, perChannel: 7, cap: breadthCap },
        bands: [
          { band: '1', from: 40 },
          { band: '2', from: 20 },
        ],
      },
      recentDays,
    }),
  );

/** An instant of the last years, denser towards the end; sometimes exactly on a day's edge. */
const moment = fc
  .oneof(
    fc.integer({ min: 0, max: 60 * DAY_MS }),
    fc.integer({ min: 0, max: 900 * DAY_MS }),
    fc.integer({ min: 0, max: 90 }).map((days) => days * DAY_MS),
  )
  .map((ago) => READ_AT - ago);

const told = fc.oneof(
  fc
    .record({
      type: fc.constantFrom(...KINDS_OF_TOUCH, 'unheard_of'),
      channel: fc.constantFrom('', '', 'website', 'fair'),
    })
    .map(({ type, channel }) => ({ property: TOUCH, value: touchValue({ type, channel, program: '' }) })),
  fc
    .record({ kind: fc.constantFrom('intent', 'usage'), topic: fc.constantFrom(...TOPICS), strength: fc.nat(1_000) })
    .map((signal) => ({ property: SIGNAL, value: signalValue({ ...signal, source: 's' }) })),
  fc.constantFrom('/pricing', '/jobs', '').map((value) => ({ property: 'last_url', value })),
  fc.nat(40).map((days) => ({ property: 'last_click', value: toIso(READ_AT - days * DAY_MS) })),
  fc
    .tuple(fc.constantFrom('f0', 'f1'), fc.constantFrom('true', 'false'))
    .map(([property, value]) => ({ property, value })),
);

const fact: fc.Arbitrary<Fact> = fc
  .record({ told, occurredAt: moment, late: fc.constantFrom(0, 0, HOUR_MS, 3 * DAY_MS, -HOUR_MS), dated: fc.boolean() })
  .map(({ told: { property, value }, occurredAt, late, dated }) => ({
    record: { type: 'contact', id: recordId('1') },
    property,
    value,
    occurredAt,
    knownAt: Math.min(occurredAt + late, READ_AT),
    dated,
  }));

/** Facts of one person in the order in which they arrive, which is no order at all. */
export const someFacts: fc.Arbitrary<Fact[]> = fc.array(fact, { maxLength: 24 });
