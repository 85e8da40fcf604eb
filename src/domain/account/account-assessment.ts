import type { AccountRules } from '../definitions/account-rules.ts';
import type { ScoringRules } from '../definitions/scoring-rules.ts';
import type { AccountMilestone } from '../journey/milestone.ts';
import { holds, type Missing, type Subject, whyNot } from '../predicate/evaluate.ts';
import { accountScore } from '../qualification/assess.ts';
import type { KnownPerson } from '../qualification/known-person.ts';
import type { Rules } from '../qualification/rules.ts';
import { fadedTo, growing, UNIT } from '../scoring/faded-points.ts';
import { scoreOf, statePoints } from '../scoring/score.ts';
import type { Instant } from '../values/instant.ts';

/** How an account stands at an instant. Points are thousandths. */
export interface AccountAssessment {
  readonly at: Instant;
  readonly version: number;
  /** Whole points, 0–100. */
  readonly score: number;
  readonly isImported: boolean;
  /** Points of the fit rules that ask about the company alone. */
  readonly fit: number;
  /** Of the signals told of the company itself. */
  readonly intent: number;
  readonly usage: number;
  /** Engagement of all its people together. */
  readonly engagement: number;
  readonly icp: boolean;
  /** Id of the first exclusion that holds: then it is no target, whatever the score (S2-60). */
  readonly excluded?: string | undefined;
  /** Value of its tier, where that is one of the rules' tiers. */
  readonly tier?: string | undefined;
  /** The furthest stage whose condition holds; none outside the universe. */
  readonly stage?: AccountMilestone | undefined;
}

/** What is known of an account: of the company, and what its people did. */
export interface KnownAccount {
  /** Told nothing but the company's facts. */
  readonly company: KnownPerson;
  /** Growing sum of its people's engagement. */
  readonly engaged: bigint;
}

export interface EngagedPerson {
  /** When the person was last assessed. */
  readonly at: Instant;
  /** Thousandths of engagement at that instant. */
  readonly engagement: number;
}

/**
 * An account's engagement is the sum of what is stored of its people. Between two assessments of a person it fades by the slowest
 * half-life of any engagement group, so an account never counts as cold too early; with the next touch the sum is exact again.
 */
export const engagedBy = (people: readonly EngagedPerson[], scoring: ScoringRules): bigint =>
  people.reduce((sum, { at, engagement }) => sum + growing(engagement, at, slowestHalfLife(scoring)), 0n);

function slowestHalfLife({ behavior }: ScoringRules): number | undefined {
  const halfLives = behavior.groups.flatMap(({ kind, halfLifeDays }) => (kind === 'engagement' ? [halfLifeDays] : []));
  const fading = halfLives.filter((days) => days !== undefined);
  return fading.length < halfLives.length ? undefined : Math.max(...fading, 1);
}

export function assessAccount(
  { company, engaged }: KnownAccount,
  at: Instant,
  rules: Rules,
  accounts: AccountRules,
): AccountAssessment {
  const plain: Subject = { at, value: (fact) => company.value(fact) };
  const { intent, usage } = scoreOf(company.state, plain, rules.scoring);
  const score = accountScore({ intent, usage }, plain, rules);
  const subject = subjectOf(company, at, score);
  const tier = company.value(`company.${accounts.tiers.property}`);
  const facts = {
    score,
    isImported: isImported(company, rules),
    fit: statePoints(rules.companyFit, plain),
    intent,
    usage,
    engagement: fadedTo(engaged, at, slowestHalfLife(rules.scoring)),
    icp: holds(accounts.icp, subject),
    excluded: accounts.exclusions.find(({ when }) => holds(when, subject))?.id,
    tier: accounts.tiers.values.some(({ value }) => value === tier) ? tier : undefined,
  };
  const stage = holds(accounts.universe, subject) ? stageOf(facts, accounts) : undefined;
  return { at, version: rules.version, ...facts, stage };
}

/** What keeps an account from fitting. */
export const icpMissing = (
  { company }: Pick<KnownAccount, 'company'>,
  { at, score }: AccountAssessment,
  { icp }: AccountRules,
): Missing[] => whyNot(icp, subjectOf(company, at, score));

const subjectOf = (company: KnownPerson, at: Instant, score: number): Subject => ({
  at,
  value: (fact) => (fact === 'score.account' ? score : company.value(fact)),
});

function isImported(company: KnownPerson, { scoring: { account } }: Rules): boolean {
  const given = account.imported === undefined ? '' : company.value(`company.${account.imported}`).trim();
  return given !== '' && Number.isFinite(Number(given));
}

/** An excluded account stays in the universe it belongs to, and gets no further. */
function stageOf(
  {
    excluded,
    intent,
    engagement,
    icp,
    tier,
  }: Pick<AccountAssessment, 'excluded' | 'intent' | 'engagement' | 'icp' | 'tier'>,
  { inMarketFrom, awareFrom }: AccountRules,
): AccountMilestone {
  if (excluded !== undefined) return 'UNIVERSE';
  if (intent >= inMarketFrom * UNIT) return 'IN_MARKET';
  if (engagement >= awareFrom * UNIT) return 'AWARE';
  return icp && tier !== undefined ? 'TARGET' : 'UNIVERSE';
}
