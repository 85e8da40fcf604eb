import { setTimeout as pause } from 'node:timers/promises';
import { bookMeeting } from '../sandbox/book-meeting.ts';
import { fillInForm } from '../sandbox/fill-in-form.ts';
import { contactType, dealType } from '../sandbox/object-types.ts';
import { userIdOf } from '../sandbox/owners.ts';
import type { Portal } from '../sandbox/portal.ts';
import type { CrmRecord } from '../sandbox/record-table.ts';

/** A record and the user whose work it is. */
export interface Offered {
  readonly id: string;
  readonly userId: number;
}

export interface Scene {
  readonly lead: Offered | undefined;
  readonly deal: Offered | undefined;
}

interface Patience {
  /** UTC milliseconds */
  readonly until: number;
  readonly stop: AbortSignal;
}

const LOOK_EVERY_MS = 200;
/** The scene is only there to have something to open; the demo goes on without it. */
const PATIENCE_MS = 20_000;

/**
 * Gives the people who open the demo something to decide: somebody asks for a demo, and a meeting is booked with a lead who is being
 * worked. What comes of it is the app's doing; it is waited for.
 */
export async function openingScene(portal: Portal, stop: AbortSignal): Promise<Scene> {
  const contacts = recordsOf(portal, contactType).toReversed();
  const asking = contacts.find((contact) => isLead(contact) && !hasDeal(portal, contact));
  const meeting = contacts.find((contact) => contact !== asking && isWorked(contact) && !hasDeal(portal, contact));
  if (asking) fillInForm(portal, asking, 'Website: Request a demo');
  if (meeting) bookMeeting(portal, meeting, 1);
  const patience = { until: portal.setup.now() + PATIENCE_MS, stop };
  const lead =
    asking && (await offered(portal, () => (isOffered(asking, 'l2r_sla_status') ? asking : undefined), patience));
  const made = () =>
    recordsOf(portal, dealType).find(
      (deal) => isOffered(deal, 'l2r_mqo_status') && portal.linked(deal, contactType).includes(meeting?.id ?? ''),
    );
  const deal = meeting && (await offered(portal, made, patience));
  return { lead, deal };
}

const recordsOf = (portal: Portal, type: string): readonly CrmRecord[] =>
  portal.table(type).page({ limit: Number.POSITIVE_INFINITY, archived: false }).records;

const isLead = ({ values }: CrmRecord): boolean =>
  values.get('lifecyclestage') === 'lead' && (values.get('hs_lead_status') ?? '') === '';

const isWorked = ({ values }: CrmRecord): boolean =>
  values.get('lifecyclestage') === 'marketingqualifiedlead' &&
  ['OPEN', 'IN_PROGRESS', 'ATTEMPTED_TO_CONTACT', 'CONNECTED'].includes(values.get('hs_lead_status') ?? '');

const hasDeal = (portal: Portal, contact: CrmRecord): boolean => portal.linked(contact, dealType).length > 0;

const isOffered = ({ values }: CrmRecord, property: string): boolean =>
  ['running', 'offered'].includes(values.get(property) ?? '') && (values.get('hubspot_owner_id') ?? '') !== '';

async function offered(
  portal: Portal,
  find: () => CrmRecord | undefined,
  { until, stop }: Patience,
): Promise<Offered | undefined> {
  for (;;) {
    const record = find();
    if (record) return { id: record.id, userId: userIdOf({ id: record.values.get('hubspot_owner_id') ?? '' }) };
    if (portal.setup.now() >= until) return undefined;
    await pause(LOOK_EVERY_MS, undefined, { signal: stop });
  }
}
