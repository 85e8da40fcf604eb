import { closeHandoff } from './close-handoff.ts';
import { dealForMeeting } from './meeting.ts';
import { offerDeal } from './offer-deal.ts';
import { qualify } from './qualify.ts';
import { Dealer } from './roster.ts';
import { tendOffer } from './tend-offer.ts';
import { tellAnswers } from '../stage/tell-answers.ts';
import type { FollowUp, Step, WorkContext, WorkDeal, WorkPerson } from './work.ts';

/**
 * What the state of people and deals asks for: a hand-raiser is qualified and offered, a booked meeting makes a deal, a meeting-set
 * opportunity is offered, what was answered on a card is told to HubSpot, an open offer stays with somebody who can take it, and one that was settled in HubSpot itself is closed.
 * Applied again to the same state it asks for nothing more.
 */
export function followUp(people: readonly WorkPerson[], deals: readonly WorkDeal[], context: WorkContext): FollowUp {
  const dealer = new Dealer(context.roster);
  const steps: Step[] = [
    ...context.handoffs.map((handoff) => {
      const closed = closeHandoff(handoff, people, deals, context);
      return closed.handoffs ? closed : tendOffer(handoff, people, deals, context, dealer);
    }),
    ...people.flatMap((person) => [
      qualify(person, context, dealer),
      dealForMeeting(person, context, dealer),
      { intents: tellAnswers(person.contactId, person.facts, context.questions) },
    ]),
    ...deals.map((deal) => offerDeal(deal, people, context, dealer)),
  ];
  return {
    decisions: steps.flatMap((step) => step.decisions ?? []),
    handoffs: steps.flatMap((step) => step.handoffs ?? []),
    intents: steps.flatMap((step) => step.intents ?? []),
    suppressed: steps.flatMap((step) => step.suppressed ?? []),
    turns: dealer.turns(),
  };
}
