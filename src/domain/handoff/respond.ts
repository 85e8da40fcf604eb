import type { WorkRules } from '../definitions/work-rules.ts';
import type { Fact, RecordKey } from '../journey/fact.ts';
import { valueAt } from '../journey/timeline.ts';
import type { Instant } from '../values/instant.ts';
import { decided } from './close-handoff.ts';
import { type Change, type Click, clickKey, closeTasks, type Decision, type Handoff, type Intent } from './handoff.ts';

/** The user who clicked, and the owner that user is in HubSpot. */
export interface Actor {
  readonly userId: string;
  readonly ownerId?: string | undefined;
}

/** Why a click does nothing, in words for the person. `conflict`: somebody was faster. `invalid`: something is missing or wrong. */
export interface Refusal {
  readonly refused: 'conflict' | 'invalid';
  readonly why: string;
}

export interface Response {
  readonly handoff: Handoff;
  readonly intents: readonly Intent[];
  readonly decisions: readonly Decision[];
}

/** An SDR accepts the lead and will work it (MAL, S2-14); it counts when HubSpot has taken it. */
export function acceptLead(
  handoff: Handoff,
  actor: Actor,
  facts: readonly Fact[],
  rules: WorkRules,
  now: Instant,
): Response | Refusal {
  if (handoff.click || handoff.state !== 'offered') return taken(handoff);
  const { MAL } = rules.writes;
  const changes: Record<string, Change> = {
    [MAL.property]: { from: valueAt(facts, MAL.property, now), to: MAL.value },
  };
  const owner = valueAt(facts, 'hubspot_owner_id', now);
  if (actor.ownerId !== undefined && actor.ownerId !== owner)
    changes['hubspot_owner_id'] = { from: owner, to: actor.ownerId };
  return pending(handoff, { at: now, userId: actor.userId, outcome: 'accepted' }, contactOf(handoff), changes);
}

/** The SDR gives the lead back until a later time, with a reason (S2-21, S2-22); also after it was accepted. */
export function recycleLead(
  handoff: Handoff,
  actor: Actor,
  reason: string,
  facts: readonly Fact[],
  rules: WorkRules,
  now: Instant,
): Response | Refusal {
  if (handoff.click || (handoff.state !== 'offered' && handoff.state !== 'accepted')) return taken(handoff);
  if (!rules.recycleReasons.some(({ value }) => value === reason))
    return { refused: 'invalid', why: 'Choose a reason for recycling.' };
  const { RECYCLED } = rules.writes;
  const from = valueAt(facts, RECYCLED.property, now);
  const click: Click = { at: now, userId: actor.userId, outcome: 'recycled', reason };
  return pending(handoff, click, contactOf(handoff), { [RECYCLED.property]: { from, to: RECYCLED.value } });
}

export interface Opportunity {
  /** Decimal text above zero. */
  readonly amount: string;
  /** ISO instant that stands for the day. */
  readonly closeDate: string;
  readonly isPast: boolean;
  readonly stage: string;
}

/** An AE accepts the opportunity and puts an amount and a close date behind it (SQO, S2-18). */
export function acceptDeal(
  handoff: Handoff,
  actor: Actor,
  { amount, closeDate, isPast, stage }: Opportunity,
  facts: readonly Fact[],
  now: Instant,
): Response | Refusal {
  if (handoff.click || handoff.state !== 'offered') return taken(handoff);
  if (!(Number(amount) > 0)) return { refused: 'invalid', why: 'The amount must be above zero.' };
  if (isPast) return { refused: 'invalid', why: 'The close date must not be in the past.' };
  const changes: Record<string, Change> = {
    amount: { to: amount },
    closedate: { to: closeDate },
    dealstage: { from: valueAt(facts, 'dealstage', now), to: stage },
  };
  const owner = valueAt(facts, 'hubspot_owner_id', now);
  if (actor.ownerId !== undefined && actor.ownerId !== owner)
    changes['hubspot_owner_id'] = { from: owner, to: actor.ownerId };
  const click: Click = { at: now, userId: actor.userId, outcome: 'accepted' };
  return pending(handoff, click, { type: 'deal', id: dealOf(handoff) }, changes);
}

/** An AE rejects the opportunity with a reason; it goes back to the SDR who set the meeting (S2-17). Nothing in HubSpot has to agree. */
export function rejectDeal(
  handoff: Handoff,
  actor: Actor,
  reason: string,
  rules: WorkRules,
  now: Instant,
): Response | Refusal {
  if (handoff.click || handoff.state !== 'offered') return taken(handoff);
  const chosen = rules.rejectReasons.find(({ value }) => value === reason);
  if (!chosen) return { refused: 'invalid', why: 'Choose a reason for rejecting.' };
  const { handoffId, contactId, fromOwnerId } = handoff;
  const record = contactId === undefined ? undefined : ({ type: 'contact', id: contactId } as const);
  const back: Intent[] =
    record === undefined || fromOwnerId === undefined
      ? []
      : [
          {
            kind: 'create_task',
            key: `back-${handoffId}`,
            handoffId,
            record: { type: 'task', id: `back-${handoffId}` },
            content: {
              linkTo: record,
              ownerId: fromOwnerId,
              subject: `Opportunity rejected: ${chosen.label}`,
              body: `The account executive did not accept the opportunity: ${chosen.label}. Next step: work the lead on, or recycle it on the Lead card.`,
              dueAt: now,
              remindAt: now,
            },
          },
        ];
  const evidence = { handoffId, reason, userId: actor.userId };
  const closed = decided(handoff, 'rejected', now, actor.userId, reason);
  return {
    handoff: closed,
    intents: [...back, ...closeTasks(closed)],
    decisions: record === undefined ? [] : [{ record, milestone: 'REJECTED', at: now, evidence }],
  };
}

function pending(
  handoff: Handoff,
  click: Click,
  record: RecordKey,
  changes: Readonly<Record<string, Change>>,
): Response {
  const { handoffId } = handoff;
  return {
    handoff: { ...handoff, click, refusal: undefined },
    intents: [{ kind: 'set', key: clickKey(handoff, click), handoffId, record, changes }],
    decisions: [],
  };
}

const contactOf = ({ contactId, handoffId }: Handoff): RecordKey => {
  if (contactId === undefined) throw new Error(`Handoff ${handoffId} has no contact.`);
  return { type: 'contact', id: contactId };
};

function dealOf({ dealId, handoffId }: Handoff) {
  if (dealId === undefined) throw new Error(`Handoff ${handoffId} has no deal.`);
  return dealId;
}

/** Words for a click that comes too late; `{who}` is filled in by whoever knows the names. */
export const taken = ({ state, click }: Handoff): Refusal => ({
  refused: 'conflict',
  why: click ? '{who} has just decided this; HubSpot has still to confirm it.' : `{who} has already ${state} this.`,
});
