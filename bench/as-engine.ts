import { Engine, type ConditionProperties, type TopLevelCondition } from 'json-rules-engine';
import type { Predicate, Test } from '../src/domain/predicate/predicate.ts';
import { isRealEmail, isRealName, isRealPhone } from '../src/domain/predicate/real-values.ts';
import { DAY_MS, parseInstant } from '../src/domain/values/instant.ts';
import { type Contact, NOW } from './contacts.ts';

type Condition = TopLevelCondition | ConditionProperties;

/** An engine that fires one event, named by its place, for each rule that holds. */
export function engineOf(rules: readonly Predicate[]): Engine {
  const engine = new Engine();
  engine.addOperator('meets', (text: string, check: (text: string) => boolean) => text !== '' && check(text));
  rules.forEach((rule, place) => {
    engine.addRule({ conditions: { all: [conditionOf(rule)] }, event: { type: String(place) } });
  });
  return engine;
}

/** A contact as the engine wants it: text in lower case, numbers and dates as numbers. Made before the clock starts. */
export function engineFacts(contact: Contact): Record<string, string | number> {
  const entries = Object.entries(contact).map(([fact, value]): [string, string | number] => {
    if (value === '') return [fact, ''];
    if (fact.startsWith('contact.last_')) return [fact, parseInstant(value) ?? ''];
    if (/\.(num|annual|number)/.test(fact)) return [fact, Number(value)];
    return [fact, value.toLowerCase()];
  });
  return Object.fromEntries(entries);
}

function conditionOf(rule: Predicate): Condition {
  if ('all' in rule) return { all: rule.all.map(conditionOf) };
  if ('any' in rule) return { any: rule.any.map(conditionOf) };
  if ('not' in rule) return { not: conditionOf(rule.not) };
  return testOf(rule);
}

function testOf(test: Test): Condition {
  const { fact } = test;
  switch (test.op) {
    case 'is_known':
      return { fact, operator: 'notEqual', value: '' };
    case 'is_unknown':
      return { fact, operator: 'equal', value: '' };
    case 'is_true':
      return { fact, operator: 'in', value: ['true', 'yes', '1'] };
    case 'is_false':
      return { fact, operator: 'notIn', value: ['true', 'yes', '1', ''] };
    case 'in':
      return { fact, operator: 'in', value: lower(test.values) };
    case 'not_in':
      return { fact, operator: 'notIn', value: ['', ...lower(test.values)] };
    case 'has_word':
      return { fact, operator: 'meets', value: hasWord(test.words) };
    case 'at_least':
      return { fact, operator: 'greaterThanInclusive', value: test.number };
    case 'at_most':
      return { fact, operator: 'lessThanInclusive', value: test.number };
    case 'within_days':
      return {
        all: [
          { fact, operator: 'greaterThanInclusive', value: NOW - test.days * DAY_MS },
          { fact, operator: 'lessThanInclusive', value: NOW },
        ],
      };
    case 'is_real_email':
      return { fact, operator: 'meets', value: isRealEmail };
    case 'is_real_phone':
      return { fact, operator: 'meets', value: isRealPhone };
    case 'is_real_name':
      return { fact, operator: 'meets', value: isRealName };
  }
}

const lower = (values: readonly string[]): string[] => values.map((value) => value.toLowerCase());

/** A function, not the pattern itself: the engine copies values, and a copied pattern has lost its flags. */
function hasWord(words: readonly string[]): (text: string) => boolean {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.map(RegExp.escape).join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return (text) => pattern.test(text);
}
