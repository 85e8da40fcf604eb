import type { AccountRules } from '../definitions/account-rules.ts';
import type { WorkRules } from '../definitions/work-rules.ts';
import type { Handoff } from '../handoff/handoff.ts';
import type { Roster } from '../handoff/roster.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { AccountAssessment } from './account-assessment.ts';
import type { IntentSign } from './intent-signs.ts';

/** An account before the rules of work. */
export interface WorkAccount {
  readonly companyId: RecordId;
  readonly assessment: AccountAssessment;
  /** Oldest first. */
  readonly signs: readonly IntentSign[];
  /** How many of its people are in an open journey at AQL or later. */
  readonly worked: number;
  /** Its people, the most promising first. */
  readonly suggested: readonly RecordId[];
  /** The AE who has named it. */
  readonly namedBy?: string | undefined;
  /** Of this account, oldest first. */
  readonly handoffs: readonly Handoff[];
  /** In the recycle bin. */
  readonly isGone: boolean;
}

export interface AccountContext {
  readonly now: Instant;
  /** Nothing that happened before is acted upon: the portal went live, or these rules were published (design D5, D19). */
  readonly actFrom: Instant;
  readonly zone: string;
  readonly rules: WorkRules;
  readonly accounts: AccountRules;
  readonly roster: Pick<Roster, 'active'>;
}
