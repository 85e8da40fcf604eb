import { compareIds, type RecordId } from '../values/ids.ts';

import type { AccountAssessment } from './account-assessment.ts';

/** An account as the exchange of named accounts looks at it. */
export interface SwapAccount {
  readonly companyId: RecordId;
  readonly assessment: AccountAssessment;
  readonly namedBy?: string | undefined;
  /** Offered, accepted, or with somebody who is being worked: nobody takes it away now. */
  readonly isWorked: boolean;
}

export const DROP_REASONS = ['excluded', 'no_fit', 'no_engagement', 'low_score'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** One named account to give up, and one to have instead. */
export interface Swap {
  readonly ownerId: string;
  readonly out: RecordId;
  readonly reason: DropReason;
  readonly in: RecordId;
}

/**
 * For each AE the worst of their accounts beside the best that nobody has named (S2-13): out go those excluded, then without fit, then
 * without any engagement or intent, then the lowest score; in come those that fit, by intent × fit. As many as both sides have, at most
 * so many at a time. Only an account with a lower score than what replaces it goes out for its score.
 */
export function suggestSwaps(accounts: readonly SwapAccount[], most: number): Swap[] {
  const candidates = accounts
    .filter(({ namedBy, isWorked, assessment }) => namedBy === undefined && !isWorked && worthOf(assessment) > 0)
    .sort((a, b) => worthOf(b.assessment) - worthOf(a.assessment) || compareIds(a.companyId, b.companyId));
  const owners = [...new Set(accounts.flatMap(({ namedBy }) => namedBy ?? []))].sort(compareIds);
  return owners.flatMap((ownerId) => {
    const own = accounts
      .filter(({ namedBy, isWorked }) => namedBy === ownerId && !isWorked)
      .map((account) => ({ account, reason: reasonOf(account.assessment) }))
      .sort(
        (a, b) =>
          DROP_REASONS.indexOf(a.reason) - DROP_REASONS.indexOf(b.reason) ||
          a.account.assessment.score - b.account.assessment.score ||
          compareIds(a.account.companyId, b.account.companyId),
      );
    return own.slice(0, most).flatMap(({ account, reason }, index): Swap[] => {
      const better = candidates[index];
      if (!better || (reason === 'low_score' && account.assessment.score >= better.assessment.score)) return [];
      return [{ ownerId, out: account.companyId, reason, in: better.companyId }];
    });
  });
}

/** Intent × fit, in thousandths squared; nothing for what is no account to go after. */
export const worthOf = ({ stage, icp, excluded, intent, fit }: AccountAssessment): number =>
  stage === undefined || !icp || excluded !== undefined ? 0 : Math.max(0, intent * fit);

function reasonOf({ excluded, icp, engagement, intent }: AccountAssessment): DropReason {
  if (excluded !== undefined) return 'excluded';
  if (!icp) return 'no_fit';
  return engagement === 0 && intent === 0 ? 'no_engagement' : 'low_score';
}
