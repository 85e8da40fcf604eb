import {
  type AccountAssessment,
  assessAccount,
  engagedBy,
  type KnownAccount,
} from '../domain/account/account-assessment.ts';
import { accountVisits, stageDecision } from '../domain/account/account-visits.ts';
import { intentSigns } from '../domain/account/intent-signs.ts';
import { pauseEndsAt } from '../domain/account/offer-account.ts';
import type { WorkAccount } from '../domain/account/work-account.ts';
import type { AccountRules } from '../domain/definitions/account-rules.ts';
import type { Decision, Handoff } from '../domain/handoff/handoff.ts';
import { DECIDED_STAGE, type Fact } from '../domain/journey/fact.ts';
import { KnownPerson } from '../domain/qualification/known-person.ts';
import { nextChange } from '../domain/qualification/next-crossing.ts';
import type { Rules } from '../domain/qualification/rules.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { AccountState, Crowd, CrowdMember, NamedAccount } from './account-ports.ts';
import type { RecordHistory } from './ports.ts';

export interface AccountFacts {
  readonly company: RecordHistory;
  readonly crowd: Crowd;
  /** Of this account, oldest first. */
  readonly handoffs: readonly Handoff[];
  readonly named?: NamedAccount | undefined;
}

export interface AssessedAccount {
  readonly state: AccountState;
  readonly decision?: Decision | undefined;
  /** Whether it has decisions of companies merged into it. */
  readonly isMerged: boolean;
  readonly work: WorkAccount;
}

export const NOBODY: Crowd = { people: [], openJourneys: 0, worked: 0 };

/**
 * How an account stands now, and what the rules of work may ask. Pure. To `store` is to decide nothing: where another stage would have to
 * be decided, the account is due at once.
 */
export function assessOne(
  { company, crowd, handoffs, named }: AccountFacts,
  now: Instant,
  rules: Rules,
  accounts: AccountRules,
  mode: 'work' | 'store',
): AssessedAccount {
  const { id: companyId, facts } = company;
  const known = knownAccount(facts, crowd.people, rules);
  const at = (instant: Instant): AccountAssessment => assessAccount(known, instant, rules, accounts);
  const assessment = at(now);
  const isGone = company.deletedAt !== undefined;
  const asked = isGone ? undefined : stageDecision(companyId, facts, assessment, crowd.people.length);
  const decision = mode === 'work' ? asked : undefined;
  const dueAt = asked && !decision ? now : lookAgainAt(now, at, handoffs, accounts);
  return {
    decision,
    isMerged: facts.some(({ property, record }) => property === DECIDED_STAGE && record.id !== companyId),
    state: {
      companyId,
      assessment,
      visits: accountVisits(decision ? [...facts, factOf(decision, now)] : facts),
      people: crowd.people.length,
      openJourneys: crowd.openJourneys,
      worked: crowd.worked,
      excluded: isGone ? 'deleted' : undefined,
      lookAgainAt: isGone ? undefined : dueAt,
    },
    work: {
      companyId,
      assessment,
      signs: intentSigns(facts, rules.counting),
      worked: crowd.worked,
      suggested: mostPromising(crowd.people).map(({ contactId }) => contactId),
      namedBy: named?.ownerId,
      handoffs,
      isGone,
    },
  };
}

export function knownAccount(facts: readonly Fact[], people: readonly CrowdMember[], rules: Rules): KnownAccount {
  const company = new KnownPerson(rules);
  for (const fact of facts) company.learn(fact);
  return { company, engaged: engagedBy(people, rules.scoring) };
}

/** Those who fit best first, of them the most engaged. */
export const mostPromising = (people: readonly CrowdMember[]): CrowdMember[] =>
  people.toSorted(
    (a, b) =>
      b.fit - a.fit ||
      b.engagement - a.engagement ||
      (a.contactId < b.contactId ? -1 : a.contactId > b.contactId ? 1 : 0),
  );

const factOf = ({ record, milestone, at }: Decision, now: Instant): Fact => ({
  record,
  property: DECIDED_STAGE,
  value: milestone,
  occurredAt: at,
  knownAt: now,
  dated: true,
});

/** When the pause of its offer ends, or its stage fades: only points hold an account aware or in the market. */
function lookAgainAt(
  now: Instant,
  at: (instant: Instant) => AccountAssessment,
  handoffs: readonly Handoff[],
  accounts: AccountRules,
): Instant | undefined {
  const pauseEnd = pauseEndsAt(handoffs, accounts);
  const { stage } = at(now);
  const fading = stage === 'AWARE' || stage === 'IN_MARKET';
  const due = [
    fading ? nextChange(now, (instant) => at(instant).stage) : undefined,
    pauseEnd !== undefined && pauseEnd > now ? pauseEnd : undefined,
  ];
  return due.filter((instant) => instant !== undefined).sort((a, b) => a - b)[0];
}
