import { type DefinitionSet, labelOf } from '../../domain/definitions/definition-set.ts';
import type { StaleContacts, StaleReason } from '../../domain/health/stale-contacts.ts';
import type { Lives, Marketability } from '../count-lives.ts';
import type { GroupTold, TableTold } from './told-table.ts';

/** Properties that tell of an address or a role; each is known only where a rule asks about it. */
const READ_FROM = {
  bounced: 'hs_email_hard_bounce_reason_enum',
  unsubscribed: 'hs_email_optout',
  title: 'jobtitle',
  mail: 'email',
} as const;

const UNREAD = 'not read: no rule asks about it';

const SIGNS: Readonly<Record<StaleReason, { readonly label: string; readonly todo: string }>> = {
  bounced: { label: 'e-mail bounces', todo: 'find another address, or call' },
  company_changed: {
    label: 'other company than at AQL',
    todo: 'check whose lead this is, and who follows at the old company',
  },
  title_changed: { label: 'other title than at AQL', todo: 'check whether they still decide' },
  unsubscribed: { label: 'unsubscribed', todo: 'send no marketing mail; call' },
  quiet: { label: 'nothing heard', todo: 'ask, or recycle with a reason' },
};

/** Whose data may have decayed (S3-21), and who may be written to at all (S2-04). */
export function contactGroup(
  { stale, stock }: Lives,
  definitions: DefinitionSet,
  read: ReadonlySet<string>,
): GroupTold {
  return {
    id: 'contacts',
    label: 'Contacts: how fresh, and whom one may write to',
    tables: [staleCounts(stale, read), staleNamed(stale, definitions), marketable(stock, read)],
  };
}

function staleCounts(stale: StaleContacts, read: ReadonlySet<string>): TableTold {
  const known = (property: string, count: number) => (read.has(property) ? `${count}` : UNREAD);
  return {
    title: 'Contacts that may be out of date',
    note: `Of the ${stale.contacts} contacts in an attempt that has not ended, LEAD or further. Nobody tells when a contact was verified; "heard of" is the last touch, or the last change of a property that is followed, whoever made it.`,
    head: ['Sign', 'Contacts'],
    rows: [
      ...stale.quiet.map(({ days, count }) => [`Not heard of for more than ${days} days`, `${count}`]),
      ['E-mail bounces', known(READ_FROM.bounced, stale.bounced)],
      ['Unsubscribed from all e-mail', known(READ_FROM.unsubscribed, stale.unsubscribed)],
      ['Other title than at AQL', known(READ_FROM.title, stale.titleChanged)],
      ['Other company than at AQL', `${stale.companyChanged}`],
    ],
    empty: '',
  };
}

const staleNamed = ({ named }: StaleContacts, definitions: DefinitionSet): TableTold => ({
  title: 'To look at first',
  note: 'The gravest reason first, then the furthest along; at most 25.',
  head: ['Contact', 'Stage', 'Last heard of', 'Why', 'What to do'],
  rows: named.map(({ contactId, stage, heardAt, reasons }) => [
    contactId,
    labelOf(definitions, stage),
    { day: heardAt },
    reasons.map((reason) => SIGNS[reason].label).join(', '),
    reasons[0] ? SIGNS[reasons[0]].todo : '',
  ]),
  empty: 'Nothing says that a contact is out of date.',
});

const KINDS: readonly { readonly kind: Marketability; readonly label: string; readonly from: string | undefined }[] = [
  { kind: 'marketable', label: 'May be written to', from: undefined },
  { kind: 'no_email', label: 'No e-mail address', from: READ_FROM.mail },
  { kind: 'unsubscribed', label: 'Unsubscribed from all e-mail', from: READ_FROM.unsubscribed },
  { kind: 'bounced', label: 'E-mail bounces', from: READ_FROM.bounced },
  { kind: 'no_consent', label: 'Bought or signed up elsewhere, without consent', from: undefined },
];

/** Without addresses nothing can be said of who may be written to. */
function marketable(stock: Lives['stock'], read: ReadonlySet<string>): TableTold {
  const count = (kind: Marketability) => stock.find((each) => each.kind === kind)?.count ?? 0;
  const isTold = read.has(READ_FROM.mail);
  return {
    title: 'Marketable stock',
    note: 'Contacts that are in no open attempt from LEAD on and are no customers, each once, by the first that holds from the second row on. Subscription types and legal bases are not read.',
    head: ['', 'Contacts'],
    rows: isTold
      ? KINDS.map(({ kind, label, from }) => [label, from === undefined || read.has(from) ? `${count(kind)}` : UNREAD])
      : [],
    empty: 'Not told: addresses are read only where the definition set has rules of work.',
  };
}
