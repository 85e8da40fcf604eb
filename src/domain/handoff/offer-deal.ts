import { changesOf } from '../journey/timeline.ts';
import { type Instant, MINUTE_MS } from '../values/instant.ts';
import { taskFor } from './assign.ts';
import type { Handoff, Intent } from './handoff.ts';
import type { Dealer } from './roster.ts';
import type { Step, WorkContext, WorkDeal, WorkPerson } from './work.ts';

/**
 * A meeting-set opportunity is offered to its owner if that is an AE, else to the next AE in turn, with the clock of S2-17; whoever
 * made the deal, we or a person. One that was rejected is offered again when another meeting is booked.
 */
export function offerDeal(deal: WorkDeal, people: readonly WorkPerson[], context: WorkContext, dealer: Dealer): Step {
  const stay = deal.visits.at(-1);
  if (stay?.milestone !== 'MQO' || stay.enteredAt < context.liveAt) return {};
  const origin = people.find((person) => person.contactId === deal.contactId);
  const startedAt = dueToBeOffered(deal, stay.enteredAt, origin, context);
  if (startedAt === undefined) return {};
  const ownerId = dealer.isMember('ae', deal.ownerId) ? deal.ownerId : dealer.next('ae');
  const lead = context.handoffs.findLast(({ kind, contactId }) => kind !== 'mqo' && contactId === deal.contactId);
  const handoff: Handoff = {
    handoffId: `mqo-${deal.dealId}-${startedAt}`,
    kind: 'mqo',
    contactId: deal.contactId,
    attempt: origin?.journeys.find((journey) => journey.dealIds.includes(deal.dealId))?.attempt,
    dealId: deal.dealId,
    priority: lead?.priority,
    cause: 'meeting_booked',
    fromOwnerId: lead?.ownerId,
    ownerId,
    offeredAt: context.now,
    state: 'offered',
    clock: {
      kind: 'mqo_decision',
      startedAt,
      dueAt: startedAt + context.rules.mqoDecision.limit * MINUTE_MS,
    },
  };
  return { handoffs: [handoff], intents: ownerId === undefined ? [] : intentsOf(deal, handoff, ownerId, context) };
}

/** From when an offer's clock counts; undefined when the deal has one that is open or was not followed by another meeting. */
function dueToBeOffered(
  { dealId }: WorkDeal,
  enteredAt: Instant,
  origin: WorkPerson | undefined,
  { handoffs, rules }: WorkContext,
): Instant | undefined {
  const last = handoffs.findLast((handoff) => handoff.kind === 'mqo' && handoff.dealId === dealId);
  if (!last || last.clock.startedAt < enteredAt) return enteredAt;
  if (last.state !== 'rejected' || last.decidedAt === undefined) return undefined;
  const meeting = changesOf(origin?.facts ?? [], rules.meetingBooked).at(-1);
  return meeting && meeting.occurredAt > last.decidedAt ? meeting.occurredAt : undefined;
}

function intentsOf(deal: WorkDeal, handoff: Handoff, ownerId: string, context: WorkContext): Intent[] {
  const { handoffId } = handoff;
  const task = taskFor(handoff, ownerId, context);
  if (deal.ownerId === ownerId) return [task];
  const record = { type: 'deal', id: deal.dealId } as const;
  const changes = { hubspot_owner_id: { from: deal.ownerId ?? '', to: ownerId } };
  return [{ kind: 'set', key: `offer-${handoffId}`, handoffId, record, changes }, task];
}
