import { isOpenDeal } from './deal-moves.ts';
import type { Dice } from './dice.ts';
import type { Move, ViewedRecord } from './portal-view.ts';

/** What a contact does next: a change of its own, or a first meeting, from which a deal comes. */
export type ContactStep = Extract<Move, { kind: 'update' }> | 'meeting';

const WORKED = ['OPEN', 'IN_PROGRESS', 'ATTEMPTED_TO_CONTACT', 'OPEN_DEAL'];
const BEFORE_QUALIFICATION = ['', 'subscriber', 'lead'];
const BEYOND_SALES = ['customer', 'evangelist', 'other'];
const LIFECYCLE = ['', 'subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'customer'];

/** What HubSpot does by itself when a deal is made or won: the contact follows its deals. @returns `undefined` when it has */
export function followDeals(contact: ViewedRecord, deals: readonly ViewedRecord[]): Move | undefined {
  const { lifecyclestage = '', hs_lead_status } = contact.properties;
  const won = deals.some(({ properties }) => properties['dealstage'] === 'closedwon');
  if (won && isForward(lifecyclestage, 'customer')) return update(contact, { lifecyclestage: 'customer' });
  if (!deals.some(isOpenDeal) || hs_lead_status === 'OPEN_DEAL') return undefined;
  const stage = isForward(lifecyclestage, 'opportunity') ? { lifecyclestage: 'opportunity' } : {};
  return update(contact, { ...stage, hs_lead_status: 'OPEN_DEAL' });
}

/** Stages of the portal's own, and those after `customer`, are left as they are. */
function isForward(from: string, to: string): boolean {
  return LIFECYCLE.includes(from) && LIFECYCLE.indexOf(from) < LIFECYCLE.indexOf(to);
}

/** Whether a contact's story goes on; not when it has ended, or when an open deal carries it. */
export function hasNextStep({ properties }: ViewedRecord, deals: readonly ViewedRecord[]): boolean {
  const { lifecyclestage = '', hs_lead_status } = properties;
  return hs_lead_status !== 'UNQUALIFIED' && !BEYOND_SALES.includes(lifecyclestage) && !deals.some(isOpenDeal);
}

/** @returns what comes next for a contact that has a next step */
export function contactStep(contact: ViewedRecord, deals: readonly ViewedRecord[], dice: Dice): ContactStep {
  const { lifecyclestage = '', hs_lead_status = '' } = contact.properties;
  const status = (...values: [string, ...string[]]) => update(contact, { hs_lead_status: dice.pick(values) });
  if (hs_lead_status === 'BAD_TIMING') return status('OPEN');
  if (hs_lead_status === 'OPEN_DEAL' && deals.length > 0) return status('BAD_TIMING');
  if (hs_lead_status === 'CONNECTED') return dice.chance(0.5) ? 'meeting' : status('BAD_TIMING', 'UNQUALIFIED');
  if (WORKED.includes(hs_lead_status))
    return status('CONNECTED', 'CONNECTED', 'CONNECTED', 'BAD_TIMING', 'UNQUALIFIED');
  if (dice.chance(0.2)) return status('UNQUALIFIED');
  if (!BEFORE_QUALIFICATION.includes(lifecyclestage)) return status('ATTEMPTED_TO_CONTACT', 'IN_PROGRESS');
  return update(contact, { lifecyclestage: 'marketingqualifiedlead', hs_lead_status: 'NEW' });
}

function update({ id }: ViewedRecord, properties: Record<string, string>): Extract<Move, { kind: 'update' }> {
  return { kind: 'update', type: 'contact', id, properties };
}
