import { addWorkingMinutes, type WorkCalendar } from '../clock/working-time.ts';
import type { WorkRules } from '../definitions/work-rules.ts';
import type { Fact } from '../journey/fact.ts';
import type { Journey } from '../journey/journey.ts';
import { rankOf } from '../journey/milestone.ts';
import { valueAt } from '../journey/timeline.ts';
import { taskFor } from './assign.ts';
import type { Step, WorkContext, WorkPerson } from './work.ts';
import type { Change, Handoff } from './handoff.ts';
import type { Dealer } from './roster.ts';
import type { Assessment } from '../qualification/assess.ts';
import { isBeingWorked, isDisqualified, reinstatedAt } from '../qualification/barrier.ts';
import { cellOf } from '../scoring/score.ts';
import type { Instant } from '../values/instant.ts';

/** Property of the facts that say somebody raised a hand; the value is the coded reason. Not a property of HubSpot. */
export const HAND_RAISE = 'l2r_hand_raise';

/**
 * A hand-raiser becomes an AQL of priority P1 whatever the score (S2-07): P1 pierces the embargo (S2-24), never a disqualification
 * (S2-25). Else whoever has passed the gate becomes one of P2 (S2-08). Either goes to the next SDR in turn, with a clock. Somebody who is
 * already being worked is not qualified again; what a disqualified person did before being reinstated is not acted upon afterwards.
 */
export function qualify(person: WorkPerson, context: WorkContext, dealer: Dealer): Step {
  const current = person.journeys.at(-1);
  if (current && isBeingWorked(current)) return {};
  const raise = lastRaise(person.facts);
  const actFrom = Math.max(context.liveAt, reinstatedAt(person.facts) ?? context.liveAt);
  if (raise && raise.occurredAt >= actFrom && !isAnswered(raise, person.journeys)) {
    const { value: cause, occurredAt: startedAt } = raise;
    if (!isDisqualified(person.facts, person.barredAt))
      return offer(person, { priority: 'P1', cause, startedAt }, context, dealer);
    return { suppressed: [{ contactId: person.contactId, at: startedAt, priority: 'P1', cause, why: 'disqualified' }] };
  }
  const outcome = person.outcomes?.find(({ kind }) => kind === 'qualified');
  if (!outcome) return {};
  const cause = outcome.isWake ? 'wake' : (outcome.assessment.gate?.id ?? '');
  const reason = { priority: 'P2', cause, startedAt: context.now, assessment: outcome.assessment } as const;
  return offer(person, reason, context, dealer);
}

/** Why somebody qualifies, and since when the clock of the first response runs. */
interface Reason {
  readonly priority: 'P1' | 'P2';
  readonly cause: string;
  readonly startedAt: Instant;
  readonly assessment?: Assessment;
}

function offer(person: WorkPerson, reason: Reason, context: WorkContext, dealer: Dealer): Step {
  const ownerId = dealer.next('sdr');
  const handoff = offerOf(person, reason, ownerId, context);
  const record = { type: 'contact', id: person.contactId } as const;
  const { handoffId } = handoff;
  const { priority, cause, startedAt, assessment } = reason;
  const evidence = {
    handoffId,
    priority,
    cause,
    raisedAt: startedAt,
    ownerId: ownerId ?? null,
    piercedEmbargo: person.journeys.at(-1)?.ended?.milestone === 'RECYCLED',
    ...(assessment ? evidenceOf(assessment) : {}),
  };
  return {
    decisions: [{ record, milestone: 'AQL', at: context.now, evidence }],
    handoffs: [handoff],
    intents: [
      { kind: 'set', key: `qualify-${handoffId}`, handoffId, record, changes: changesOf(person, ownerId, context) },
      ...(ownerId === undefined ? [] : [taskFor(handoff, ownerId, context)]),
    ],
  };
}

/** What the gate saw, frozen with the decision (S1-03). */
const evidenceOf = ({ at, score, account, icp, target, gate }: Assessment) => ({
  assessedAt: at,
  gate: gate?.id ?? null,
  cell: cellOf(score),
  account,
  icp,
  target,
  ...score,
});

export const lastRaise = (facts: readonly Fact[]): Fact | undefined =>
  facts
    .filter((fact) => fact.property === HAND_RAISE)
    .reduce<Fact | undefined>((last, fact) => (!last || fact.occurredAt > last.occurredAt ? fact : last), undefined);

/** The raised hand already led to a qualification, or to more; or it was raised while the person was being worked. */
export const isAnswered = ({ occurredAt: raisedAt }: Fact, journeys: readonly Journey[]): boolean =>
  journeys.some((journey) => {
    const worked = journey.visits.filter((visit) => visit.track !== 'exit' && rankOf(visit.milestone) >= rankOf('AQL'));
    const wasWorked =
      worked.some((visit) => visit.enteredAt <= raisedAt) && (journey.ended?.at ?? raisedAt) >= raisedAt;
    return wasWorked || worked.some((visit) => visit.enteredAt >= raisedAt);
  });

function offerOf(
  { contactId, journeys }: WorkPerson,
  { priority, cause, startedAt }: Reason,
  ownerId: string | undefined,
  { now, rules, zone }: WorkContext,
): Handoff {
  const current = journeys.at(-1);
  const dueAt = addWorkingMinutes(startedAt, rules.firstResponse[priority].limit, calendarOf(rules, zone));
  return {
    handoffId: `lead-${contactId}-${startedAt}`,
    kind: 'lead',
    contactId,
    attempt: current === undefined ? 1 : current.ended ? current.attempt + 1 : current.attempt,
    priority,
    cause,
    ownerId,
    offeredAt: now,
    state: 'offered',
    clock: { kind: 'first_response', startedAt, dueAt },
  };
}

export const calendarOf = ({ calendar }: WorkRules, zone: string): WorkCalendar => ({
  zone,
  openings: Object.fromEntries(calendar.weekdays.map((day) => [day, calendar.openings])),
  holidays: calendar.holidays,
});

/** Owner and lifecycle stage; a working status left over from an earlier attempt is cleared. A customer stays one. */
function changesOf({ facts, journeys }: WorkPerson, ownerId: string | undefined, { rules, now }: WorkContext) {
  const value = (property: string) => valueAt(facts, property, now);
  const { AQL, MAL } = rules.writes;
  const changes: Record<string, Change> = {};
  if (ownerId !== undefined) changes['hubspot_owner_id'] = { from: value('hubspot_owner_id'), to: ownerId };
  const stage = value(AQL.property);
  if (journeys.at(-1)?.ended?.milestone !== 'WON' && stage !== AQL.value) {
    const clearFirst = stage !== '' && !AQL.forwardFrom.includes(stage);
    changes[AQL.property] = { from: stage, to: AQL.value, ...(clearFirst ? { clearFirst } : {}) };
  }
  const status = value(MAL.property);
  if (status !== '') changes[MAL.property] = { from: status, to: '' };
  return changes;
}
