import { describe, expect, test } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../../../src/adapters/hubspot/shipped-definitions.ts';
import { describe as sentenceOfDomain } from '../../../../src/domain/predicate/describe.ts';
import { factNames } from '../../../../src/domain/predicate/fact-labels.ts';
import { namesFrom } from '../words/facts.ts';
import { trailOf, trailText } from '../words/places.ts';
import { sentenceOf } from '../words/sentences.ts';
import { changesBetween, isEqual } from './changes.ts';
import { linesOf, movedUp, newId } from './lists.ts';
import type { AskableProperty, Definitions } from './types.ts';

const properties: readonly AskableProperty[] = [
  {
    fact: 'company.industry',
    label: 'Industry',
    kind: 'choice',
    options: [{ value: 'INSURANCE', label: 'Insurance' }],
    fillRate: 0.5,
    seen: 'at once',
  },
];
const names = namesFrom(properties);
const lines = (from: unknown, to: unknown) =>
  changesBetween(from, to, names).map(({ trail, what }) => `${trailText(trail)}: ${what}`);

function edited(edit: (definitions: Definitions) => void): Definitions {
  const copy = structuredClone(SHIPPED_DEFINITIONS);
  edit(copy);
  return copy;
}
const scoringOf = ({ scoring }: Definitions) => {
  if (!scoring) throw new Error('There are no scores.');
  return scoring;
};

describe('what changes, in words', () => {
  test('nothing, whatever the order of keys', () => {
    expect(lines(SHIPPED_DEFINITIONS, structuredClone(SHIPPED_DEFINITIONS))).toEqual([]);
    expect(isEqual({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  });

  test('a rule put first is one change, and one taken out is one', () => {
    const more = edited((definitions) => {
      const group = scoringOf(definitions).behavior.groups.find(({ kind }) => kind === 'negative');
      group?.rules.unshift({ id: 'jobs', label: 'Jobs page', on: { touch: 'jobs_page' }, points: -10 });
    });
    expect(lines(SHIPPED_DEFINITIONS, more)).toEqual([
      'Scores › Behavior › Signs against: Added: Jobs page, −10 points',
    ]);
    expect(lines(more, SHIPPED_DEFINITIONS)).toEqual([
      'Scores › Behavior › Signs against: Removed: Jobs page, −10 points',
    ]);
  });

  test('numbers, conditions, modes and what is left out', () => {
    const other = edited((definitions) => {
      const scoring = scoringOf(definitions);
      const [fit] = scoring.fit.rules;
      if (fit) fit.when = { fact: 'company.industry', op: 'in', values: ['INSURANCE', 'X'] };
      const [website] = scoring.behavior.groups;
      delete website?.halfLifeDays;
      const [gate] = definitions.qualification?.gates ?? [];
      if (gate) gate.mode = 'observe';
    });
    expect(lines(SHIPPED_DEFINITIONS, other)).toEqual([
      expect.stringMatching(
        /^Scores › Fit › 50 to 5,000 employees › condition: .*→ Industry \(company\) is Insurance or X$/,
      ),
      'Scores › Behavior › Website › half-life in days: 30 → nothing',
      'Gates › Uses the product › mode: enforce → observe',
    ]);
  });

  test('another order of what is asked in order', () => {
    const other = edited(({ qualification }) => qualification?.gates.reverse());
    expect(lines(SHIPPED_DEFINITIONS, other)).toEqual(['Gates: In another order']);
  });
});

test('a path in words, also one that leads nowhere', () => {
  const path = 'scoring.behavior.groups.7.rules.0.points';
  expect(trailOf(SHIPPED_DEFINITIONS, path)).toEqual([
    'Scores',
    'Behavior',
    'Signs against',
    'Unsubscribed from all e-mail',
    'points',
  ]);
  expect(trailText(trailOf(SHIPPED_DEFINITIONS, 'touchTypes.99.label'))).toBe('Touch types › no. 100 › label');
});

test('a condition reads as the backend says it, but for what must not be', () => {
  const same = factNames(new Map());
  const { qualification, accounts } = SHIPPED_DEFINITIONS;
  const rules = [...(qualification?.gates.map(({ entry }) => entry) ?? []), qualification?.icp, qualification?.target];
  for (const rule of rules) if (rule) expect(sentenceOf(rule, namesFrom([]))).toBe(sentenceOfDomain(rule, same));
  expect(sentenceOf({ not: { fact: 'contact.firstname', op: 'is_real_name' } }, names)).toBe(
    'firstname (contact) is no real name',
  );
  if (accounts) expect(sentenceOf(accounts.universe, names)).toContain('not (type (company) is PARTNER');
});

describe('lists', () => {
  test('an id is made of the label, in plain letters, once', () => {
    expect(newId('Größe & Umsatz', [])).toBe('gro_e_umsatz');
    expect(newId('Jobs', ['jobs', 'jobs_2'])).toBe('jobs_3');
    expect(newId('日本', ['rule'])).toBe('rule_2');
    expect(newId('x'.repeat(90), []).length).toBeLessThanOrEqual(40);
  });

  test('lines are trimmed and each is there once', () => {
    expect(linesOf(' a, b \n\nc\na, b')).toEqual(['a, b', 'c']);
  });

  test('an item moves up by one, the first stays', () => {
    expect([movedUp(['a', 'b', 'c'], 2), movedUp(['a', 'b'], 0)]).toEqual([
      ['a', 'c', 'b'],
      ['a', 'b'],
    ]);
  });
});
