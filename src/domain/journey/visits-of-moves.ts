import type { Instant } from '../values/instant.ts';
import type { Visit } from './journey.ts';
import { trackOf } from './milestone.ts';
import type { Move } from './timeline.ts';

/**
 * The visits that moves in order make: each entry gets its exit, which is the next move of a person (for a person's stage also a
 * deal's move: the journey has gone on), the next move of the same deal, or a clearing of the property that carried it.
 */
export function visitsOfMoves(moves: readonly Move[]): Visit[] {
  return moves.flatMap((move, index) => {
    if (move.milestone === undefined || isRepeat(moves, index)) return [];
    const leave = moves.slice(index + 1).find((later) => leaves(move, later));
    return [visitOf(move, move.milestone, leave?.at)];
  });
}

const visitOf = (move: Move, milestone: Visit['milestone'], exitedAt: Instant | undefined): Visit => ({
  milestone,
  track: trackOf(milestone),
  enteredAt: move.at,
  exitedAt,
  basis: move.basis,
  dated: move.dated,
  carrier: { ...move.fact.record, property: move.fact.property },
});

/** Whether `later` ends the stay that `move` began. */
function leaves(move: Move, later: Move): boolean {
  if (move.fact.record.type === 'deal') return isSameRecord(move, later) && later.milestone !== move.milestone;
  if (later.milestone === undefined) return later.fact.property === move.fact.property;
  return later.milestone !== move.milestone;
}

/** The same milestone told again while the stay goes on, as when two properties carry it. */
function isRepeat(moves: readonly Move[], index: number): boolean {
  const move = moves[index];
  if (!move) return false;
  const before = moves.slice(0, index).findLast((earlier) => laneOf(earlier) === laneOf(move));
  return before !== undefined && before.milestone === move.milestone;
}

const laneOf = (move: Move): string => (move.fact.record.type === 'deal' ? `deal ${move.fact.record.id}` : 'person');

const isSameRecord = (a: Move, b: Move): boolean =>
  a.fact.record.type === b.fact.record.type && a.fact.record.id === b.fact.record.id;
