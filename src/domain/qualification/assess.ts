import type { Gate } from '../definitions/qualification-rules.ts';
import { holds, type Missing, type Subject, whyNot } from '../predicate/evaluate.ts';
import { WORKED_OUT, type WorkedOut } from '../predicate/predicate.ts';
import { UNIT } from '../scoring/faded-points.ts';
import { cellOf, type Score, scoreOf, statePoints } from '../scoring/score.ts';
import type { Instant } from '../values/instant.ts';
import type { KnownPerson } from './known-person.ts';
import type { Rules } from './rules.ts';

/** How a person stands before the gate to AQL, at an instant. */
export interface Assessment {
  readonly at: Instant;
  readonly version: number;
  readonly score: Score;
  /** The account's score, whole points 0–100. */
  readonly account: number;
  readonly icp: boolean;
  readonly target: boolean;
  /** Id of the first exclusion that holds. */
  readonly excluded?: string | undefined;
  /** From a bought list and without a response so far (S2-32). */
  readonly purchased: boolean;
  /** The gate that is for this person; none when no gate is. */
  readonly gate?: Gate | undefined;
  readonly passes: boolean;
}

const MAX_ACCOUNT = 100;

/** @param known  what was known at that instant */
export function assess(known: KnownPerson, at: Instant, rules: Rules): Assessment {
  const { scoring, qualification, version } = rules;
  const plain: Subject = { at, value: (fact) => known.value(fact), answers: known.answers };
  const score = scoreOf(known.state, plain, scoring);
  const account = accountScore(score, plain, rules);
  const first = { at, value: (fact: string) => (fact === 'score.account' ? account : known.value(fact)) };
  const icp = holds(qualification.icp, first);
  const target = holds(qualification.target, plain);
  const excluded = qualification.exclusions.find(({ when }) => holds(when, plain))?.id;
  const purchased = isPurchased(known, rules);
  const facts = { version, score, account, icp, target, excluded, purchased };
  const subject = withFacets(known, { at, ...facts });
  const gate = qualification.gates.find(({ when }) => when === undefined || holds(when, subject));
  return { at, ...facts, gate, passes: gate !== undefined && !purchased && !excluded && holds(gate.entry, subject) };
}

/** What keeps a person from passing their gate. */
export function missingFor(known: KnownPerson, assessment: Assessment): Missing[] {
  const { gate } = assessment;
  return gate ? whyNot(gate.entry, withFacets(known, assessment)) : [];
}

/** What is known of a person together with what was worked out. */
export function withFacets(known: KnownPerson, assessment: Omit<Assessment, 'gate' | 'passes'>): Subject {
  const facets = facetsOf(assessment);
  return { at: assessment.at, value: (fact) => (isWorkedOut(fact) ? facets[fact] : known.value(fact)) };
}

/** Everything a gate can ask about that we worked out ourselves. Points are whole ones with their fraction. */
export function facetsOf({
  score,
  account,
  icp,
  target,
  excluded,
  purchased,
}: Omit<Assessment, 'at' | 'version' | 'gate' | 'passes'>): Readonly<Record<WorkedOut, string | number>> {
  return {
    'score.fit': score.fit / UNIT,
    'score.behavior': score.behavior / UNIT,
    'score.engagement': score.engagement / UNIT,
    'score.intent': score.intent / UNIT,
    'score.usage': score.usage / UNIT,
    'score.recent': score.recent / UNIT,
    'score.account': account,
    'score.grade': score.grade,
    'score.band': score.band,
    'score.cell': cellOf(score),
    'is.icp': String(icp),
    'is.target': String(target),
    'is.excluded': String(excluded !== undefined),
    'is.purchased': String(purchased),
  };
}

export const isWorkedOut = (fact: string): fact is WorkedOut => (WORKED_OUT as readonly string[]).includes(fact);

/** An imported score counts as it is; ours is the fit of the company with the signals on it. */
export function accountScore(
  score: Pick<Score, 'intent' | 'usage'>,
  subject: Subject,
  { scoring, companyFit }: Pick<Rules, 'scoring' | 'companyFit'>,
): number {
  const { imported } = scoring.account;
  const given = imported === undefined ? '' : String(subject.value(`company.${imported}`)).trim();
  const own = (statePoints(companyFit, subject) + score.intent + score.usage) / UNIT;
  const value = given !== '' && Number.isFinite(Number(given)) ? Number(given) : own;
  return Math.round(Math.min(MAX_ACCOUNT, Math.max(0, value)));
}

function isPurchased(known: KnownPerson, { qualification: { acquisition } }: Rules): boolean {
  if (!acquisition || known.state.hasResponded) return false;
  return acquisition.purchased.includes(known.value(`contact.${acquisition.property}`));
}
