import type { AccountRules } from '../definitions/account-rules.ts';
import type { WorkRules } from '../definitions/work-rules.ts';
import { decided } from '../handoff/close-handoff.ts';
import { type Change, type Click, clickKey, closeTasks, type Handoff } from '../handoff/handoff.ts';
import { type Actor, type Refusal, type Response, taken } from '../handoff/respond.ts';
import type { Fact } from '../journey/fact.ts';
import { valueAt } from '../journey/timeline.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';

/** Somebody takes the account and will look for a person: the clock stops. Nothing in HubSpot has to agree. */
export function acceptAccount(handoff: Handoff, actor: Actor, now: Instant): Response | Refusal {
  if (handoff.click || handoff.state !== 'offered') return taken(handoff);
  return closed({
    ...decided(handoff, 'accepted', now, actor.userId, undefined),
    ownerId: actor.ownerId ?? handoff.ownerId,
  });
}

/** The account is turned down, and not offered again until the pause is over. */
export function declineAccount(
  handoff: Handoff,
  actor: Actor,
  reason: string,
  rules: AccountRules,
  now: Instant,
): Response | Refusal {
  if (handoff.click || handoff.state !== 'offered') return taken(handoff);
  if (!rules.declineReasons.some(({ value }) => value === reason))
    return { refused: 'invalid', why: 'Choose a reason for declining.' };
  return closed(decided(handoff, 'rejected', now, actor.userId, reason));
}

const closed = (handoff: Handoff): Response => ({ handoff, intents: closeTasks(handoff), decisions: [] });

/**
 * A person of the account is chosen, and the journey starts: it is being worked (MAL) once HubSpot has taken owner and working status. It
 * never was an AQL (design D7).
 *
 * @param facts  of the person
 */
export function startWithPerson(
  handoff: Handoff,
  actor: Actor,
  contactId: RecordId,
  facts: readonly Fact[],
  { writes: { MAL } }: WorkRules,
  now: Instant,
): Response | Refusal {
  if (handoff.click || (handoff.state !== 'offered' && handoff.state !== 'accepted')) return taken(handoff);
  if (handoff.contactId !== undefined)
    return { refused: 'conflict', why: 'Somebody of this account is being worked already.' };
  const click: Click = { at: now, userId: actor.userId, outcome: 'accepted', contactId };
  const owner = valueAt(facts, 'hubspot_owner_id', now);
  const changes: Record<string, Change> = {
    [MAL.property]: { from: valueAt(facts, MAL.property, now), to: MAL.value },
  };
  const next = actor.ownerId ?? handoff.ownerId;
  if (next !== undefined && next !== owner) changes['hubspot_owner_id'] = { from: owner, to: next };
  const { handoffId } = handoff;
  const record = { type: 'contact', id: contactId } as const;
  return {
    handoff: { ...handoff, click, refusal: undefined },
    intents: [{ kind: 'set', key: clickKey(handoff, click), handoffId, record, changes }],
    decisions: [],
  };
}
