import { describe, type NameOf } from '../predicate/describe.ts';
import { holds, type Subject, whyNot } from '../predicate/evaluate.ts';
import { factsOf, type Predicate } from '../predicate/predicate.ts';
import type { Fact } from '../journey/fact.ts';
import { UNIT } from '../scoring/faded-points.ts';
import { type Receipt, receiptOf } from '../scoring/receipt.ts';
import type { Instant } from '../values/instant.ts';
import { assess, type Assessment, withFacets } from './assess.ts';
import { KnownPerson } from './known-person.ts';
import { missingInWords, shortened, whatIsMissing } from './missing-words.ts';
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
  /** What keeps the person out whatever the score, and so what would have to change; a raised hand (P1) passes all of it. */
  readonly shutOut: readonly string[];
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
    shutOut: shutOutBy(assessment, rules, nameOf),
    fit: scoring.fit.rules.map(({ id, family, label, points, when }) => ({
      id,
      family,
      label,
      units: points * UNIT,
      holds: holds(when, plain),
      why: missingInWords(whyNot(when, plain), nameOf) || null,
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
    const missing = whatIsMissing(part, subject, rules.qualification);
    const label = 'fact' in part ? nameOf(part.fact) : describe(shortened(part), nameOf);
    const found = missing.length > 0 ? missingInWords(missing, nameOf) : foundFor(part, subject, nameOf);
    return { id: `${index} ${factsOf(part).join(' ')}`, label, done: missing.length === 0, detail: found };
  });
}

function shutOutBy(
  { gate, excluded, purchased }: Assessment,
  { qualification: { exclusions, gates } }: Rules,
  nameOf: NameOf,
): string[] {
  const exclusion = exclusions.find(({ id }) => id === excluded);
  const ways = gates.flatMap(({ when }) => (when === undefined ? [] : [describe(shortened(when), nameOf)]));
  return [
    ...(exclusion ? [`Never an AQL by score while ${describe(shortened(exclusion.when), nameOf)}.`] : []),
    ...(purchased ? ['From a bought list: never an AQL by score before a first response of their own.'] : []),
    ...(gate
      ? []
      : [
          'Never an AQL by score while no gate is for this person.',
          ...ways.map((way) => `There is a gate for people of whom this holds: ${way}.`),
        ]),
  ];
}

function foundFor(part: Predicate, subject: Subject, nameOf: NameOf): string {
  if (!('fact' in part)) return describe(shortened(part), nameOf);
  if (part.op === 'is_true') return 'Yes';
  const found = subject.value(part.fact);
  const shown = typeof found === 'number' ? String(Math.round(found * 10) / 10) : found;
  return part.op === 'at_least' ? `${shown}, of at least ${part.number}` : shown;
}

/** @param steps  best first */
function nextOf(steps: readonly { name: string; from: number }[], units: number): NextBetter | null {
  const next = steps.findLast(({ from }) => from * UNIT > units);
  return next ? { ...next, shortUnits: next.from * UNIT - units } : null;
}
