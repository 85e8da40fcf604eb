import { type Milestone, rankOf } from '../journey/milestone.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';

/** One attempt of one person, as far as shares of leads ask. */
export interface Attempt {
  readonly contactId: RecordId;
  readonly attempt: number;
  readonly startedAt: Instant;
  readonly ended?: { readonly milestone: Milestone; readonly at: Instant } | undefined;
  /** The last stage on the way to revenue that was entered; a side exit, a loss and a win that was taken back are none. */
  readonly furthest?: Milestone | undefined;
}

/** Our decision that somebody is an AQL, with what was frozen then (S2-27). */
export interface FrozenAql {
  readonly contactId: RecordId;
  readonly at: Instant;
  readonly priority: string;
  /** A hand-raise reason, a gate, or `wake`. */
  readonly cause: string;
  /** What the score and the gate said; undefined for a raised hand, which asks for neither. */
  readonly grade?: string | undefined;
  readonly band?: string | undefined;
  readonly gate?: string | undefined;
  readonly version: number;
}

/** The stage was entered, or a later one. */
export const hasPassed = ({ furthest }: Attempt, stage: Milestone): boolean =>
  furthest !== undefined && rankOf(furthest) >= rankOf(stage);

/** An attempt with the decision that made it an AQL; none where HubSpot itself did. */
export interface DecidedAttempt {
  readonly attempt: Attempt;
  readonly aql: FrozenAql | undefined;
}

/** Attempts by person, oldest first, each with its first decision: the one made while it was the person's latest. */
export function withDecisions(
  attempts: readonly Attempt[],
  aqls: readonly FrozenAql[],
): Map<RecordId, DecidedAttempt[]> {
  const decided = Map.groupBy(aqls, ({ contactId }) => contactId);
  return new Map(
    [...Map.groupBy(attempts, ({ contactId }) => contactId)].map(([contactId, own]) => {
      const ordered = own.toSorted((a, b) => a.startedAt - b.startedAt || a.attempt - b.attempt);
      const decisions = (decided.get(contactId) ?? []).toSorted((a, b) => a.at - b.at);
      return [
        contactId,
        ordered.map((attempt, place) => {
          const until = ordered[place + 1]?.startedAt ?? Number.POSITIVE_INFINITY;
          return { attempt, aql: decisions.find(({ at }) => at >= attempt.startedAt && at < until) };
        }),
      ];
    }),
  );
}
