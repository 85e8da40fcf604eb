import type { FactKind, Op, Test } from './types.ts';

/** A way to ask about a fact, in words. */
export interface Operator {
  readonly op: Op;
  readonly isForbidden: boolean;
  readonly words: string;
}

const WORDS: Readonly<Record<Op, readonly [holds: string, mustNot: string]>> = {
  is_known: ['is known', 'must not be known'],
  is_unknown: ['is not known', 'must not be empty'],
  is_true: ['is yes', 'is not yes'],
  is_false: ['is no', 'is not no'],
  in: ['is one of', 'is unknown or none of'],
  not_in: ['is none of', 'is unknown or one of'],
  has_word: ['contains a word', 'contains no word'],
  at_least: ['is at least', 'is not at least'],
  at_most: ['is at most', 'is not at most'],
  within_days: ['is within the last', 'is not within the last'],
  is_real_email: ['is a real address', 'is no real address'],
  is_real_phone: ['is a real number', 'is no real number'],
  is_real_name: ['is a real name', 'is no real name'],
};

const yes = (op: Op) => [op, false] as const;
const no = (op: Op) => [op, true] as const;

/** What can be asked of a fact of a kind, the usual first. */
const BY_KIND: Readonly<Record<FactKind, readonly (readonly [Op, boolean])[]>> = {
  text: [
    yes('in'),
    yes('not_in'),
    yes('has_word'),
    no('has_word'),
    yes('is_known'),
    yes('is_unknown'),
    ...(['is_real_email', 'is_real_phone', 'is_real_name'] as const).flatMap((op) => [yes(op), no(op)]),
  ],
  number: [yes('at_least'), yes('at_most'), yes('is_known'), yes('is_unknown')],
  date: [yes('within_days'), no('within_days'), yes('is_known'), yes('is_unknown')],
  choice: [yes('in'), yes('not_in'), yes('is_known'), yes('is_unknown')],
  yes_no: [yes('is_true'), yes('is_false'), yes('is_known'), yes('is_unknown')],
};

export const operatorOf = (op: Op, isForbidden: boolean): Operator => ({
  op,
  isForbidden,
  words: WORDS[op][isForbidden ? 1 : 0],
});

/** The operators for a kind of fact, and whichever is in use, so that nothing is lost by looking at it. */
export function operatorsFor(kind: FactKind, inUse: Pick<Operator, 'op' | 'isForbidden'>): Operator[] {
  const usual = BY_KIND[kind].map(([op, isForbidden]) => operatorOf(op, isForbidden));
  const isUsual = usual.some(({ op, isForbidden }) => op === inUse.op && isForbidden === inUse.isForbidden);
  return isUsual ? usual : [...usual, operatorOf(inUse.op, inUse.isForbidden)];
}

/** The usual question about a fact, still without its value. */
export const firstTest = (fact: string, kind: FactKind): Test =>
  withOperator(fact, BY_KIND[kind][0]?.[0] ?? 'is_known');

/** A test with another operator; its value stays where both have one of that kind. */
export function withOperator(fact: string, op: Op, before?: Test): Test {
  switch (op) {
    case 'in':
    case 'not_in':
      return { fact, op, values: before ? textsOf(before) : [] };
    case 'has_word':
      return { fact, op, words: before ? textsOf(before) : [] };
    case 'at_least':
    case 'at_most':
      return { fact, op, number: before && 'number' in before ? before.number : 0 };
    case 'within_days':
      return { fact, op, days: before && 'days' in before ? before.days : 30 };
    default:
      return { fact, op };
  }
}

const textsOf = (test: Test): string[] => ('values' in test ? test.values : 'words' in test ? test.words : []);
