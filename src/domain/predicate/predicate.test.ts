import { expect, it } from 'vitest';
import { problemPlaces } from '../definitions/problem-places.ts';
import { factsOf, predicate, type Predicate } from './predicate.ts';

const test: Predicate = { fact: 'company.industry', op: 'is_known' };

/** A rule nested so deep, of all, any and not in turn. */
function nested(depth: number): unknown {
  if (depth === 1) return test;
  const inner = nested(depth - 1);
  return [{ not: inner }, { all: [inner] }, { any: [test, inner] }][depth % 3];
}

const problems = (document: unknown): { place: string; message: string }[] =>
  problemPlaces(predicate.safeParse(document).error?.issues ?? []).map(({ path, message }) => ({
    place: path.join('.'),
    message,
  }));

it.each([1, 2, 3, 4, 5])('takes a rule %i deep', (depth) => {
  expect(predicate.parse(nested(depth))).toEqual(nested(depth));
});

it('refuses one six deep, at the place where it is too deep, and says so', () => {
  expect(problems(nested(6))).toEqual([
    { place: 'not.any.1.all.0.not.op', message: expect.stringContaining('at most five deep') as string },
  ]);
});

it.each<[string, unknown, string, RegExp]>([
  ['no rule', 'is_known', '', /at most five deep|expected object/],
  ['nothing', null, '', /expected object/],
  ['a list', [test], '', /expected object/],
  ['an empty object', {}, 'all', /is_known, is_unknown/],
  ['an unknown op', { all: [test, { ...test, op: 'matches' }] }, 'all.1.op', /is_known, is_unknown/],
  ['a fact of nowhere', { not: { ...test, fact: 'industry' } }, 'not.fact', /company\.industry/],
  ['a fact with capitals', { ...test, fact: 'company.Industry' }, 'fact', /internal name/],
  ['a fact that is a path', { ...test, fact: 'company.a.b' }, 'fact', /internal name/],
  ['no values', { ...test, op: 'in', values: [] }, 'values', />=1/],
  ['an empty value', { ...test, op: 'in', values: ['a', ''] }, 'values.1', />=1/],
  ['too many values', { ...test, op: 'in', values: Array(501).fill('a') }, 'values', /<=500/],
  ['a long value', { ...test, op: 'has_word', words: ['a'.repeat(201)] }, 'words.0', /<=200/],
  ['a number in words', { ...test, op: 'at_least', number: '50' }, 'number', /expected number/],
  ['no finite number', { ...test, op: 'at_least', number: Infinity }, 'number', /number/],
  ['half a day', { ...test, op: 'within_days', days: 0.5 }, 'days', /int/],
  ['an answer to another question', { ...test, values: ['a'] }, '', /"values"/],
  ['two combinations at once', { all: [test], any: [test] }, 'op', /one of all, any and not/],
  ['an empty combination', { any: [] }, 'any', /name a rule/],
  ['a list of a hundred and one', { all: Array(101).fill(test) }, 'all', /at most 100/],
])('refuses %s and says where', (_name, document, place, message) => {
  expect(problems(document)).toEqual([{ place, message: expect.stringMatching(message) as string }]);
});

it('names each mistake in a long rule', () => {
  const places = problems({ any: [test, { ...test, op: 'in' }, { not: { ...test, fact: '' } }] }).map(
    ({ place }) => place,
  );
  expect(places).toEqual(['any.1.values', 'any.2.not.fact']);
});

it('lists the facts a rule asks about, each once', () => {
  const other: Predicate = { fact: 'score.fit', op: 'at_least', number: 1 };
  expect(factsOf({ all: [test, { any: [other, { not: test }] }, { not: { any: [other] } }] })).toEqual([
    'company.industry',
    'score.fit',
  ]);
});
