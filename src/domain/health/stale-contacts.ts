import { type Milestone, rankOf } from '../journey/milestone.ts';
import type { RecordId } from '../values/ids.ts';
import { DAY_MS, type Instant } from '../values/instant.ts';

/** Whoever is in an attempt that has not ended, LEAD or further, with what is known of how fresh the contact is. */
export interface OpenContact {
  readonly contactId: RecordId;
  /** The last stage that was entered. */
  readonly stage: Milestone;
  /** When something about the contact was last told with its own time: a touch, or a change of a property we follow. */
  readonly heardAt: Instant;
  readonly bounced: boolean;
  readonly unsubscribed: boolean;
  /** Another title, another company than at the AQL. */
  readonly titleChanged: boolean;
  readonly companyChanged: boolean;
}

/** The gravest first: what is known to be wrong, what may be, what only narrows how somebody is reached. */
const REASONS = ['bounced', 'company_changed', 'title_changed', 'quiet', 'unsubscribed'] as const;
export type StaleReason = (typeof REASONS)[number];

/** Elapsed days without a word after which a contact is counted. */
export const QUIET_DAYS = [90, 180, 365] as const;

export interface StaleContacts {
  readonly contacts: number;
  /** Not heard of for more than so many days; whoever is in a later one is in the earlier ones too. */
  readonly quiet: readonly { readonly days: number; readonly count: number }[];
  readonly bounced: number;
  readonly unsubscribed: number;
  readonly titleChanged: number;
  readonly companyChanged: number;
  /** By their gravest reason, then the furthest along, then the longest quiet. */
  readonly named: readonly {
    readonly contactId: RecordId;
    readonly stage: Milestone;
    readonly heardAt: Instant;
    readonly reasons: readonly StaleReason[];
  }[];
}

/**
 * Whose data may have decayed (S3-21). Nobody verifies a contact, so no day of a verification is told: only since when nothing was
 * heard, and what says that an address or a role is not what it was.
 *
 * @param limit  at most so many are named
 */
export function staleContacts(contacts: readonly OpenContact[], now: Instant, limit: number): StaleContacts {
  const isQuiet = ({ heardAt }: OpenContact, days: number) => now - heardAt > days * DAY_MS;
  const count = (holds: (contact: OpenContact) => boolean) => contacts.filter(holds).length;
  const named = contacts
    .map((contact) => ({ ...contact, reasons: reasonsOf(contact, isQuiet(contact, QUIET_DAYS[0])) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        gravity(a.reasons) - gravity(b.reasons) ||
        rankOf(b.stage) - rankOf(a.stage) ||
        a.heardAt - b.heardAt ||
        (a.contactId < b.contactId ? -1 : 1),
    )
    .slice(0, limit);
  return {
    contacts: contacts.length,
    quiet: QUIET_DAYS.map((days) => ({ days, count: count((contact) => isQuiet(contact, days)) })),
    bounced: count(({ bounced }) => bounced),
    unsubscribed: count(({ unsubscribed }) => unsubscribed),
    titleChanged: count(({ titleChanged }) => titleChanged),
    companyChanged: count(({ companyChanged }) => companyChanged),
    named: named.map(({ contactId, stage, heardAt, reasons }) => ({ contactId, stage, heardAt, reasons })),
  };
}

const gravity = ([gravest = 'unsubscribed']: readonly StaleReason[]): number => REASONS.indexOf(gravest);

function reasonsOf(contact: OpenContact, isQuiet: boolean): StaleReason[] {
  const applies: Readonly<Record<StaleReason, boolean>> = {
    bounced: contact.bounced,
    company_changed: contact.companyChanged,
    title_changed: contact.titleChanged,
    quiet: isQuiet,
    unsubscribed: contact.unsubscribed,
  };
  return REASONS.filter((reason) => applies[reason]);
}
