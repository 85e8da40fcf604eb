import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { definitionSetSchema } from '../definitions/definition-set.ts';
import { recordId } from '../values/ids.ts';
import { assess, missingFor } from '../qualification/assess.ts';
import { KnownPerson } from '../qualification/known-person.ts';
import { rulesOf } from '../qualification/rules.ts';
import { TOUCH, touchValue } from '../touch/touch.ts';
import { holds } from './evaluate.ts';
import { type Predicate, predicate } from './predicate.ts';

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  '__proto__.x',
  'constructor.prototype',
  'constructor.prototype.x',
];

const NOW = Date.UTC(2026, 4, 1);
const SHIPPED = JSON.stringify(SHIPPED_DEFINITIONS);
let builtIn: string[];
const ownOfPrototypes = (): string[] =>
  [Object.prototype, Array.prototype, Function.prototype].flatMap((each) => Object.getOwnPropertyNames(each));

beforeAll(() => {
  builtIn = ownOfPrototypes();
});

afterEach(() => {
  expect(({} as { x?: unknown }).x).toBeUndefined();
  expect(ownOfPrototypes()).toEqual(builtIn);
  expect(JSON.stringify(SHIPPED_DEFINITIONS)).toBe(SHIPPED);
});

/** The document with one more member, written as text: a literal could not have a member called `__proto__`. */
const withMember = (json: string, before: string, key: string, value: unknown): unknown =>
  JSON.parse(json.replace(before, () => `${before}${JSON.stringify(key)}:${JSON.stringify(value)},`));

describe.each(KEYS)('%s', (key) => {
  it('as a fact is refused, or the plain name of a property', () => {
    expect(predicate.safeParse({ fact: key, op: 'is_known' }).success).toBe(false);
    const asked = predicate.safeParse({ fact: `contact.${key}`, op: 'is_known' });
    expect(asked.success).toBe(/^[a-z][a-z0-9_]*$/.test(key));
    const rules = rulesOf(SHIPPED_DEFINITIONS);
    if (!rules) throw new Error('The shipped definition set scores.');
    const known = new KnownPerson(rules);
    expect([known.value(`contact.${key}`), known.value(key)]).toEqual(['', '']);
  });

  it('as an op, or beside the members of a rule, is refused', () => {
    const rule = { fact: 'contact.a', op: 'in', values: ['a'] };
    expect(predicate.safeParse({ ...rule, op: key }).success).toBe(false);
    for (const value of [{ x: 1 }, 'x', null])
      expect(predicate.safeParse(withMember(JSON.stringify(rule), '{', key, value)).success).toBe(false);
  });

  it('as values and words is plain text', () => {
    for (const rule of [
      { op: 'in', values: [key] },
      { op: 'has_word', words: [key] },
    ]) {
      const parsed = predicate.parse({ fact: 'contact.a', ...rule });
      const meets = (found: string): boolean => holds(parsed, { at: NOW, value: () => found });
      expect([meets(key), meets('something else')]).toEqual([true, false]);
    }
  });

  it('as a key of the definition set is refused, or says nothing about anything else', () => {
    const parse = (before: string, value: unknown) =>
      definitionSetSchema.safeParse(withMember(SHIPPED, before, key, value));
    expect(parse('{', { x: 1 }).success).toBe(false);
    expect(parse('"scoring":{', { x: 1 }).success).toBe(false);
    expect(parse('"breadth":{', 1).success).toBe(false);
    expect(parse('"stages":{', { meaning: '', ownerRole: 'sdr' }).success).toBe(key === '__proto__');
    for (const [place, value] of [
      ['"dealStages":{', { x: 'MQO' }],
      ['"milestones":{', 'LEAD'],
    ] as const) {
      const { data } = parse(place, value);
      expect(Object.getPrototypeOf(data?.dealStages)).toBe(Object.prototype);
      expect(data?.dealStages.default).toEqual(SHIPPED_DEFINITIONS.dealStages.default);
      expect(data?.scoring).toEqual(SHIPPED_DEFINITIONS.scoring);
    }
  });

  it('as what a record holds, and as a kind of touch, changes no score', () => {
    const rules = rulesOf(SHIPPED_DEFINITIONS);
    if (!rules) throw new Error('The shipped definition set scores.');
    const stranger = new KnownPerson(rules);
    const fact = (property: string, value: string) =>
      stranger.learn({
        record: { type: 'contact', id: recordId('1') },
        property,
        value,
        occurredAt: NOW,
        knownAt: NOW,
        dated: true,
      });
    fact(key, key);
    fact(TOUCH, touchValue({ type: key, channel: key, program: key }));
    const assessment = assess(stranger, NOW, rules);
    const nobody = assess(new KnownPerson(rules), NOW, rules);
    expect(assessment).toEqual(nobody);
    expect(stranger.value(`contact.${key}`)).toBe(key);
    expect(missingFor(stranger, assessment)).toEqual(missingFor(new KnownPerson(rules), nobody));
  });
});

it('says that a rule about a property called constructor is a rule like any other', () => {
  const rule: Predicate = predicate.parse({ fact: 'company.constructor', op: 'is_known' });
  expect(holds(rule, { at: NOW, value: () => '' })).toBe(false);
});
