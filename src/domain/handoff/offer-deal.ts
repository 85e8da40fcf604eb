import { MINUTE_MS } from '../values/instant.ts';
import { localMoment } from '../values/calendar.ts';
import type { Step, WorkContext, WorkDeal, WorkPerson } from './work.ts';
import type { Handoff, Intent } from './handoff.ts';
import type { Dealer } from './roster.ts';

/**
 * A meeting-set opportunity is offered to its owner if that is an AE, else to the next AE in turn, with the clock of S2-17; whoever
 * made the deal, we or a person.
 */
export function offerDeal(deal: WorkDeal, people: readonly WorkPerson[], context: WorkContext, dealer: Dealer): Step {
  const stay = deal.visits.at(-1);
  if (stay?.milestone !== 'MQO' || stay.enteredAt < context.liveAt) return {};
  const handoffId = `mqo-${deal.dealId}-${stay.enteredAt}`;
  if (context.handoffs.some((handoff) => handoff.handoffId === handoffId)) return {};
  const ownerId = dealer.isMember('ae', deal.ownerId) ? deal.ownerId : dealer.next('ae');
  const origin = people.find((person) => person.contactId === deal.contactId);
  const lead = context.handoffs.findLast(({ kind, contactId }) => kind === 'lead' && contactId === deal.contactId);
  const handoff: Handoff = {
    handoffId,
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
      startedAt: stay.enteredAt,
      dueAt: stay.enteredAt + context.rules.mqoDecision.limit * MINUTE_MS,
    },
  };
  return { handoffs: [handoff], intents: ownerId === undefined ? [] : intentsOf(deal, handoff, ownerId, context) };
}

function intentsOf(
  deal: WorkDeal,
  { handoffId, clock }: Handoff,
  ownerId: string,
  { now, zone }: WorkContext,
): Intent[] {
  const record = { type: 'deal', id: deal.dealId } as const;
  const task: Intent = {
    kind: 'create_task',
    key: `task-${handoffId}`,
    handoffId,
    record: { type: 'task', id: `task-${handoffId}` },
    content: {
      linkTo: record,
      ownerId,
      subject: 'Meeting set: accept or reject the opportunity',
      body: `A meeting was booked. Next step: accept with amount and close date, or reject with a reason, on the Handoff card by ${localMoment(clock.dueAt, zone)}.`,
      dueAt: clock.dueAt,
      remindAt: now,
    },
  };
  if (deal.ownerId === ownerId) return [task];
  const changes = { hubspot_owner_id: { from: deal.ownerId ?? '', to: ownerId } };
  return [{ kind: 'set', key: `offer-${handoffId}`, handoffId, record, changes }, task];
}
