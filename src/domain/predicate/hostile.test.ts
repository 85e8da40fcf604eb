import { expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { definitionSetSchema } from '../definitions/definition-set.ts';
import { problemPlaces } from '../definitions/problem-places.ts';
import { describe, describeMissing } from './describe.ts';
import { holds, whyNot } from './evaluate.ts';
import { predicate, type Test } from './predicate.ts';

/** Long enough for anything that is not linear to show: more than HubSpot keeps in a property. */
const LENGTH = 100_000;
const LIMIT_MS = 50;
const fill = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

/** Expressions that take forever in an engine that backtracks, each with a text that makes it. */
const BOMBS = [
  ['(a+)+$', `${fill('a')}!`],
  ['([a-z]+)*$', `${fill('z')}!`],
  ['(a|aa)+$', `${fill('a')}b`],
  ['(a|a?)+$', `${fill('a')}b`],
  ['(.*a){25}', fill('a')],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', fill('a')],
  ['(x+x+)+y', fill('x')],
  ['(\\s*)*$', `${fill(' ')}x`],
  ['^(\\d+)*$', `${fill('1')}x`],
  ['(?:(?:a*)*)*b', fill('a')],
  ['([^@]+)+@([^@]+)+\\.', fill('a@')],
  ['^([a-zA-Z0-9._-]+)*@', fill('a.')],
  ['(\\w+\\s?)+$', `${fill('word ')}!`],
  ['(?=(a+))\\1*b', fill('a')],
] as const;

const TEXTS = [
  fill('a'),
  fill('aA'),
  fill('.'),
  fill('@'),
  fill('a@b.'),
  fill('a@a'),
  fill('-'),
  fill(' \t\n'),
  fill(';'),
  fill('a;b;'),
  fill('0'),
  `+${fill('1')}`,
  `-${fill('9')}.${fill('9')}`,
  fill('2026-01-01T00:00:00Z'),
  fill('\0'),
  fill('\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'),
  `a${fill('\u0301')}`,
  fill('\u202Eabc\u202C'),
  fill('İI\u0307ß'),
  fill('\uD800'),
  fill('＠．ａ'),
  fill('王 '),
] as const;

const nested = (open: string, close: string, depth: number): unknown =>
  JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`);

const DOCUMENTS = [
  nested('[', ']', 5_000),
  nested('{"not":', '}', 5_000),
  nested('{"all":[', ']}', 5_000),
  { any: Array.from({ length: 20_000 }, () => ({ fact: 'contact.a', op: 'is_known' })) },
] as const;

const op = (test: object): Test => ({ fact: 'contact.a', ...test }) as Test;
const longList = Array.from({ length: 500 }, (_, place) => `value number ${place} `.padEnd(200, 'aé '));

/** Every question there is, with as much in it as may be. */
const QUESTIONS: readonly Test[] = [
  ...['is_known', 'is_unknown', 'is_true', 'is_false', 'is_real_email', 'is_real_phone', 'is_real_name'].map((name) =>
    op({ op: name }),
  ),
  op({ op: 'in', values: longList }),
  op({ op: 'not_in', values: longList }),
  op({ op: 'has_word', words: longList }),
  op({ op: 'at_least', number: 1 }),
  op({ op: 'at_most', number: 1 }),
  op({ op: 'within_days', days: 30 }),
];

/** The text as what a record holds: every question is asked of it, and why it says no is told. */
function askAbout(text: string): void {
  const subject = { at: 0, value: () => text };
  for (const question of QUESTIONS) {
    const missing = whyNot(question, subject);
    expect(missing.length === 0).toBe(holds(question, subject));
    for (const each of missing) expect(describeMissing(each, () => 'A').length).toBeLessThan(500 * 250);
  }
}

/** The text as what a rule says, with everything a rule can be asked about. */
function askWith(text: string, found: string): void {
  const hasLetters = /[\p{L}\p{N}]/u.test(text);
  for (const [rule, meetsItself] of [
    [op({ op: 'has_word', words: [text] }), hasLetters],
    [op({ op: 'in', values: [text] }), true],
  ] as const) {
    const parsed = predicate.safeParse(rule);
    expect(parsed.success).toBe(text.length <= 200);
    if (!parsed.success) continue;
    expect(holds(parsed.data, { at: 0, value: () => text })).toBe(meetsItself);
    expect(holds(parsed.data, { at: 0, value: () => found })).toBe(false);
    expect(describe(parsed.data, (fact) => fact)).toContain(text);
  }
}

/** The document as a rule, alone and where a definition set has one: refused, with a place. */
function refuse(document: unknown): void {
  const alone = predicate.safeParse(document);
  expect(problemPlaces(alone.error?.issues ?? [])).not.toEqual([]);
  const { qualification } = SHIPPED_DEFINITIONS;
  const whole = { ...SHIPPED_DEFINITIONS, qualification: { ...qualification, icp: document } };
  const [place] = problemPlaces(definitionSetSchema.safeParse(whole).error?.issues ?? []);
  expect(place?.path.slice(0, 2)).toEqual(['qualification', 'icp']);
}

/** Time on the processor: what else the machine does is not counted. The first time is for the compiler, so the better of some counts. */
function cpuMs(work: () => void): number {
  const taken = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...taken);
}

const PATTERNS: readonly [string, () => void][] = [
  ...BOMBS.map(([pattern, text]): [string, () => void] => [
    pattern,
    () => {
      askWith(pattern, text);
      askAbout(text);
    },
  ]),
  ...TEXTS.map((text): [string, () => void] => [
    `${JSON.stringify(text.slice(0, 12))} …`,
    () => {
      askWith(text, '');
      askAbout(text);
    },
  ]),
  ...DOCUMENTS.map((document, place): [string, () => void] => [`document ${place}`, () => refuse(document)]),
];

it('are forty', () => {
  expect(PATTERNS).toHaveLength(40);
});

it.each(PATTERNS)('%s is harmless, in less than 50 ms', (_name, work) => {
  expect(cpuMs(work)).toBeLessThan(LIMIT_MS);
});
