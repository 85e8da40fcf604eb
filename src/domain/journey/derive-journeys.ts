import type { DefinitionSet } from '../definitions/definition-set.ts';
import type { RecordId } from '../values/ids.ts';
import { classifySource } from './classify-source.ts';
import type { StageMap } from './deal-stage.ts';
import type { Fact } from './fact.ts';
import type { Journey, Visit } from './journey.ts';
import { type Milestone, trackOf } from './milestone.ts';
import { endOf } from './standing.ts';
import { compareMoves, contactMoves, dealMoves, type Move } from './timeline.ts';
import { visitsOfMoves } from './visits-of-moves.ts';

export interface DealHistory {
  readonly dealId: RecordId;
  readonly facts: readonly Fact[];
}

export interface PersonHistory {
  readonly contactId: RecordId;
  readonly facts: readonly Fact[];
  /** The deals whose origin journey is this person's (design D6); others join without converting. */
  readonly deals: readonly DealHistory[];
}

/** An attempt while it is being read off the moves; visits still lack their exits. */
interface Draft {
  moves: Move[];
  dealIds: RecordId[];
}

/**
 * Reads a person's journeys off what was observed: a pure function of the set of facts, so neither the order nor the repetition of
 * their arrival matters.
 *
 * A new attempt begins with a person-track entry after the attempt before has ended, or with a further deal; but only when the
 * attempt before has a person-track entry of its own. So a deal outcome older than the person's first entry belongs to the first
 * attempt, which is then *early*. Where a stage's policy is to continue the attempt, coming back to it after a side exit or a loss does.
 */
export function deriveJourneys(person: PersonHistory, definitions: DefinitionSet, stages: StageMap): Journey[] {
  return draftAttempts(movesOf(person, definitions, stages), definitions).map((draft, index) =>
    finish(draft, index + 1, person, definitions),
  );
}

function movesOf(person: PersonHistory, definitions: DefinitionSet, stages: StageMap): Move[] {
  const deals = person.deals.flatMap((deal) => dealMoves(deal.facts, stages));
  const hasWonDeal = deals.some((move) => move.milestone === 'WON');
  return [...contactMoves(person.facts, definitions, hasWonDeal), ...deals].sort(compareMoves);
}

function draftAttempts(moves: readonly Move[], definitions: DefinitionSet): Draft[] {
  const drafts: Draft[] = [];
  for (const move of moves) {
    const owner = drafts.find(
      (draft) => draft.dealIds.includes(move.fact.record.id) && move.fact.record.type === 'deal',
    );
    const target = owner ?? attemptFor(move, drafts, definitions);
    if (!target || isToldAgain(move, target, definitions)) continue;
    target.moves.push(move);
    if (move.fact.record.type === 'deal' && !owner) target.dealIds.push(move.fact.record.id);
  }
  return drafts;
}

/** Only the first of several values counts; where an attempt is continued, the first after its end as well. */
function isToldAgain({ once, milestone }: Move, { moves }: Draft, definitions: DefinitionSet): boolean {
  if (!once) return false;
  const last = moves.findLastIndex((earlier) => earlier.milestone === milestone);
  const hasEndedSince = moves.slice(last).some((later) => later.milestone && trackOf(later.milestone) === 'exit');
  return last >= 0 && !(hasEndedSince && isContinued(milestone, definitions));
}

/**
 * The attempt a move belongs to; begins one where the rules ask for it. None for a side exit or a clearing with nothing to leave,
 * and for a working status set on somebody already won: that is care for a customer, not a new attempt.
 */
function attemptFor(move: Move, drafts: Draft[], definitions: DefinitionSet): Draft | undefined {
  const current = drafts.at(-1);
  const opens = move.milestone !== undefined && trackOf(move.milestone) !== 'exit';
  if (current === undefined) return opens ? begin(drafts) : undefined;
  if (!opens || !hasPersonEntry(current)) return current;
  const ended = endOf(visitsOfMoves(current.moves));
  const isAftercare = move.once && ended?.milestone === 'WON';
  if (isAftercare) return undefined;
  const isFurtherDeal = move.fact.record.type === 'deal' && current.dealIds.length > 0;
  if (!isFurtherDeal && (!ended || continues(move, current, ended, definitions))) return current;
  return begin(drafts);
}

function continues({ milestone }: Move, { moves }: Draft, ended: Visit, definitions: DefinitionSet): boolean {
  if (ended.milestone === 'WON' || !isContinued(milestone, definitions)) return false;
  return moves.some((earlier) => earlier.milestone === milestone);
}

const isContinued = (milestone: Milestone | undefined, { stages }: DefinitionSet): boolean =>
  milestone !== undefined && stages[milestone]?.reentry === 'same_attempt';

function begin(drafts: Draft[]): Draft {
  const draft: Draft = { moves: [], dealIds: [] };
  drafts.push(draft);
  return draft;
}

const hasPersonEntry = (draft: Draft): boolean =>
  draft.moves.some((move) => move.milestone !== undefined && trackOf(move.milestone) === 'person');

function finish(draft: Draft, attempt: number, person: PersonHistory, definitions: DefinitionSet): Journey {
  const visits = visitsOfMoves(draft.moves);
  const startedAt = Math.min(...visits.map((visit) => visit.enteredAt));
  return {
    contactId: person.contactId,
    attempt,
    visits,
    dealIds: draft.dealIds,
    startedAt,
    ended: endedBy(visits),
    early: isEarly(visits),
    ...classifySource(person.facts, startedAt, definitions),
  };
}

function endedBy(visits: readonly Visit[]): Journey['ended'] {
  const end = endOf(visits);
  return end && { milestone: end.milestone, at: end.enteredAt };
}

function isEarly(visits: readonly Visit[]): boolean {
  const firstPerson = visits.find((visit) => visit.track === 'person');
  return (
    firstPerson !== undefined && visits.some((visit) => isOutcome(visit) && visit.enteredAt < firstPerson.enteredAt)
  );
}

const isOutcome = (visit: Visit): boolean => visit.milestone === 'WON' || visit.milestone === 'LOST';
