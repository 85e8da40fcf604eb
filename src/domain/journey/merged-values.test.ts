import { expect, it } from 'vitest';
import { recordId } from '../values/ids.ts';
import { type ToldFact, withMergedValues } from './merged-values.ts';
import { valueAt } from './timeline.ts';

const [SURVIVOR, OTHER] = [recordId('1'), recordId('2')];
const told = (toldOf: string, value: string, occurredAt: number): ToldFact => ({
  record: { type: 'contact', id: SURVIVOR },
  property: 'jobtitle',
  value,
  occurredAt,
  knownAt: occurredAt,
  dated: true,
  toldOf: recordId(toldOf),
});
const MERGED_AT = new Map([[OTHER, 10]]);
const titleAt = (at: number, ...facts: readonly ToldFact[]) =>
  valueAt(withMergedValues(SURVIVOR, facts, MERGED_AT), 'jobtitle', at);

it('keeps the survivor’s own value from the merge on, though the other’s was younger', () => {
  const facts = [told(SURVIVOR, 'CTO', 1), told(OTHER, 'Student', 5)];
  expect([1, 5, 9, 10, 99].map((at) => titleAt(at, ...facts))).toEqual(['CTO', 'Student', 'Student', 'CTO', 'CTO']);
});

it('takes the other’s value where the survivor had none, or had cleared its own', () => {
  expect(titleAt(99, told(OTHER, 'Student', 5))).toBe('Student');
  expect(titleAt(99, told(SURVIVOR, 'CTO', 1), told(SURVIVOR, '', 2), told(OTHER, 'Student', 5))).toBe('Student');
});

it('adds nothing where the survivor’s value is the younger one, or came after the merge', () => {
  for (const facts of [
    [told(OTHER, 'Student', 1), told(SURVIVOR, 'CTO', 5)],
    [told(OTHER, 'Student', 1), told(SURVIVOR, 'CTO', 12)],
  ])
    expect(withMergedValues(SURVIVOR, facts, MERGED_AT)).toHaveLength(2);
});

it('gives a record without merges its own facts', () => {
  const fact = told(SURVIVOR, 'CTO', 1);
  const { toldOf: _toldOf, ...plain } = fact;
  expect(withMergedValues(SURVIVOR, [fact], new Map())).toEqual([plain]);
});
