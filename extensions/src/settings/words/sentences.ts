import type { Predicate, Test } from '../document/types.ts';
import type { Names } from './facts.ts';

/** A condition as a sentence's part, generated from the condition itself so that the words never say anything else. */
export function sentenceOf(rule: Predicate, names: Names): string {
  if ('all' in rule) return joined(rule.all, 'and', names);
  if ('any' in rule) return joined(rule.any, 'or', names);
  if ('not' in rule) return notText(rule.not, names);
  return testText(rule, names);
}

function joined(rules: readonly Predicate[], word: 'and' | 'or', names: Names): string {
  const parts = rules.map((rule) => {
    const text = sentenceOf(rule, names);
    return rules.length > 1 && ('all' in rule || 'any' in rule) ? `(${text})` : text;
  });
  return parts.join(` ${word} `);
}

/** A test that must not hold, in plain words where there are any. */
function notText(rule: Predicate, names: Names): string {
  const text = sentenceOf(rule, names);
  if (!('op' in rule)) return `not (${text})`;
  const name = names.fact(rule.fact);
  switch (rule.op) {
    case 'has_word':
      return `${name} does not contain ${oneOf(rule.words)}`;
    case 'is_real_email':
      return `${name} is no real address`;
    case 'is_real_phone':
      return `${name} is no real number`;
    case 'is_real_name':
      return `${name} is no real name`;
    default:
      return `not (${text})`;
  }
}

function testText(test: Test, names: Names): string {
  const name = names.fact(test.fact);
  const values = (list: readonly string[]) => oneOf(list.map((value) => names.value(test.fact, value)));
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
      return `${name} is ${values(test.values)}`;
    case 'not_in':
      return `${name} is not ${values(test.values)}`;
    case 'has_word':
      return `${name} contains ${oneOf(test.words)}`;
    case 'at_least':
      return `${name} is at least ${test.number}`;
    case 'at_most':
      return `${name} is at most ${test.number}`;
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
  if (values.length === 0) return '…';
  if (values.length === 1) return values[0] ?? '';
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
