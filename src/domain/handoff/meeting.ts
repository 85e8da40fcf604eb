import { stageCarrying } from '../journey/deal-stage.ts';
import { stageIn } from '../journey/standing.ts';
import { changesOf } from '../journey/timeline.ts';
import type { Step, WorkContext, WorkPerson } from './work.ts';
import type { Dealer } from './roster.ts';

/** A meeting booked with a qualified or accepted lead makes the deal, a stage before the pipeline, for the next AE in turn (S2-15). */
export function dealForMeeting(person: WorkPerson, context: WorkContext, dealer: Dealer): Step {
  const current = person.journeys.at(-1);
  const stage = current && stageIn(current.visits);
  if (!current || current.dealIds.length > 0 || (stage?.milestone !== 'AQL' && stage?.milestone !== 'MAL')) return {};
  const qualifiedAt = current.visits.find((visit) => visit.milestone === 'AQL')?.enteredAt ?? stage.enteredAt;
  const meeting = changesOf(person.facts, context.rules.meetingBooked).at(-1);
  if (!meeting || meeting.value === '' || meeting.occurredAt < Math.max(qualifiedAt, context.liveAt)) return {};
  const first = stageCarrying('MQO', context.dealStages, context.stages);
  const key = `deal-${person.contactId}-${qualifiedAt}`;
  if (!first || context.knownIntents.has(key)) return {};
  const { pipeline, stage: dealStage } = first;
  const content = { attempt: current.attempt, ownerId: dealer.next('ae'), pipeline, stage: dealStage };
  return { intents: [{ kind: 'create_deal', key, record: { type: 'contact', id: person.contactId }, content }] };
}
