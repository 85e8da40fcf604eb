import { holds, type Subject } from '../predicate/evaluate.ts';
import type { KnownPerson } from '../qualification/known-person.ts';
import type { Rules } from '../qualification/rules.ts';
import { UNIT } from '../scoring/faded-points.ts';
import type { AccountAssessment } from './account-assessment.ts';

/** A part of an account's score, in thousandths. */
export interface ScorePart {
  readonly label: string;
  readonly points: number;
}

const FULL = 100 * UNIT;

/**
 * What an account's score is made of; the parts sum to it, to the unit. A score from another system is one part. Rounding to whole points,
 * and what lies above 100 or below 0, is a part of its own.
 */
export function scoreParts(company: KnownPerson, assessment: AccountAssessment, { companyFit }: Rules): ScorePart[] {
  const { at, score, isImported, intent, usage } = assessment;
  if (isImported) return [{ label: 'Given by another system', points: score * UNIT }];
  const subject: Subject = { at, value: (fact) => company.value(fact) };
  const own = [
    ...companyFit
      .filter(({ when }) => holds(when, subject))
      .map(({ label, points }) => ({ label, points: points * UNIT })),
    { label: 'Signs of interest outside', points: intent },
    { label: 'Use of the product', points: usage },
  ].filter(({ points }) => points !== 0);
  const sum = own.reduce((total, { points }) => total + points, 0);
  const rest = score * UNIT - sum;
  if (rest === 0) return own;
  const label =
    sum > FULL ? 'Above 100 nothing counts' : sum < 0 ? 'Below 0 nothing counts' : 'Rounded to whole points';
  return [...own, { label, points: rest }];
}
