import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { HISTORY_TYPES, someFacts, someRules } from '../../../test/support/scored-histories.ts';
import type { Fact } from '../journey/fact.ts';
import { eventRulesOf } from '../scoring/score-event.ts';
import { TOUCH } from '../touch/touch.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS, MINUTE_MS, toIso } from '../values/instant.ts';
import { assess } from './assess.ts';
import { KnownPerson } from './known-person.ts';
import { rulesOf } from './rules.ts';

const NOW = Date.UTC(2026, 3, 1);
const fact = (property: string, value: string, more: Partial<Fact> = {}): Fact => ({
  record: { type: 'contact', id: recordId('1') },
  property,
  value,
  occurredAt: NOW,
  knownAt: NOW,
  dated: true,
  ...more,
});

function told(...facts: Fact[]): KnownPerson {
  const rules = rulesOf(SHIPPED_DEFINITIONS);
  if (!rules) throw new Error('The shipped definition set scores.');
  const known = new KnownPerson(rules);
  for (const each of facts) known.learn(each);
  return known;
}

it('knows the value that is latest in the world, not the one that came last', () => {
  const [old, recent] = [
    fact('jobtitle', 'VP', { occurredAt: NOW - 5 }),
    fact('jobtitle', 'CEO', { knownAt: NOW - 9 }),
  ];
  for (const order of [
    [old, recent],
    [recent, old],
  ])
    expect(told(...order).value('contact.jobtitle')).toBe('CEO');
});

it('knows that a value was cleared', () => {
  const cleared = told(fact('jobtitle', 'VP', { occurredAt: NOW - 5 }), fact('jobtitle', ''));
  expect(cleared.value('contact.jobtitle')).toBe('');
});

it('keeps what the company is apart from what the person is', () => {
  const company = { record: { type: 'company', id: recordId('9') } } as const;
  const known = told(fact('country', 'France'), fact('country', 'Japan', company));
  expect(['contact.country', 'company.country', 'company.city'].map((name) => known.value(name))).toEqual([
    'France',
    'Japan',
    '',
  ]);
});

it('counts a carried date once, however often it is told, and a touch that was told each time', () => {
  const clicked = fact('hs_email_last_click_date', toIso(NOW - DAY_MS));
  const twice = told(clicked, { ...clicked, occurredAt: NOW + 5, knownAt: NOW + 5 });
  expect(twice.state.fresh).toEqual([[NOW - DAY_MS, 6_000]]);
  const chats = told(fact(TOUCH, 'chat||'), fact(TOUCH, 'chat||'));
  expect(chats.state.fresh).toHaveLength(2);
});

it('counts what a company property says for nobody', () => {
  const company = { record: { type: 'company', id: recordId('9') } } as const;
  expect(told(fact('hs_email_last_click_date', toIso(NOW), company)).state.fresh).toEqual([]);
});

it('tells a response from what is none', () => {
  expect(told(fact(TOUCH, 'ad_click||'), fact(TOUCH, 'unheard_of||')).state.hasResponded).toBe(false);
  expect(told(fact(TOUCH, 'chat||')).state.hasResponded).toBe(true);
});

it('knows the same of the same facts in any order', () => {
  fc.assert(
    fc.property(someRules, someFacts, fc.infiniteStream(fc.nat()), (scoring, facts, dice) => {
      const carriers = new Map(
        HISTORY_TYPES.flatMap((type) => (type.carrier ? [[type.carrier.property, [type]]] : [])),
      );
      const rules = { counting: eventRulesOf(scoring, HISTORY_TYPES), carriers };
      const shuffled = facts
        .map((each) => ({ each, place: dice.next().value as number }))
        .sort((a, b) => a.place - b.place)
        .map(({ each }) => each);
      const [one, other] = [facts, shuffled].map((order) => {
        const known = new KnownPerson(rules);
        for (const each of order) known.learn(each);
        return {
          sums: known.state.sums,
          channels: known.state.channels,
          fresh: known.state.fresh.map(([at, units]) => `${at} ${units}`).sort(),
          hasResponded: known.state.hasResponded,
          values: ['f0', 'f1', 'last_url', 'last_click'].map((property) => known.value(`contact.${property}`)),
        };
      });
      expect(other).toEqual(one);
    }),
  );
});

const VALUES = [
  'VP Sales',
  'Student',
  'Clerk',
  '400',
  '7',
  'MACHINERY',
  'HIGHER_EDUCATION',
  'ada@northwind.io',
  'x@test.com',
  'true',
  '',
];
const change = fc.record({
  type: fc.constantFrom('contact', 'company'),
  property: fc.constantFrom(
    'jobtitle',
    'email',
    'firstname',
    'numberofemployees',
    'industry',
    'hs_email_optout',
    TOUCH,
  ),
  value: fc.constantFrom(...VALUES, 'chat||', 'webinar_attended||'),
  minutesAgo: fc.nat(60),
});

it('asked after each fact answers as somebody would who was never asked before', () => {
  const rules = rulesOf(SHIPPED_DEFINITIONS);
  if (!rules) throw new Error('The shipped definition set scores.');
  fc.assert(
    fc.property(fc.array(change, { maxLength: 15 }), (changes) => {
      const facts = changes.map(({ type, property, value, minutesAgo }) =>
        fact(property, value, {
          record: { type, id: recordId('1') },
          occurredAt: NOW - minutesAgo * MINUTE_MS,
        }),
      );
      const asked = new KnownPerson(rules);
      facts.forEach((each, place) => {
        asked.learn(each);
        expect(assess(asked, NOW, rules)).toEqual(assess(told(...facts.slice(0, place + 1)), NOW, rules));
      });
    }),
  );
});
