import type { Visit } from '../journey/journey.ts';
import { isExit, type Milestone, rankOf } from '../journey/milestone.ts';
import type { Instant } from '../values/instant.ts';
import type { Step, WorkContext, WorkDeal, WorkPerson } from './work.ts';
import { closeTasks, type Handoff, type HandoffState, stopClock } from './handoff.ts';

/**
 * An offer that was settled in HubSpot itself, by moving the lead or the deal there or deleting it (design D8): it is closed with the
 * moment of that move. A pending click is left to what HubSpot answers.
 */
export function closeHandoff(
  handoff: Handoff,
  people: readonly WorkPerson[],
  deals: readonly WorkDeal[],
  { gone, now }: Pick<WorkContext, 'gone' | 'now'>,
): Step {
  if (handoff.state !== 'offered' || handoff.click) return {};
  const about = handoff.kind === 'lead' ? handoff.contactId : handoff.dealId;
  if (about !== undefined && gone.has(about)) return close(decided(handoff, 'rejected', now, undefined, 'deleted'));
  const visits =
    handoff.kind === 'lead'
      ? people.find(({ contactId }) => contactId === handoff.contactId)?.journeys.flatMap((journey) => journey.visits)
      : deals.find(({ dealId }) => dealId === handoff.dealId)?.visits;
  const gate: Milestone = handoff.kind === 'lead' ? 'MAL' : 'SQO';
  const move = visits?.find((visit) => settles(visit, gate, handoff));
  if (!move) return {};
  const state = stateAfter(move.milestone);
  const reason = state === 'accepted' ? undefined : move.milestone.toLowerCase();
  return close(decided(handoff, state, move.enteredAt, undefined, reason));
}

const close = (handoff: Handoff): Step => ({ handoffs: [handoff], intents: closeTasks(handoff) });

/** Somebody may have gone to work on it before the offer was made; an end before the offer is the end of something else. */
function settles({ milestone, enteredAt }: Visit, gate: Milestone, { offeredAt, clock }: Handoff): boolean {
  if (isExit(milestone)) return enteredAt >= offeredAt;
  return rankOf(milestone) >= rankOf(gate) && enteredAt >= clock.startedAt;
}

function stateAfter(milestone: Milestone): HandoffState {
  if (milestone === 'RECYCLED') return 'recycled';
  return isExit(milestone) ? 'rejected' : 'accepted';
}

/** The handoff with its outcome; whatever it is, it answers the clock. */
export const decided = (
  handoff: Handoff,
  state: HandoffState,
  at: Instant,
  by: string | undefined,
  reason: string | undefined,
): Handoff => ({
  ...handoff,
  state,
  click: undefined,
  decidedAt: at,
  decidedBy: by,
  reason,
  refusal: undefined,
  clock: stopClock(handoff.clock, at),
});
