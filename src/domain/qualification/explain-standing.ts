import { describe, describeMissing, type NameOf } from '../predicate/describe.ts';
import { holds, type Missing, type Subject, whyNot } from '../predicate/evaluate.ts';
import { factsOf, type Predicate } from '../predicate/predicate.ts';
import type { Fact } from '../journey/fact.ts';
import { UNIT } from '../scoring/faded-points.ts';
import { type Receipt, receiptOf } from '../scoring/receipt.ts';
import type { Instant } from '../values/instant.ts';
import { assess, type Assessment, withFacets } from './assess.ts';
import { KnownPerson } from './known-person.ts';
import type { Rules } from './rules.ts';

/** What a gate asks for, whether it is so, and in words what was found or is missing. */
export interface AskedFor {
  readonly id: string;
  readonly label: string;
  readonly done: boolean;
  readonly detail: string;
}

/** A rule of fit, in thousandths of a point; where it does not hold, why. */
export interface FitLine {
  readonly id: string;
  readonly family: string;
  readonly label: string;
  readonly units: number;
  readonly holds: boolean;
  readonly why: string | null;
}

/** What is missing for the next better grade or band, in thousandths of a point. */
export interface NextBetter {
  readonly name: string;
  readonly from: number;
  readonly shortUnits: number;
}

export interface Explanation {
  readonly assessment: Assessment;
  readonly receipt: Receipt;
  readonly checklist: readonly AskedFor[];
  readonly fit: readonly FitLine[];
  readonly next: { readonly fit: NextBetter | null; readonly behavior: NextBetter | null };
}

/**
 * Why a person stands before the gate as they do: everything their score is made of, and for what is missing a sentence (N5, N18).
 *
 * @param facts  what was known of the person and the company at that instant
 */
export function explainStanding(facts: readonly Fact[], at: Instant, rules: Rules, nameOf: NameOf): Explanation {
  const known = new KnownPerson(rules);
  for (const fact of facts) known.learn(fact);
  const again = new KnownPerson(rules);
  const events = facts.flatMap((fact) => again.eventsIn(fact));
  const plain: Subject = { at, value: (fact) => known.value(fact) };
  const assessment = assess(known, at, rules);
  const { scoring } = rules;
  const receipt = receiptOf(events, plain, scoring, rules.counting);
  const { fit, behavior } = receipt.score;
  const { grades } = scoring.fit;
  return {
    assessment,
    receipt,
    checklist: checklistOf(assessment, withFacets(known, assessment), rules, nameOf),
    fit: scoring.fit.rules.map(({ id, family, label, points, when }) => ({
      id,
      family,
      label,
      units: points * UNIT,
      holds: holds(when, plain),
      why: sentencesOf(whyNot(when, plain), nameOf) || null,
    })),
    next: {
      // With a veto no number of points makes a better grade.
      fit:
        receipt.vetoes.length > 0
          ? null
          : nextOf(
              grades.map(({ grade, from }) => ({ name: grade, from })),
              fit,
            ),
      behavior: nextOf(
        scoring.behavior.bands.map(({ band, from }) => ({ name: band, from })),
        behavior,
      ),
    },
  };
}

/** Each part of the gate; of ICP and target what they are made of themselves. */
function checklistOf({ gate }: Assessment, subject: Subject, rules: Rules, nameOf: NameOf): AskedFor[] {
  if (!gate) return [];
  const parts = 'all' in gate.entry ? gate.entry.all : [gate.entry];
  return parts.map((part, index) => {
    const missing = whyNot(part, subject).flatMap((each) => within(each, subject, rules));
    const label = 'fact' in part ? nameOf(part.fact) : describe(short(part), nameOf);
    const found = missing.length > 0 ? sentencesOf(missing, nameOf) : foundFor(part, subject, nameOf);
    return { id: `${index} ${factsOf(part).join(' ')}`, label, done: missing.length === 0, detail: found };
  });
}

/** What ICP and target themselves are missing says more than that they are not met. */
function within(missing: Missing, subject: Subject, { qualification: { icp, target } }: Rules): Missing[] {
  const rule = missing.test.fact === 'is.icp' ? icp : missing.test.fact === 'is.target' ? target : undefined;
  const reasons = rule && !missing.isForbidden ? whyNot(rule, subject) : [];
  return reasons.length > 0 ? reasons : [missing];
}

function foundFor(part: Predicate, subject: Subject, nameOf: NameOf): string {
  if (!('fact' in part)) return describe(short(part), nameOf);
  if (part.op === 'is_true') return 'Yes';
  const found = subject.value(part.fact);
  const shown = typeof found === 'number' ? String(Math.round(found * 10) / 10) : found;
  return part.op === 'at_least' ? `${shown}, of at least ${part.number}` : shown;
}

const sentencesOf = (missing: readonly Missing[], nameOf: NameOf): string =>
  [...new Set(missing.map((each) => describeMissing({ ...each, test: short(each.test) }, nameOf)))]
    .map((text) => `${text}.`)
    .join(' ');

const LONGEST_LIST = 6;

/** A rule that names dozens of words, with the first of them: enough for whoever looks at one person. */
function short<Rule extends Predicate>(rule: Rule): Rule {
  const cut = (texts: readonly string[]): readonly string[] =>
    texts.length <= LONGEST_LIST
      ? texts
      : [...texts.slice(0, LONGEST_LIST - 1), `one of ${texts.length - LONGEST_LIST + 1} more`];
  if ('words' in rule) return { ...rule, words: cut(rule.words) };
  return 'values' in rule ? { ...rule, values: cut(rule.values) } : rule;
}

/** @param steps  best first */
function nextOf(steps: readonly { name: string; from: number }[], units: number): NextBetter | null {
  const next = steps.findLast(({ from }) => from * UNIT > units);
  return next ? { ...next, shortUnits: next.from * UNIT - units } : null;
}
