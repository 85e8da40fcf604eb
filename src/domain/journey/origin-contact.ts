import { compareIds, type RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { rankOf } from './milestone.ts';
import type { Move } from './timeline.ts';

/** A contact associated with a deal, as far as choosing the deal's origin needs. */
export interface Candidate {
  readonly contactId: RecordId;
  /** The contact's own moves, in order. */
  readonly moves: readonly Move[];
}

/**
 * The contact whose journey a deal belongs to (design D6): of the associated contacts the one with the latest stage by the time the
 * deal began, then the earliest entry, then the lowest id. Contacts without any stage come last. Depends only on the set.
 */
export function chooseOriginContact(candidates: readonly Candidate[], dealBeganAt: Instant): RecordId | undefined {
  const standings = candidates.map((candidate) => standingOf(candidate, dealBeganAt));
  standings.sort((a, b) => b.rank - a.rank || a.firstAt - b.firstAt || compareIds(a.contactId, b.contactId));
  return standings[0]?.contactId;
}

function standingOf({ contactId, moves }: Candidate, at: Instant) {
  const entries = moves.filter((move) => move.milestone !== undefined);
  const before = entries.filter((move) => move.at <= at);
  const rank = Math.max(-1, ...before.map((move) => (move.milestone ? rankOf(move.milestone) : -1)));
  return { contactId, rank, firstAt: entries[0]?.at ?? Number.POSITIVE_INFINITY };
}
