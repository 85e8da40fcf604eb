import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holds, type Subject, whyNot } from './evaluate.ts';
import type { Predicate } from './predicate.ts';

/** A rule in which every leaf asks about a fact of its own, so that each can be set to come out either way. */
const rule: fc.Arbitrary<Predicate> = fc
  .letrec<{ node: object }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ op: fc.constantFrom('is_true', 'is_known', 'is_unknown') }),
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('node') }),
    ),
  }))
  .node.map((node) => {
    let leaves = 0;
    const named = JSON.stringify(node, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'op' in value
        ? { ...value, fact: `contact.p${(leaves += 1)}` }
        : value,
    );
    return JSON.parse(named) as Predicate;
  });

/** Which facts are "true"; the others are unknown. */
const subjectOf = (set: ReadonlySet<string>): Subject => ({ at: 0, value: (fact) => (set.has(fact) ? 'true' : '') });

const flipped = (set: ReadonlySet<string>, facts: readonly string[]): Set<string> =>
  set.symmetricDifference(new Set(facts));

const anySet = fc.uniqueArray(fc.integer({ min: 1, max: 40 })).map((ids) => new Set(ids.map((id) => `contact.p${id}`)));

function given(property: (rule: Predicate, set: ReadonlySet<string>, missing: string[]) => void): void {
  const cases = fc.property(rule, anySet, (rule, set) => {
    const missing = whyNot(rule, subjectOf(set)).map(({ test }) => test.fact);
    property(rule, set, missing);
  });
  fc.assert(cases, { numRuns: 2_000 });
}

it('names nothing if, and only if, the rule holds', () => {
  given((rule, set, missing) => expect(missing.length === 0).toBe(holds(rule, subjectOf(set))));
});

it('names enough: with every named test come out differently, the rule holds', () => {
  given((rule, set, missing) => expect(holds(rule, subjectOf(flipped(set, missing)))).toBe(true));
});

it('names nothing in vain: each named test can be the last one that is missing', () => {
  given((rule, set, missing) => {
    // More alternatives than these would take more subsets than there is time for.
    if (missing.length > 7) return;
    for (const fact of missing) {
      const others = subsets(missing.filter((each) => each !== fact));
      expect(
        others.some(
          (some) =>
            !holds(rule, subjectOf(flipped(set, some))) && holds(rule, subjectOf(flipped(set, [...some, fact]))),
        ),
      ).toBe(true);
    }
  });
});

it('tells what was found, and whether it is there and must not be', () => {
  const wanted = { fact: 'contact.a', op: 'at_least', number: 5 } as const;
  const forbidden = { fact: 'contact.b', op: 'is_known' } as const;
  const reasons = whyNot(
    { all: [wanted, { not: forbidden }] },
    { at: 0, value: (fact) => (fact === 'contact.a' ? 3.5 : 'x') },
  );
  expect(reasons).toEqual([
    { test: wanted, isForbidden: false, found: 3.5 },
    { test: forbidden, isForbidden: true, found: 'x' },
  ]);
});

const subsets = (facts: readonly string[]): string[][] =>
  facts.reduce<string[][]>((all, fact) => [...all, ...all.map((some) => [...some, fact])], [[]]);
