import { compareFacts, DECIDED_STAGE, type Fact } from '../journey/fact.ts';
import type { Decision } from '../handoff/handoff.ts';
import type { AccountMilestone } from '../journey/milestone.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { AccountAssessment } from './account-assessment.ts';

/** One stay of an account in one stage. */
export interface AccountVisit {
  readonly milestone: AccountMilestone;
  readonly enteredAt: Instant;
  /** Undefined while it is there. */
  readonly exitedAt?: Instant | undefined;
}

/**
 * The stays that were decided, oldest first. They come from our decisions alone, so a late fact moves none of them (design D2). A company
 * brings along those of companies merged into it.
 */
export function accountVisits(facts: readonly Fact[]): AccountVisit[] {
  const moves = movesOf(facts);
  return moves.flatMap(({ value, occurredAt }, index) =>
    value === ''
      ? []
      : [{ milestone: value as AccountMilestone, enteredAt: occurredAt, exitedAt: moves[index + 1]?.occurredAt }],
  );
}

/** What has to be decided so that the history says where the account stands now; nothing when it does. */
export function stageDecision(
  companyId: RecordId,
  facts: readonly Fact[],
  assessment: AccountAssessment,
  people: number,
): Decision | undefined {
  const last = movesOf(facts).at(-1);
  const stage = assessment.stage ?? '';
  if (stage === (last?.value ?? '')) return undefined;
  const { at, version: _version, stage: _stage, excluded, tier, ...points } = assessment;
  return {
    record: { type: 'company', id: companyId },
    milestone: stage,
    // Decisions of one instant would have no order.
    at: last === undefined ? at : Math.max(at, last.occurredAt + 1),
    evidence: { from: last?.value ?? '', ...points, excluded: excluded ?? null, tier: tier ?? null, people },
  };
}

/** Entering the same stage twice in a row, as after a merge, is one stay. */
function movesOf(facts: readonly Fact[]): Fact[] {
  const decided = facts.filter(({ property }) => property === DECIDED_STAGE).sort(compareFacts);
  return decided.filter(({ value }, index) => value !== decided[index - 1]?.value);
}
