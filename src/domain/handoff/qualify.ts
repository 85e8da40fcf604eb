import { addWorkingMinutes, type WorkCalendar } from '../clock/working-time.ts';
import type { WorkRules } from '../definitions/work-rules.ts';
import type { Fact } from '../journey/fact.ts';
import type { Journey } from '../journey/journey.ts';
import { rankOf } from '../journey/milestone.ts';
import { stageIn } from '../journey/standing.ts';
import { valueAt } from '../journey/timeline.ts';
import { localMoment } from '../values/calendar.ts';
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
      ...(ownerId === undefined ? [] : [taskOf(person, handoff, ownerId, context)]),
    ],
  };
}

/** A lead that was qualified when nobody was in the pool goes to the first who is. */
export function assignWaiting(
  handoff: Handoff,
  people: readonly WorkPerson[],
  context: WorkContext,
  dealer: Dealer,
): Step {
  const { kind, state, click, contactId, handoffId } = handoff;
  const person = people.find((each) => each.contactId === contactId);
  if (kind !== 'lead' || state !== 'offered' || click || handoff.ownerId !== undefined || !person) return {};
  const ownerId = dealer.next('sdr');
  if (ownerId === undefined) return {};
  const record = { type: 'contact', id: person.contactId } as const;
  const changes = { hubspot_owner_id: { from: valueAt(person.facts, 'hubspot_owner_id', context.now), to: ownerId } };
  return {
    handoffs: [{ ...handoff, ownerId }],
    intents: [
      { kind: 'set', key: `assign-${handoffId}`, handoffId, record, changes },
      taskOf(person, handoff, ownerId, context),
    ],
  };
}

const lastRaise = (facts: readonly Fact[]): Fact | undefined =>
  facts
    .filter((fact) => fact.property === HAND_RAISE)
    .reduce<Fact | undefined>((last, fact) => (!last || fact.occurredAt > last.occurredAt ? fact : last), undefined);

/** The raised hand already led to a qualification, or to more. */
const isAnswered = (raise: Fact, journeys: readonly Journey[]): boolean =>
  journeys.some((journey) =>
    journey.visits.some(
      (visit) =>
        visit.track !== 'exit' && rankOf(visit.milestone) >= rankOf('AQL') && visit.enteredAt >= raise.occurredAt,
    ),
  );

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

function taskOf({ contactId }: WorkPerson, handoff: Handoff, ownerId: string, { rules, now, zone }: WorkContext) {
  const reason = rules.handRaise.reasons.find(({ value }) => value === handoff.cause)?.label ?? handoff.cause;
  const { dueAt } = handoff.clock;
  return {
    kind: 'create_task',
    key: `task-${handoff.handoffId}`,
    handoffId: handoff.handoffId,
    record: { type: 'task', id: `task-${handoff.handoffId}` },
    content: {
      linkTo: { type: 'contact', id: contactId },
      ownerId,
      subject: `P1: ${reason}`,
      body: `Why now: ${reason}, at ${localMoment(handoff.clock.startedAt, zone)}. Next step: respond by ${localMoment(dueAt, zone)} and accept on the Lead card.`,
      dueAt,
      remindAt: now,
    },
  } as const;
}
