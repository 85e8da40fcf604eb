import { contactStep, followDeals, hasNextStep } from './contact-moves.ts';
import { dealMove, isOpenDeal, newDeal } from './deal-moves.ts';
import { dice } from './dice.ts';
import { newLead } from './new-lead.ts';
import { linkedIds, type Move, type PortalView, type ViewedRecord } from './portal-view.ts';

export type { Link, Move, PortalView, ViewedRecord } from './portal-view.ts';

const NEW_LEAD = 0.12;
const DEAL = 0.38;
const RECENT = 30;

/**
 * The next believable change in a running demo portal: a new lead, a step of a contact, a deal from a first meeting, or a step of a deal.
 * Each contact and deal comes to an end sooner or later; half of the attention goes to the newest contacts.
 *
 * @param random numbers in [0, 1)
 * @param now UTC milliseconds: the close date of a deal that ends
 */
export function nextMove(view: PortalView, random: () => number, now: number): Move {
  const roll = dice(random);
  const dealIds = linkedIds(view, 'contact', 'deal');
  const companyIds = linkedIds(view, 'contact', 'company');
  const dealById = new Map(view.deals.map((deal) => [deal.id, deal]));
  const dealsOf = ({ id }: ViewedRecord) => (dealIds.get(id) ?? []).flatMap((dealId) => dealById.get(dealId) ?? []);
  const following = firstOf(view.contacts, (contact) => followDeals(contact, dealsOf(contact)));
  if (following !== undefined) return following;
  const kind = random();
  const open = view.deals.filter(isOpenDeal);
  if (kind >= NEW_LEAD && kind < NEW_LEAD + DEAL && open.length > 0) return dealMove(roll.pick(open), roll, now);
  const moving = kind < NEW_LEAD ? [] : view.contacts.filter((contact) => hasNextStep(contact, dealsOf(contact)));
  if (moving.length === 0) return newLead(view, companyIds, roll);
  const contact = roll.pick(roll.chance(0.5) ? moving.slice(-RECENT) : moving);
  const step = contactStep(contact, dealsOf(contact), roll);
  return step === 'meeting' ? newDeal(contact, companyIds.get(contact.id)?.[0], view.deals, roll, now) : step;
}

function firstOf<T, Found>(items: readonly T[], find: (item: T) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
