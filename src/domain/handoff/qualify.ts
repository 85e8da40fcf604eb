import { addWorkingMinutes, type WorkCalendar } from '../clock/working-time.ts';
import type { WorkRules } from '../definitions/work-rules.ts';
import type { Fact } from '../journey/fact.ts';
import type { Journey } from '../journey/journey.ts';
import { rankOf } from '../journey/milestone.ts';
import { stageIn } from '../journey/standing.ts';
import { valueAt } from '../journey/timeline.ts';
import { taskFor } from './assign.ts';
import type { Step, WorkContext, WorkPerson } from './work.ts';
import type { Change, Handoff } from './handoff.ts';
import type { Dealer } from './roster.ts';

/** Property of the facts that say somebody raised a hand; the value is the coded reason. Not a property of HubSpot. */
export const HAND_RAISE = 'l2r_hand_raise';

/**
 * A hand-raiser becomes an AQL of priority P1 whatever the score, goes to the next SDR in turn, and the clock of the first response
 * starts with the raised hand (S2-07). Somebody who is already being worked is not qualified again; a recycled person is, as P1
 * pierces the embargo (S2-24).
 */
export function qualify(person: WorkPerson, context: WorkContext, dealer: Dealer): Step {
  const raise = lastRaise(person.facts);
  if (!raise || raise.occurredAt < context.liveAt || isAnswered(raise, person.journeys)) return {};
  const current = person.journeys.at(-1);
  if (current && isBeingWorked(current)) return {};
  const ownerId = dealer.next('sdr');
  const handoff = offerOf(person, raise, ownerId, context);
  const record = { type: 'contact', id: person.contactId } as const;
  const piercedEmbargo = current?.ended?.milestone === 'RECYCLED';
  const { handoffId, priority = null } = handoff;
  return {
    decisions: [
      {
        record,
        milestone: 'AQL',
        at: context.now,
        evidence: {
          handoffId,
          priority,
          cause: raise.value,
          raisedAt: raise.occurredAt,
          ownerId: ownerId ?? null,
          piercedEmbargo,
        },
      },
    ],
    handoffs: [handoff],
    intents: [
      { kind: 'set', key: `qualify-${handoffId}`, handoffId, record, changes: changesOf(person, ownerId, context) },
      ...(ownerId === undefined ? [] : [taskFor(handoff, ownerId, context)]),
    ],
  };
}

const lastRaise = (facts: readonly Fact[]): Fact | undefined =>
  facts
    .filter((fact) => fact.property === HAND_RAISE)
    .reduce<Fact | undefined>((last, fact) => (!last || fact.occurredAt > last.occurredAt ? fact : last), undefined);

/** The raised hand already led to a qualification, or to more; or it was raised while the person was being worked. */
const isAnswered = ({ occurredAt: raisedAt }: Fact, journeys: readonly Journey[]): boolean =>
  journeys.some((journey) => {
    const worked = journey.visits.filter((visit) => visit.track !== 'exit' && rankOf(visit.milestone) >= rankOf('AQL'));
    const wasWorked =
      worked.some((visit) => visit.enteredAt <= raisedAt) && (journey.ended?.at ?? raisedAt) >= raisedAt;
    return wasWorked || worked.some((visit) => visit.enteredAt >= raisedAt);
  });

function isBeingWorked(journey: Journey): boolean {
  const stage = stageIn(journey.visits);
  return stage !== undefined && rankOf(stage.milestone) >= rankOf('AQL');
}

function offerOf(
  { contactId, journeys }: WorkPerson,
  raise: Fact,
  ownerId: string | undefined,
  { now, rules, zone }: WorkContext,
): Handoff {
  const current = journeys.at(-1);
  const dueAt = addWorkingMinutes(raise.occurredAt, rules.firstResponse.P1.limit, calendarOf(rules, zone));
  return {
    handoffId: `lead-${contactId}-${raise.occurredAt}`,
    kind: 'lead',
    contactId,
    attempt: current === undefined ? 1 : current.ended ? current.attempt + 1 : current.attempt,
    priority: 'P1',
    cause: raise.value,
    ownerId,
    offeredAt: now,
    state: 'offered',
    clock: { kind: 'first_response', startedAt: raise.occurredAt, dueAt },
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
