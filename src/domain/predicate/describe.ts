import type { Missing } from './evaluate.ts';
import type { Predicate, Test } from './predicate.ts';

/** What people call a fact: the portal's label of a property, or our name of what we worked out. */
export type NameOf = (fact: string) => string;

/** A rule as a sentence's part, generated from the rule itself so that the words never say anything else (S1-16). */
export function describe(rule: Predicate, nameOf: NameOf): string {
  if ('all' in rule) return joined(rule.all, 'and', nameOf);
  if ('any' in rule) return joined(rule.any, 'or', nameOf);
  if ('not' in rule) return `not (${describe(rule.not, nameOf)})`;
  return describeTest(rule, nameOf);
}

/** Why a rule does not hold, for the person who looks at the record: what was found, and what it would take. */
export function describeMissing({ test, isForbidden, found }: Missing, nameOf: NameOf): string {
  const name = nameOf(test.fact);
  if (test.op === 'at_least' && typeof found === 'number' && !isForbidden) {
    const short = shortOf(test.number, found);
    return `${name} is ${shown(test.number - short)}: ${shown(short)} short of ${shown(test.number)}`;
  }
  const seen = `${name} is ${found === '' ? 'not known' : shown(found)}`;
  return isForbidden ? `${seen}, which rules this out` : `${seen}; it takes: ${describeTest(test, nameOf)}`;
}

function joined(rules: readonly Predicate[], word: 'and' | 'or', nameOf: NameOf): string {
  const inner = rules.map((rule) => {
    const text = describe(rule, nameOf);
    return rules.length > 1 && ('all' in rule || 'any' in rule) ? `(${text})` : text;
  });
  return inner.join(` ${word} `);
}

function describeTest(test: Test, nameOf: NameOf): string {
  const name = nameOf(test.fact);
  switch (test.op) {
    case 'is_known':
      return `${name} is known`;
    case 'is_unknown':
      return `${name} is not known`;
    case 'is_true':
      return `${name} is yes`;
    case 'is_false':
      return `${name} is no`;
    case 'in':
      return `${name} is ${oneOf(test.values)}`;
    case 'not_in':
      return `${name} is not ${oneOf(test.values)}`;
    case 'has_word':
      return `${name} contains ${oneOf(test.words)}`;
    case 'at_least':
      return `${name} is at least ${shown(test.number)}`;
    case 'at_most':
      return `${name} is at most ${shown(test.number)}`;
    case 'within_days':
      return `${name} is within the last ${test.days === 1 ? 'day' : `${test.days} days`}`;
    case 'is_real_email':
      return `${name} is a real address`;
    case 'is_real_phone':
      return `${name} is a real number`;
    case 'is_real_name':
      return `${name} is a real name`;
  }
}

function oneOf(values: readonly string[]): string {
  if (values.length === 1) return values[0] ?? '';
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** What is missing, rounded up to a tenth: whoever is a hair short is not told that nothing is missing. Points have three digits. */
const shortOf = (number: number, found: number): number => Math.ceil(Math.round((number - found) * 1_000) / 100) / 10;

const LONGEST = 80;

/** At most one digit behind the point: nobody acts on the second. Of a long text only how it begins. */
function shown(value: string | number): string {
  if (typeof value === 'number') return String(Math.round(value * 10) / 10);
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
