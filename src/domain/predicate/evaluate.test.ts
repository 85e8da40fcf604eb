import { describe, expect, it } from 'vitest';
import { DAY_MS, toIso } from '../values/instant.ts';
import { holds, type Subject } from './evaluate.ts';
import type { Predicate, Test } from './predicate.ts';

const NOW = Date.UTC(2026, 4, 10, 12);
const fact = 'contact.x';
const subject = (found: string | number): Subject => ({ at: NOW, value: () => found });
const meets = (test: Omit<Test, 'fact'>, found: string | number): boolean =>
  holds({ fact, ...test } as Test, subject(found));
const ago = (days: number): string => toIso(NOW - days * DAY_MS);

const TESTS: Omit<Test, 'fact'>[] = [
  { op: 'is_known' },
  { op: 'is_true' },
  { op: 'is_false' },
  { op: 'in', values: ['a'] } as Test,
  { op: 'not_in', values: ['a'] } as Test,
  { op: 'has_word', words: ['a'] } as Test,
  { op: 'at_least', number: -1 } as Test,
  { op: 'at_most', number: 1 } as Test,
  { op: 'within_days', days: 3_650 } as Test,
  { op: 'is_real_email' },
  { op: 'is_real_phone' },
  { op: 'is_real_name' },
];

it.each(TESTS)('$op is not met by what is unknown', (test) => {
  expect(meets(test, '')).toBe(false);
});

it('is_unknown is met by nothing else', () => {
  expect(['', ' ', '0', 'unknown', 0].map((found) => meets({ op: 'is_unknown' }, found))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('is_known is met by anything there, zero too', () => {
  expect(['x', ' ', '0', 0].every((found) => meets({ op: 'is_known' }, found))).toBe(true);
});

it.each([
  ['true', true],
  ['TRUE', true],
  ['Yes', true],
  ['1', true],
  [1, true],
  ['false', false],
  ['0', false],
  ['no', false],
  ['perhaps', false],
])('is_true of %s is %s, and is_false the contrary', (found, is) => {
  expect([meets({ op: 'is_true' }, found), meets({ op: 'is_false' }, found)]).toEqual([is, !is]);
});

describe('in and not_in', () => {
  it.each([
    ['DE', ['de', 'fr'], true],
    ['de', ['DE'], true],
    ['Österreich', ['österreich'], true],
    ['deu', ['de'], false],
    [' de', ['de'], false],
    ['x;de;y', ['de'], true],
    ['x;de;y', ['x;de;y'], true],
    ['x;de;y', ['x;y'], false],
    ['x;de', ['e'], false],
    ['5', ['5'], true],
    [5, ['5'], true],
  ])('%s among %j: %s', (found, values, is) => {
    const given = [meets({ op: 'in', values } as Test, found), meets({ op: 'not_in', values } as Test, found)];
    expect(given).toEqual([is, !is]);
  });
});

describe('has_word', () => {
  it.each([
    ['CTO', ['cto'], true],
    ['Director', ['cto'], false],
    ['VP, Sales', ['sales'], true],
    ['VP/Sales&Marketing', ['sales'], true],
    ['Vice  President (EMEA)', ['vice president'], true],
    ['Vice-President', ['vice president'], true],
    ['President of Vice', ['vice president'], false],
    ['Geschäftsführer', ['geschäftsführer'], true],
    ['GESCHÄFTSFÜHRERIN', ['geschäftsführer'], false],
    ['Директор по продажам', ['директор'], true],
    ['部長', ['部長'], true],
    ['C++ Developer', ['c++'], true],
    ['anything', ['+++'], false],
    ['+++', ['+++'], false],
    ['Head of Platform 2', ['platform 2'], true],
  ])('%s has one of %j: %s', (found, words, is) => {
    expect(meets({ op: 'has_word', words } as Test, found)).toBe(is);
  });

  it('reads the first thousand letters', () => {
    const words = { op: 'has_word', words: ['buyer'] } as Test;
    expect(meets(words, `${'x '.repeat(490)}buyer`)).toBe(true);
    expect(meets(words, `${'x '.repeat(500)}buyer`)).toBe(false);
  });
});

describe('at_least and at_most', () => {
  it.each([
    [10, true, true],
    ['10', true, true],
    ['10.0', true, true],
    ['10.000000001', true, false],
    ['9.999999999', false, true],
    ['33.333333333333336', true, false],
    [9.999, false, true],
    ['-11', false, true],
    ['123456789012345', true, false],
  ])('%s beside 10: %s, %s', (found, least, most) => {
    const given = [
      meets({ op: 'at_least', number: 10 } as Test, found),
      meets({ op: 'at_most', number: 10 } as Test, found),
    ];
    expect(given).toEqual([least, most]);
  });

  it.each(['ten', '1e3', '0x10', '1,000', '10 ', '1_0', 'NaN', 'Infinity', '٣', '--1', '1.', '9'.repeat(400)])(
    '%s is no number and meets neither',
    (found) => {
      const given = [
        meets({ op: 'at_least', number: -1e12 } as Test, found),
        meets({ op: 'at_most', number: 1e12 } as Test, found),
      ];
      expect(given).toEqual([false, false]);
    },
  );
});

describe('within_days', () => {
  const hair = 1 / DAY_MS;
  it.each([
    ['now', ago(0), true],
    ['a moment ago', ago(hair), true],
    ['exactly so many days ago', ago(7), true],
    ['a moment earlier', ago(7 + hair), false],
    ['in the future', ago(-hair), false],
    ['epoch milliseconds', String(NOW - DAY_MS), true],
    ['a date', '2026-05-09', true],
    ['another offset', '2026-05-10T15:00:00+03:00', true],
    ['no date', 'yesterday', false],
    ['no day of the calendar', '2026-13-45', false],
    ['a time zone of words', '2026-05-09T00:00:00 CET', false],
  ])('%s', (_name, found, is) => {
    expect(meets({ op: 'within_days', days: 7 } as Test, found)).toBe(is);
  });
});

it('remembers answers that only a changed value can change, and asks anew what time can', () => {
  const answers = new Map<Predicate, boolean>();
  const lately: Predicate = { fact, op: 'within_days', days: 7 };
  const known: Predicate = { fact, op: 'is_known' };
  const rules: Predicate[] = [known, { not: lately }, { all: [known, lately] }, { any: [{ not: known }, known] }];
  const ask = (at: number, found: string) => rules.map((rule) => holds(rule, { at, value: () => found, answers }));
  expect(ask(NOW, ago(1))).toEqual([true, false, true, true]);
  expect(ask(NOW + 7 * DAY_MS, ago(1))).toEqual([true, true, false, true]);
  expect([...answers.keys()]).toEqual(expect.arrayContaining([known, rules[3]]));
  expect([...answers.keys()]).not.toContain(lately);
  expect(rules.slice(1, 3).some((rule) => answers.has(rule))).toBe(false);
});

describe('all, any, not', () => {
  const [yes, no]: Predicate[] = [
    { fact, op: 'is_known' },
    { fact, op: 'is_unknown' },
  ] as const;
  const asks = (rule: Predicate) => holds(rule, subject('x'));

  it.each([
    [{ all: [yes] }, true],
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ not: no }, true],
    [{ not: yes }, false],
    [{ not: { all: [yes, { any: [no, no] }] } }, true],
    [{ all: [{ any: [no, yes] }, { not: { all: [yes, no] } }] }, true],
  ] as [Predicate, boolean][])('%j is %s', (rule, is) => {
    expect(asks(rule)).toBe(is);
  });

  it('not of a test is met by what is unknown, as against the opposite test', () => {
    const opposite: Predicate = { fact, op: 'not_in', values: ['a'] };
    const negated: Predicate = { not: { fact, op: 'in', values: ['a'] } };
    expect([opposite, negated].map((rule) => holds(rule, subject('')))).toEqual([false, true]);
  });
});
