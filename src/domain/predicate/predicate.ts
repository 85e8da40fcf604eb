import { z } from 'zod';

/** What a rule can ask about beside the properties of the contact and of its company: what we worked out ourselves. */
export const WORKED_OUT = [
  'score.fit',
  'score.behavior',
  'score.engagement',
  'score.intent',
  'score.usage',
  'score.recent',
  'score.account',
  'score.grade',
  'score.band',
  'score.cell',
  'is.icp',
  'is.target',
  'is.excluded',
  'is.purchased',
] as const;
export type WorkedOut = (typeof WORKED_OUT)[number];

const fact = z
  .string()
  .regex(
    /^(contact|company|score|is|sample)\.[a-z][a-z0-9_]{0,99}$/,
    'say contact, company, score, is or sample, a dot, and the internal name: company.industry',
  );
const text = z.string().min(1).max(200);
const texts = z.array(text).min(1).max(500);
const number = z.number().min(-1e12).max(1e12);

const tests = [
  z.strictObject({ fact, op: z.literal('is_known') }),
  z.strictObject({ fact, op: z.literal('is_unknown') }),
  z.strictObject({ fact, op: z.literal('is_true') }),
  z.strictObject({ fact, op: z.literal('is_false') }),
  z.strictObject({ fact, op: z.literal('in'), values: texts }),
  z.strictObject({ fact, op: z.literal('not_in'), values: texts }),
  /** One of the words stands in the text, as a whole word or several in a row. */
  z.strictObject({ fact, op: z.literal('has_word'), words: texts }),
  z.strictObject({ fact, op: z.literal('at_least'), number }),
  z.strictObject({ fact, op: z.literal('at_most'), number }),
  /** A date at most so many elapsed days ago, and not in the future. */
  z.strictObject({ fact, op: z.literal('within_days'), days: z.int().min(1).max(3_650) }),
  /** Not junk (S2-10): what a person typed to get past a form is not an address, a number, a name. */
  z.strictObject({ fact, op: z.literal('is_real_email') }),
  z.strictObject({ fact, op: z.literal('is_real_phone') }),
  z.strictObject({ fact, op: z.literal('is_real_name') }),
] as const;

const OPS = tests.map(({ shape: { op } }) => op.value).join(', ');
/** What to write instead of what is no rule. */
const HOW = `ask one question with the op ${OPS}; or combine rules with one of all, any and not, at most five deep`;

/** One question about one fact. Comparisons of text are without regard to case; a fact that is unknown meets none but `is_unknown`. */
const test = z.discriminatedUnion('op', tests, { error: HOW });

export type Test = z.output<typeof test>;
export type Predicate =
  Test | { readonly all: readonly Predicate[] } | { readonly any: readonly Predicate[] } | { readonly not: Predicate };

/** A predicate nested deeper than this is no rule that people can read (design D4). */
const DEPTH = 5;
const PARTS = 100;

function nested(depth: number): z.ZodType<Predicate> {
  if (depth === 1) return test;
  const inner = nested(depth - 1);
  const several = z.array(inner, { error: HOW }).min(1, 'name a rule').max(PARTS, `at most ${PARTS} rules in a row`);
  return z.union([
    z.strictObject({ all: several }),
    z.strictObject({ any: several }),
    z.strictObject({ not: inner }),
    test,
  ]);
}

/** A rule about one record, without any language of its own: tests combined by all, any and not, at most five deep. */
export const predicate = nested(DEPTH);

/** The facts a predicate asks about, each once. */
export function factsOf(rule: Predicate): string[] {
  if ('all' in rule) return [...new Set(rule.all.flatMap(factsOf))];
  if ('any' in rule) return [...new Set(rule.any.flatMap(factsOf))];
  return 'not' in rule ? factsOf(rule.not) : [rule.fact];
}
