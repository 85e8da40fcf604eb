import type { DefinitionSet } from '../definitions/definition-set.ts';
import { compareIds } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { MINUTE_MS } from '../values/instant.ts';
import { type StageMap, stageKey } from './deal-stage.ts';
import { compareFacts, DECIDED_STAGE, type Fact } from './fact.ts';
import type { Basis } from './journey.ts';
import { type Milestone, rankOf } from './milestone.ts';

/** A move of one record on one track: into a milestone, or (`milestone` undefined) out of every stage we know. */
export interface Move {
  readonly milestone: Milestone | undefined;
  readonly at: Instant;
  readonly basis: Basis;
  readonly dated: boolean;
  readonly fact: Fact;
  /** Only the first move of this kind in an attempt counts. */
  readonly once: boolean;
}

/** A cleared stage followed this soon by another value is one backward move in two writes, not a visit to nowhere. */
const BLINK_MS = MINUTE_MS;

/**
 * The moves a contact's own properties tell, in order.
 *
 * @param hasWonDeal the derived "won" of a customer holds only without one
 */
export function contactMoves(facts: readonly Fact[], definitions: DefinitionSet, hasWonDeal: boolean): Move[] {
  const moves = definitions.contactCarriers.flatMap((carrier) =>
    changesOf(facts, carrier.property)
      .filter((fact) => !fact.isEcho)
      .filter((fact) => (fact.value === '' && !carrier.once) || carrier.milestones[fact.value] !== undefined)
      .map((fact) => moveOf(fact, carrier.milestones[fact.value], carrier.once)),
  );
  const won = hasWonDeal ? undefined : firstCustomer(facts, definitions);
  return [...moves, ...decidedMoves(facts), ...(won ? [won] : [])].sort(compareMoves);
}

/** Stages we decided ourselves. */
const decidedMoves = (facts: readonly Fact[]): Move[] =>
  facts.filter((fact) => fact.property === DECIDED_STAGE).map((fact) => moveOf(fact, fact.value as Milestone, false));

/** The moves of one deal through its pipelines, in order. A change of pipeline counts with the stage the deal then has. */
export function dealMoves(facts: readonly Fact[], stages: StageMap): Move[] {
  const pipelines = changesOf(facts, 'pipeline');
  const moves = changesOf(facts, 'dealstage')
    .filter((fact) => !fact.isEcho)
    .map((fact) => moveOf(fact, stages.get(stageKey(pipelineAt(pipelines, fact.occurredAt), fact.value)), false))
    .filter((move) => move.milestone !== undefined);
  return [...moves, ...decidedMoves(facts)].sort(compareMoves);
}

/** The value a property had at an instant, '' when none was known by then. */
export function valueAt(facts: readonly Fact[], property: string, at: Instant): string {
  const last = changesOf(facts, property).findLast((fact) => fact.occurredAt <= at);
  return last?.value ?? '';
}

/** A property's values over time without repeats and without blinks. */
export function changesOf(facts: readonly Fact[], property: string): Fact[] {
  const own = facts.filter((fact) => fact.property === property).sort(compareFacts);
  return own
    .filter((fact, index) => !isBlink(fact, own.slice(index + 1)))
    .filter((fact, index, kept) => fact.value !== (kept[index - 1]?.value ?? ''));
}

function isBlink(fact: Fact, later: readonly Fact[]): boolean {
  if (fact.value !== '') return false;
  const next = later.find((each) => each.value !== '');
  return next !== undefined && next.occurredAt - fact.occurredAt <= BLINK_MS;
}

/** A pipeline set in the same write as the stage may carry a later stamp by a few milliseconds; a deal is never without one. */
const pipelineAt = (pipelines: readonly Fact[], at: Instant): string =>
  (pipelines.findLast((fact) => fact.occurredAt <= at) ?? pipelines[0])?.value ?? 'default';

function moveOf(fact: Fact, milestone: Milestone | undefined, once: boolean): Move {
  return { milestone, at: fact.occurredAt, basis: fact.dated ? 'observed' : 'derived', dated: fact.dated, fact, once };
}

function firstCustomer(facts: readonly Fact[], { derivedWon }: DefinitionSet): Move | undefined {
  if (!derivedWon) return undefined;
  const fact = changesOf(facts, derivedWon.property).find((each) => each.value === derivedWon.value);
  return fact && { ...moveOf(fact, 'WON', true), basis: 'derived' };
}

/** By time; within one instant forward along the spine, a clearing first; then by id. */
export function compareMoves(a: Move, b: Move): number {
  return (
    a.at - b.at ||
    placeOf(a) - placeOf(b) ||
    compareIds(a.fact.record.id, b.fact.record.id) ||
    compareFacts(a.fact, b.fact)
  );
}

const placeOf = (move: Move): number => (move.milestone === undefined ? -1 : rankOf(move.milestone));
