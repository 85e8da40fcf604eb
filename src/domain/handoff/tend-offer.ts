import type { Fact } from '../journey/fact.ts';
import { changesOf } from '../journey/timeline.ts';
import { assign } from './assign.ts';
import type { Handoff } from './handoff.ts';
import type { Dealer } from './roster.ts';
import type { Step, WorkContext, WorkDeal, WorkPerson } from './work.ts';

/**
 * Keeps an open offer with somebody who can take it: whom people gave the record to since, else, where nobody has it or whoever had it
 * no longer works here, the next in turn. An opportunity whose contact was not known yet gets to know where it came from.
 */
export function tendOffer(
  given: Handoff,
  people: readonly WorkPerson[],
  deals: readonly WorkDeal[],
  context: WorkContext,
  dealer: Dealer,
): Step {
  if (given.state !== 'offered' || given.click) return {};
  const handoff = withOrigin(given, people, deals, context);
  const changed: Step = handoff === given ? {} : { handoffs: [handoff] };
  const facts =
    handoff.kind === 'lead'
      ? people.find(({ contactId }) => contactId === handoff.contactId)?.facts
      : deals.find(({ dealId }) => dealId === handoff.dealId)?.facts;
  if (!facts) return changed;
  const owners = changesOf(facts, 'hubspot_owner_id');
  const recordOwner = owners.at(-1)?.value ?? '';
  const chosen = chosenByPeople(owners.at(-1), handoff);
  const current = chosen ?? handoff.ownerId;
  if (current !== undefined && context.roster.active.includes(current))
    return current === handoff.ownerId ? changed : assign(handoff, current, recordOwner, context);
  const next = dealer.next(handoff.kind === 'lead' ? 'sdr' : 'ae');
  return next === undefined ? changed : assign(handoff, next, recordOwner, context);
}

/** The owner somebody set in HubSpot after the offer, or so shortly before it that we did not know. */
const chosenByPeople = (last: Fact | undefined, { offeredAt }: Handoff): string | undefined =>
  last && !last.isEcho && last.value !== '' && last.knownAt > offeredAt ? last.value : undefined;

function withOrigin(
  handoff: Handoff,
  people: readonly WorkPerson[],
  deals: readonly WorkDeal[],
  { handoffs }: WorkContext,
): Handoff {
  const contactId = deals.find(({ dealId }) => dealId === handoff.dealId)?.contactId;
  if (handoff.kind !== 'mqo' || handoff.contactId !== undefined || contactId === undefined) return handoff;
  const lead = handoffs.findLast((each) => each.kind !== 'mqo' && each.contactId === contactId);
  const journeys = people.find((person) => person.contactId === contactId)?.journeys;
  return {
    ...handoff,
    contactId,
    attempt: journeys?.find(({ dealIds }) => dealIds.some((id) => id === handoff.dealId))?.attempt,
    fromOwnerId: lead?.ownerId,
    priority: lead?.priority,
  };
}
