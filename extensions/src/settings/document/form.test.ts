import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../../../src/adapters/hubspot/shipped-definitions.ts';
import { type Predicate as Rule, predicate } from '../../../../src/domain/predicate/predicate.ts';
import { predicateOf, rowsOf } from './predicate-rows.ts';
import { countedOf, newRule, signed, withCounted } from './rules.ts';
import { operatorsFor, withOperator } from './operators.ts';
import { type Askable, askableBy, namesFrom } from '../words/facts.ts';
import { sentenceOf } from '../words/sentences.ts';
import type { FactKind, Predicate, Test } from './types.ts';

const KINDS: readonly FactKind[] = ['text', 'number', 'date', 'choice', 'yes_no'];

/** Every condition of a document, wherever it stands. */
function conditionsIn(part: unknown): Predicate[] {
  if (typeof part !== 'object' || part === null) return [];
  if (predicate.safeParse(part).success) return [part as Predicate];
  return Object.values(part).flatMap(conditionsIn);
}

const testsIn = (rule: Predicate): Test[] => {
  if ('all' in rule) return rule.all.flatMap(testsIn);
  if ('any' in rule) return rule.any.flatMap(testsIn);
  return 'not' in rule ? testsIn(rule.not) : [rule];
};

const shipped = conditionsIn(SHIPPED_DEFINITIONS);

const leaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ fact: fc.constantFrom('contact.jobtitle', 'is.icp'), op: fc.constantFrom('is_known', 'is_true') }),
  fc.record({ fact: fc.constant('company.industry'), op: fc.constant('in'), values: fc.array(fc.string()) }),
  fc.record({ fact: fc.constant('score.recent'), op: fc.constant('at_least'), number: fc.integer() }),
);

const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie('rule') }),
  ),
}));

describe('a condition as lines of a form and back', () => {
  test('loses nothing of the shipped definitions', () => {
    expect(shipped.length).toBeGreaterThan(20);
    for (const each of shipped) expect(predicateOf(rowsOf(each))).toEqual(each);
  });

  test('loses nothing of any other, however deep', () => {
    fc.assert(
      fc.property(rule, (each) => {
        expect(predicateOf(rowsOf(each))).toEqual(each);
      }),
    );
  });

  test('what is nested too deep is kept in one piece', () => {
    const deep: Predicate = { any: [{ all: [{ any: [{ fact: 'is.icp', op: 'is_true' }] }] }] };
    expect(rowsOf({ all: [deep] }).rows).toMatchObject([
      { kind: 'group', rows: { join: 'any', rows: [{ kind: 'kept', rule: { all: [{ any: [{}] }] } }] } },
    ]);
  });

  test('without a line there is no condition; a second line is joined', () => {
    expect(predicateOf({ join: 'all', rows: [] })).toBeUndefined();
    const row = { kind: 'test', test: { fact: 'is.icp', op: 'is_true' }, isForbidden: false } as const;
    expect(predicateOf({ join: 'one', rows: [row, row] })).toEqual({ all: [row.test, row.test] });
  });
});

describe('a question', () => {
  const asked = shipped.flatMap(testsIn);

  test('has its operator among those offered, whatever the kind of its property', () => {
    for (const { op } of asked)
      for (const kind of KINDS)
        for (const isForbidden of [false, true])
          expect(operatorsFor(kind, { op, isForbidden })).toContainEqual(expect.objectContaining({ op, isForbidden }));
  });

  test('asked the same way again is the same', () => {
    for (const each of asked) expect(withOperator(each.fact, each.op, each)).toEqual(each);
  });

  test('keeps its value where another way of asking has one of that kind', () => {
    const before: Test = { fact: 'company.industry', op: 'in', values: ['MACHINERY'] };
    expect(withOperator(before.fact, 'not_in', before)).toEqual({ ...before, op: 'not_in' });
    expect(withOperator(before.fact, 'has_word', before)).toMatchObject({ words: ['MACHINERY'] });
    expect(withOperator(before.fact, 'at_least', before)).toEqual({ fact: before.fact, op: 'at_least', number: 0 });
  });
});

test('a share of the people can be asked about wherever people are, in words', () => {
  const share = 'sample.percentile';
  expect(askableBy('everything', []).at(-1)).toMatchObject({ fact: share, kind: 'number' });
  expect(
    ['contact', 'company'].flatMap((which) => askableBy(which as Askable, []).map(({ fact }) => fact)),
  ).not.toContain(share);
  const half: Predicate = { fact: share, op: 'at_most', number: 50 };
  expect(sentenceOf(half, namesFrom([]))).toBe('A fixed share of people (1–100) is at most 50');
});

describe('a rule of behavior', () => {
  const groups = SHIPPED_DEFINITIONS.scoring?.behavior.groups ?? [];

  test('loses nothing in the form', () => {
    const topical = { id: 't', label: 'T', on: { signal: 'intent', topics: ['erp'] }, points: 5 };
    for (const each of [...groups.flatMap(({ rules }) => rules), topical])
      expect(withCounted(each, countedOf(each))).toEqual(each);
  });

  test('gets an id of its own', () => {
    const [group] = groups;
    if (!group) throw new Error('There is no group.');
    const made = { label: 'Pricing page', points: 3, counted: { kind: 'touch', touch: 'pricing_page' } } as const;
    expect(newRule(made, group)).toEqual({
      id: 'pricing_page_2',
      label: 'Pricing page',
      points: 3,
      on: { touch: 'pricing_page' },
    });
  });

  test('takes away or adds by its group, whichever sign was written', () => {
    expect([signed(10, 'negative'), signed(-10, 'negative'), signed(-10, 'intent')]).toEqual([-10, -10, 10]);
  });
});
