import type { RecordKey } from '../journey/fact.ts';
import type { Visit } from '../journey/journey.ts';
import type { Milestone } from '../journey/milestone.ts';
import { type Instant, toIso } from '../values/instant.ts';
import type { FunnelJourney } from './journey-columns.ts';

/** A stage entry that came before its cause, addressed by the change that told of it. */
export interface TimeProblem {
  readonly carrier: RecordKey & { readonly property: string };
  readonly at: Instant;
  readonly reason: string;
}

/**
 * First entries that precede the first entry of an earlier place of the path. Such journeys count; the pair is left out of durations.
 * Each entry is listed once, against the earliest place it contradicts.
 */
export function timeProblems(
  journeys: readonly FunnelJourney[],
  path: readonly Milestone[],
  asOf: Instant,
): TimeProblem[] {
  return journeys.flatMap((journey) => {
    const firsts = path.flatMap((milestone) => firstDated(journey.visits, milestone, asOf) ?? []);
    return firsts.flatMap((visit, place) => {
      const cause = firsts.slice(0, place).find((earlier) => earlier.enteredAt > visit.enteredAt);
      return cause ? [{ carrier: visit.carrier, at: visit.enteredAt, reason: reasonOf(visit, cause) }] : [];
    });
  });
}

const firstDated = (visits: readonly Visit[], milestone: Milestone, asOf: Instant): Visit | undefined =>
  visits
    .filter((visit) => visit.milestone === milestone && visit.enteredAt <= asOf && visit.dated)
    .reduce<Visit | undefined>(
      (first, visit) => (!first || visit.enteredAt < first.enteredAt ? visit : first),
      undefined,
    );

const reasonOf = (visit: Visit, cause: Visit): string =>
  `${visit.milestone} at ${toIso(visit.enteredAt)} comes before ${cause.milestone} at ${toIso(cause.enteredAt)}; the journey counts, its durations between the two do not`;
