import type { Fact } from '../journey/fact.ts';
import { isBeingWorked } from '../qualification/barrier.ts';
import {
  inForceAt,
  type InForce,
  type PersonRecord,
  type Qualification,
  standingAt,
  withoutOurs,
} from '../qualification/replay-person.ts';
import { SIGNAL } from '../touch/signal.ts';
import { TOUCH } from '../touch/touch.ts';
import type { Instant } from '../values/instant.ts';

/** How many open journeys of an account's people are at AQL or later, from an instant on. */
export interface WorkedFrom {
  readonly at: Instant;
  readonly worked: number;
}

export interface ReplayedMember {
  readonly person: PersonRecord;
  /** What a replay made of the person. */
  readonly qualified: readonly Qualification[];
}

/** Whenever that number changes, oldest first; none before. */
export function workedPeople(
  members: readonly ReplayedMember[],
  timeline: readonly InForce[],
  liveAt: Instant,
): WorkedFrom[] {
  const changes = members.flatMap((member) => changesOf(member, timeline, liveAt)).sort((a, b) => a.at - b.at);
  let worked = 0;
  return [...Map.groupBy(changes, ({ at }) => at)].map(([at, own]) => {
    worked += own.reduce((sum, { by }) => sum + by, 0);
    return { at, worked };
  });
}

function changesOf({ person, qualified }: ReplayedMember, timeline: readonly InForce[], liveAt: Instant) {
  const own = withoutOurs(person.facts, liveAt);
  const told = [...own.filter(movesSomebody), ...person.deals.flatMap(({ facts }) => facts)];
  const instants = new Set([...told.map(({ knownAt }) => knownAt), ...qualified.map(({ at }) => at)]);
  let before = 0;
  return [...instants]
    .sort((a, b) => a - b)
    .map((at) => {
      const { definitions, stages } = inForceAt(at, timeline);
      const then = qualified.filter((each) => each.at <= at);
      const worked = standingAt(at, person, own, then, definitions, stages).journeys.filter(isBeingWorked).length;
      const by = worked - before;
      before = worked;
      return { at, by };
    })
    .filter(({ by }) => by !== 0);
}

const movesSomebody = ({ property }: Fact): boolean => property !== TOUCH && property !== SIGNAL;
