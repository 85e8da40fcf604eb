import { DAY_MS, type Instant, parseInstant } from '../values/instant.ts';
import type { Predicate, Test } from './predicate.ts';
import { isRealEmail, isRealName, isRealPhone } from './real-values.ts';

/** What is known of a record at an instant. */
export interface Subject {
  readonly at: Instant;
  /** '' where nothing is known; numbers only for what we worked out ourselves. */
  value(fact: string): string | number;
  /** Answers to rules that do not ask about time; they stay true until a value changes. */
  readonly answers?: Map<Predicate, boolean>;
}

/** Whether a rule holds. The cheap question: for the reasons ask `whyNot`. */
export function holds(rule: Predicate, subject: Subject): boolean {
  const { answers } = subject;
  const known = answers?.get(rule);
  if (known !== undefined) return known;
  const answer = ask(rule, subject);
  if (answers && isTimeless(rule)) answers.set(rule, answer);
  return answer;
}

function ask(rule: Predicate, subject: Subject): boolean {
  if ('all' in rule) return rule.all.every((part) => holds(part, subject));
  if ('any' in rule) return rule.any.some((part) => holds(part, subject));
  if ('not' in rule) return !holds(rule.not, subject);
  return passes(rule, subject.value(rule.fact), subject.at);
}

const timeless = new WeakMap<Predicate, boolean>();

function isTimeless(rule: Predicate): boolean {
  const known = timeless.get(rule);
  if (known !== undefined) return known;
  const answer =
    'all' in rule
      ? rule.all.every(isTimeless)
      : 'any' in rule
        ? rule.any.every(isTimeless)
        : 'not' in rule
          ? isTimeless(rule.not)
          : rule.op !== 'within_days';
  timeless.set(rule, answer);
  return answer;
}

/** A test that would have to come out differently for the rule to hold, and what was found instead. */
export interface Missing {
  readonly test: Test;
  /** True when the test holds and must not. */
  readonly isForbidden: boolean;
  /** '' where nothing is known. */
  readonly found: string | number;
}

/** The tests that keep a rule from holding; of alternatives all that would do. Empty when it holds. */
export const whyNot = (rule: Predicate, subject: Subject): Missing[] => reasons(rule, subject, true);

function reasons(rule: Predicate, subject: Subject, wanted: boolean): Missing[] {
  if (holds(rule, subject) === wanted) return [];
  if ('all' in rule) return rule.all.flatMap((part) => reasons(part, subject, wanted));
  if ('any' in rule) return rule.any.flatMap((part) => reasons(part, subject, wanted));
  if ('not' in rule) return reasons(rule.not, subject, !wanted);
  return [{ test: rule, isForbidden: !wanted, found: subject.value(rule.fact) }];
}

function passes(test: Test, found: string | number, at: Instant): boolean {
  if (test.op === 'is_unknown') return found === '';
  if (found === '') return false;
  if (test.op === 'at_least') return numberOf(found) >= test.number;
  if (test.op === 'at_most') return numberOf(found) <= test.number;
  const value = String(found);
  switch (test.op) {
    case 'is_known':
      return true;
    case 'is_true':
      return isYes(value);
    case 'is_false':
      return !isYes(value);
    case 'in':
      return isOneOf(value, test.values);
    case 'not_in':
      return !isOneOf(value, test.values);
    case 'has_word':
      return hasWord(value, test.words);
    case 'within_days':
      return isWithin(value, test.days, at);
    case 'is_real_email':
      return isRealEmail(value);
    case 'is_real_phone':
      return isRealPhone(value);
    case 'is_real_name':
      return isRealName(value);
  }
}

const isYes = (value: string): boolean => /^(true|yes|1)$/i.test(value);

/** What stands beyond is not looked at: nobody chose so many values, or has so long a title; it only costs time. */
const LONGEST_LIST = 10_000;
const LONGEST_TEXT = 1_000;

/** HubSpot joins the values of a multiple-choice property with semicolons. */
function isOneOf(value: string, values: readonly string[]): boolean {
  const text = value.slice(0, LONGEST_LIST).toLowerCase();
  const wanted = inLowerCase(values);
  if (!text.includes(';')) return wanted.includes(text);
  const found = new Set(text.split(';')).add(text);
  return wanted.some((each) => found.has(each));
}

function hasWord(value: string, words: readonly string[]): boolean {
  const text = spaced(value.slice(0, LONGEST_TEXT));
  return asWords(words).some((word) => word.length > 2 && text.includes(word));
}

/** ` one word after the other `, so that "cto" is not in "director". */
function spaced(text: string): string {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return ` ${words.filter(Boolean).join(' ')} `;
}

const inLowerCase = oncePerList((text) => text.toLowerCase());
const asWords = oncePerList(spaced);

/** The texts of a rule made ready to be compared: once, for a rule is asked about many records. */
function oncePerList(make: (text: string) => string): (texts: readonly string[]) => readonly string[] {
  const made = new WeakMap<readonly string[], readonly string[]>();
  return (texts) => {
    const known = made.get(texts);
    if (known) return known;
    const fresh = texts.map(make);
    made.set(texts, fresh);
    return fresh;
  };
}

/** NaN, which no comparison meets, for what is no plain decimal number. */
const numberOf = (value: string | number): number =>
  typeof value === 'number' ? value : /^-?\d{1,15}(\.\d{1,20})?$/.test(value) ? Number(value) : Number.NaN;

function isWithin(value: string, days: number, now: Instant): boolean {
  const at = parseInstant(value);
  return at !== undefined && at <= now && now - at <= days * DAY_MS;
}
