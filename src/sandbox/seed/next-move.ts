import { contactStep, followDeals, hasNextStep } from './contact-moves.ts';
import { dealMove, isOpenDeal, newDeal } from './deal-moves.ts';
import { dice } from './dice.ts';
import { isOffered } from './offered.ts';
import { linkedIds, type Move, type PortalView, type ViewedRecord } from './portal-view.ts';

export type { Link, Move, PortalView, ViewedRecord } from './portal-view.ts';

const DEAL = 0.43;
const RECENT = 30;

/**
 * The next believable stage move in a running demo portal: a step of a contact, a deal from a first meeting, or a step of a deal. Each
 * contact and deal comes to an end sooner or later; half of the attention goes to the newest contacts. What an app has offered to somebody
 * is left to them.
 *
 * @param random numbers in [0, 1)
 * @param now UTC milliseconds: the close date of a deal that ends
 * @returns `undefined` when nothing can move
 */
export function nextMove(view: PortalView, random: () => number, now: number): Move | undefined {
  const roll = dice(random);
  const dealIds = linkedIds(view, 'contact', 'deal');
  const companyIds = linkedIds(view, 'contact', 'company');
  const dealById = new Map(view.deals.map((deal) => [deal.id, deal]));
  const dealsOf = ({ id }: ViewedRecord) => (dealIds.get(id) ?? []).flatMap((dealId) => dealById.get(dealId) ?? []);
  const contacts = view.contacts.filter((contact) => !isOffered(contact, now));
  const following = firstOf(contacts, (contact) => followDeals(contact, dealsOf(contact)));
  if (following !== undefined) return following;
  const open = view.deals.filter((deal) => isOpenDeal(deal) && !isOffered(deal, now));
  const moving = contacts.filter((contact) => hasNextStep(contact, dealsOf(contact)));
  if (open.length > 0 && (moving.length === 0 || roll.chance(DEAL))) return dealMove(roll.pick(open), roll, now);
  if (moving.length === 0) return undefined;
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
