import type { WorkRules } from '../definitions/work-rules.ts';
import type { Fact } from '../journey/fact.ts';
import type { Journey } from '../journey/journey.ts';
import { stageIn } from '../journey/standing.ts';
import { valueAt } from '../journey/timeline.ts';
import { isDisqualified } from '../qualification/barrier.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { decided } from './close-handoff.ts';
import { type Change, closeTasks, type Handoff, type Intent } from './handoff.ts';
import type { Actor, Refusal } from './respond.ts';
import type { Step } from './work.ts';

/** Somebody who may be disqualified or reinstated, as far as that is known. */
export interface Candidate {
  readonly contactId: RecordId;
  readonly facts: readonly Fact[];
  readonly journeys: readonly Journey[];
  /** The latest offer of this lead. */
  readonly handoff?: Handoff | undefined;
  /** Since when somebody with the same address is disqualified. */
  readonly barredAt?: Instant | undefined;
}

/**
 * The person is no buyer and never comes back as an AQL (S2-25): decided at once, whatever HubSpot makes of it. What was offered ends with
 * it, and HubSpot is asked to say so too.
 */
export function disqualify(
  { contactId, facts, journeys, handoff, barredAt }: Candidate,
  { userId }: Actor,
  reason: string,
  rules: WorkRules,
  now: Instant,
): Step | Refusal {
  if (isDisqualified(facts, barredAt)) return { refused: 'conflict', why: 'This person is disqualified already.' };
  if (handoff?.click) return { refused: 'conflict', why: 'A decision about this lead waits for HubSpot.' };
  if (stageIn(journeys.at(-1)?.visits ?? [])?.track === 'deal')
    return { refused: 'invalid', why: 'The lead has become an opportunity: decide about it on its deal.' };
  if (!rules.disqualifyReasons.some(({ value }) => value === reason))
    return { refused: 'invalid', why: 'Choose a reason for disqualifying.' };
  const ended = handoff && isOpen(handoff) ? decided(handoff, 'rejected', now, userId, reason) : undefined;
  const { property, value } = rules.writes.DISQUALIFIED;
  const status = { from: valueAt(facts, property, now), to: value };
  const record = { type: 'contact', id: contactId } as const;
  return {
    decisions: [
      { record, milestone: 'DISQUALIFIED', at: now, evidence: { handoffId: ended?.handoffId ?? null, userId, reason } },
    ],
    handoffs: ended ? [ended] : [],
    intents: [...(ended ? closeTasks(ended) : []), ask(`disqualify-${contactId}-${now}`, contactId, property, status)],
  };
}

/** A disqualification is taken back, with a reason: the person counts again from now on. */
export function reinstate(
  { contactId, facts, barredAt }: Candidate,
  { userId }: Actor,
  reason: string,
  rules: WorkRules,
  now: Instant,
): Step | Refusal {
  if (!isDisqualified(facts, barredAt)) return { refused: 'conflict', why: 'This person is not disqualified.' };
  if (!rules.reinstateReasons.some(({ value }) => value === reason))
    return { refused: 'invalid', why: 'Choose a reason for reinstating.' };
  const { property, value } = rules.writes.DISQUALIFIED;
  const isStill = valueAt(facts, property, now) === value;
  return {
    reinstatements: [{ record: { type: 'contact', id: contactId }, reason, at: now, evidence: { userId, reason } }],
    intents: isStill ? [ask(`reinstate-${contactId}-${now}`, contactId, property, { from: value, to: '' })] : [],
  };
}

/** Something is left to decide about the offer, or is being worked because of it. */
export const isOpen = ({ state }: Handoff): boolean => state === 'offered' || state === 'accepted';

const ask = (key: string, contactId: RecordId, property: string, change: Change): Intent => ({
  kind: 'set',
  key,
  record: { type: 'contact', id: contactId },
  changes: { [property]: change },
});
