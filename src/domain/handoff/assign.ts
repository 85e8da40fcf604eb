import type { WorkRules } from '../definitions/work-rules.ts';
import type { RecordKey } from '../journey/fact.ts';
import { localMoment } from '../values/calendar.ts';
import type { Handoff, Intent } from './handoff.ts';
import type { Step, WorkContext } from './work.ts';

/**
 * Gives an open offer to somebody: owner of the record, and a task. Whoever had it before no longer has the task.
 *
 * @param recordOwner  whose the record is in HubSpot now
 */
export function assign(handoff: Handoff, ownerId: string, recordOwner: string, context: WorkContext): Step {
  const { handoffId } = handoff;
  const record = recordOf(handoff);
  if (!record) return {};
  const assigned = { ...handoff, ownerId };
  const owner: Intent = {
    kind: 'set',
    key: `assign-${handoffId}-${ownerId}`,
    handoffId,
    record,
    changes: { hubspot_owner_id: { from: recordOwner, to: ownerId } },
  };
  const task: Intent =
    handoff.ownerId === undefined
      ? taskFor(assigned, ownerId, context)
      : {
          kind: 'set',
          key: `retask-${handoffId}-${ownerId}`,
          handoffId,
          record: { type: 'task', id: `task-${handoffId}` },
          changes: { hubspot_owner_id: { to: ownerId } },
        };
  return { handoffs: [assigned], intents: recordOwner === ownerId ? [task] : [owner, task] };
}

/** The record an offer is about. */
export function recordOf({ kind, contactId, dealId, companyId }: Handoff): RecordKey | undefined {
  if (kind === 'account') return companyId === undefined ? undefined : { type: 'company', id: companyId };
  if (kind === 'lead') return contactId === undefined ? undefined : { type: 'contact', id: contactId };
  return dealId === undefined ? undefined : { type: 'deal', id: dealId };
}

/** The task of an offer: why now, and what to do by when (S5-30). */
export function taskFor(handoff: Handoff, ownerId: string, context: WorkContext): Intent {
  const { now, zone } = context;
  const { handoffId, kind, clock, priority = 'P1' } = handoff;
  const linkTo = recordOf(handoff);
  if (!linkTo) throw new Error(`Handoff ${handoffId} belongs to no record.`);
  const reason = causeLabel(handoff.cause, context.rules, context.gates);
  const due = localMoment(clock.dueAt, zone);
  const [subject, body] =
    kind === 'lead'
      ? [
          `${priority}: ${reason}`,
          `Why now: ${reason}, at ${localMoment(clock.startedAt, zone)}. Next step: respond by ${due} and accept on the Lead card.`,
        ]
      : [
          'Meeting set: accept or reject the opportunity',
          `A meeting was booked. Next step: accept with amount and close date, or reject with a reason, on the Handoff card by ${due}.`,
        ];
  return {
    kind: 'create_task',
    key: `task-${handoffId}`,
    handoffId,
    record: { type: 'task', id: `task-${handoffId}` },
    content: { linkTo, ownerId, subject, body, dueAt: clock.dueAt, remindAt: now },
  };
}

/** Why a lead is offered, in words: the raised hand, the gate it passed, or that its time has come. */
export function causeLabel(
  cause: string,
  rules: Pick<WorkRules, 'handRaise'> | undefined,
  gates: readonly { readonly id: string; readonly label: string }[],
): string {
  if (cause === 'wake') return 'Its time has come again';
  return (
    rules?.handRaise.reasons.find(({ value }) => value === cause)?.label ??
    gates.find(({ id }) => id === cause)?.label ??
    cause
  );
}
