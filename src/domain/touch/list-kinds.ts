/** Property of the facts that say how a person first came to us; the value is one of `ACQUISITIONS`. Also a property of HubSpot. */
export const ACQUISITION = 'l2r_acquisition';
/** Property of the facts that say whether somebody agreed to be written to; the value is coded. Not a property of HubSpot. */
export const CONSENT = 'l2r_consent';

/** How people come to us by lists. With the last two nobody is an AQL before a response of their own (S2-31, S2-32). */
export const ACQUISITIONS = ['event', 'content_syndication', 'sponsored', 'sponsored_no_consent', 'purchased'] as const;
export type Acquisition = (typeof ACQUISITIONS)[number];

/** What a list is of. */
export const LIST_KINDS = [
  'attendee',
  'no_show',
  'registered',
  'content_syndication',
  'sponsored',
  'purchased',
] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** What being in a list says of a person. */
export interface ListMeaning {
  /** Touch type; none where the person did nothing, as on a purchased list. */
  readonly touch?: string;
  /** Of people whom the list made known to us. */
  readonly acquisition: Acquisition;
}

const MEANING: Readonly<Record<ListKind, ListMeaning>> = {
  attendee: { touch: 'event_attended', acquisition: 'event' },
  no_show: { touch: 'no_show', acquisition: 'event' },
  registered: { touch: 'registered', acquisition: 'event' },
  content_syndication: { touch: 'content_download', acquisition: 'content_syndication' },
  sponsored: { touch: 'sponsored_sign_up', acquisition: 'sponsored' },
  purchased: { acquisition: 'purchased' },
};

/** Who signed up with somebody else may be written to only with evidence that they agreed to it. */
export const needsConsent = (kind: ListKind): boolean => kind === 'content_syndication' || kind === 'sponsored';

/** Without consent a sign-up with somebody else is no response to us. */
export const meaningOf = (kind: ListKind, hasConsent: boolean): ListMeaning =>
  needsConsent(kind) && !hasConsent
    ? { touch: 'unconsented_sign_up', acquisition: 'sponsored_no_consent' }
    : MEANING[kind];
