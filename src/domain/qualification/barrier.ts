import type { Handoff } from '../handoff/handoff.ts';
import { DECIDED_STAGE, type Fact } from '../journey/fact.ts';
import type { Journey } from '../journey/journey.ts';
import { rankOf } from '../journey/milestone.ts';
import { stageIn } from '../journey/standing.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../values/instant.ts';

/** Property of the facts that say a disqualification was taken back; the value is the coded reason. Not a property of HubSpot. */
export const REINSTATED = 'l2r_reinstated';

/** Why somebody does not become an AQL now, whatever the score. `until` where it ends by itself. */
export interface Barrier {
  readonly why: 'being_worked' | 'disqualified' | 'embargo';
  readonly until?: Instant | undefined;
}

/** Ends after which somebody is left in peace for a while (S2-23). */
const RESTING = ['RECYCLED', 'REJECTED', 'UNRESPONSIVE', 'DISQUALIFIED'];

/** Where a person stands, as it is known. */
interface Standing {
  readonly facts: readonly Fact[];
  readonly journeys: readonly Journey[];
  readonly handoffs: readonly Handoff[];
  /** Since when somebody with the same address is disqualified. */
  readonly barredAt?: Instant | undefined;
}

/** What stands between a person and the gate at an instant; none when the gate may be asked. */
export function barrierOf(
  { facts, journeys, handoffs, barredAt }: Standing,
  embargoDays: number,
  at: Instant,
): Barrier | undefined {
  if (isDisqualified(facts, barredAt)) return { why: 'disqualified' };
  const current = journeys.at(-1);
  if (!current) return undefined;
  if (isBeingWorked(current)) return { why: 'being_worked' };
  const { ended } = current;
  if (!ended || !RESTING.includes(ended.milestone)) return undefined;
  if (ended.milestone === 'DISQUALIFIED' && (reinstatedAt(facts) ?? 0) >= ended.at) return undefined;
  const until = wakeAfter(ended.at, handoffs) ?? ended.at + embargoDays * DAY_MS;
  return at < until ? { why: 'embargo', until } : undefined;
}

/**
 * Decided by us, and not taken back since (S2-25). What people set in HubSpot itself ends a journey and binds nobody for ever. A contact
 * brings along what was decided about those merged into it, so a merge does not lift it; nor does another record with the same address.
 *
 * @param barredAt  since when somebody with the same address is disqualified
 */
export function isDisqualified(facts: readonly Fact[], barredAt?: Instant): boolean {
  const last = lastWord(facts);
  if (barredAt !== undefined && (last === undefined || last.occurredAt < barredAt)) return true;
  return last?.property === DECIDED_STAGE;
}

/** The decision by which somebody is disqualified now; none for those who are not, or only by their address. */
export function disqualificationIn(facts: readonly Fact[]): Fact | undefined {
  const last = lastWord(facts);
  return last?.property === DECIDED_STAGE ? last : undefined;
}

/** When a disqualification was taken back, if that is the last word. */
export function reinstatedAt(facts: readonly Fact[]): Instant | undefined {
  const last = lastWord(facts);
  return last?.property === REINSTATED ? last.occurredAt : undefined;
}

const lastWord = (facts: readonly Fact[]): Fact | undefined =>
  facts
    .filter(
      ({ property, value }) => property === REINSTATED || (property === DECIDED_STAGE && value === 'DISQUALIFIED'),
    )
    .reduce<Fact | undefined>((a, b) => (a && a.occurredAt > b.occurredAt ? a : b), undefined);

export function isBeingWorked(journey: Journey): boolean {
  const stage = stageIn(journey.visits);
  return stage !== undefined && rankOf(stage.milestone) >= rankOf('AQL');
}

/** When the lead that was recycled then is to come back, where a reason with a delay was given (S2-22). */
const wakeAfter = (endedAt: Instant, handoffs: readonly Handoff[]): Instant | undefined =>
  handoffs.findLast(
    ({ state, decidedAt, wakeAt }) =>
      state === 'recycled' &&
      wakeAt !== undefined &&
      decidedAt !== undefined &&
      Math.abs(decidedAt - endedAt) <= MINUTE_MS,
  )?.wakeAt;
