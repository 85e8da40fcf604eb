import { expect, it } from 'vitest';
import { describe, describeMissing } from './describe.ts';
import { whyNot } from './evaluate.ts';
import type { Predicate } from './predicate.ts';

const NAMES: Readonly<Record<string, string>> = { 'company.size': 'Employees', 'score.behavior': 'Behavior' };
const nameOf = (fact: string): string => NAMES[fact] ?? 'Job title';
const title = 'contact.jobtitle';
const known: Predicate = { fact: title, op: 'is_known' };
const big: Predicate = { fact: 'company.size', op: 'at_least', number: 50 };

it.each<[Predicate, string]>([
  [known, 'Job title is known'],
  [{ fact: title, op: 'is_unknown' }, 'Job title is not known'],
  [{ fact: title, op: 'is_true' }, 'Job title is yes'],
  [{ fact: title, op: 'is_false' }, 'Job title is no'],
  [{ fact: title, op: 'in', values: ['A'] }, 'Job title is A'],
  [{ fact: title, op: 'in', values: ['A', 'B', 'C'] }, 'Job title is A, B or C'],
  [{ fact: title, op: 'not_in', values: ['A', 'B'] }, 'Job title is not A or B'],
  [{ fact: title, op: 'has_word', words: ['head of', 'vp'] }, 'Job title contains head of or vp'],
  [big, 'Employees is at least 50'],
  [{ fact: 'company.size', op: 'at_most', number: 0.25 }, 'Employees is at most 0.3'],
  [{ fact: title, op: 'within_days', days: 1 }, 'Job title is within the last day'],
  [{ fact: title, op: 'within_days', days: 14 }, 'Job title is within the last 14 days'],
  [{ fact: title, op: 'is_real_email' }, 'Job title is a real address'],
  [{ fact: title, op: 'is_real_phone' }, 'Job title is a real number'],
  [{ fact: title, op: 'is_real_name' }, 'Job title is a real name'],
  [{ all: [known, big] }, 'Job title is known and Employees is at least 50'],
  [{ any: [known, big] }, 'Job title is known or Employees is at least 50'],
  [{ not: big }, 'not (Employees is at least 50)'],
  [{ all: [known, { any: [big, known] }] }, 'Job title is known and (Employees is at least 50 or Job title is known)'],
  [{ all: [{ any: [big, known] }] }, 'Employees is at least 50 or Job title is known'],
])('says %j in words', (rule, words) => {
  expect(describe(rule, nameOf)).toBe(words);
});

const missing = (rule: Predicate, found: string | number): string[] =>
  whyNot(rule, { at: 0, value: () => found }).map((each) => describeMissing(each, nameOf));
const behavior: Predicate = { fact: 'score.behavior', op: 'at_least', number: 40 };

it.each<[Predicate, string | number, string]>([
  [big, '', 'Employees is not known; it takes: Employees is at least 50'],
  [big, '12', 'Employees is 12; it takes: Employees is at least 50'],
  [behavior, 31.5, 'Behavior is 31.5: 8.5 short of 40'],
  [behavior, 39.999, 'Behavior is 39.9: 0.1 short of 40'],
  [behavior, 39.9, 'Behavior is 39.9: 0.1 short of 40'],
  [behavior, 0, 'Behavior is 0: 40 short of 40'],
  [{ not: known }, 'Student', 'Job title is Student, which rules this out'],
  [{ not: known }, 'x'.repeat(81), `Job title is ${'x'.repeat(80)}…, which rules this out`],
  [{ not: behavior }, 41.26, 'Behavior is 41.3, which rules this out'],
  [{ not: { fact: title, op: 'is_unknown' } }, '', 'Job title is not known, which rules this out'],
  [{ fact: title, op: 'in', values: ['A', 'B'] }, 'C', 'Job title is C; it takes: Job title is A or B'],
])('says why %j does not hold of %j', (rule, found, words) => {
  expect(missing(rule, found)).toEqual([words]);
});

it('says of alternatives what each would take', () => {
  expect(missing({ any: [big, { fact: 'company.size', op: 'is_unknown' }] }, '7')).toEqual([
    'Employees is 7; it takes: Employees is at least 50',
    'Employees is 7; it takes: Employees is not known',
  ]);
});
