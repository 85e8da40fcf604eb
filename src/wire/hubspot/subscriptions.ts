/** One webhook subscription in HubSpot's classic naming; `propertyName` belongs to `*.propertyChange` only. */
export interface Subscription {
  readonly subscriptionType: `${string}.${SubscriptionEvent}`;
  readonly propertyName?: string;
}

export type SubscriptionEvent = 'creation' | 'deletion' | 'merge' | 'restore' | 'associationChange' | 'propertyChange';

/**
 * The webhook subscriptions of the app: every event from which a lead's journey can move.
 *
 * Stage dates (`hs_v2_date_entered_…`) are missing on purpose: HubSpot computes them and sends no event for computed
 * properties.
 *
 * @source HubSpot docs: Webhooks API (v3), subscription types
 */
export const defaultSubscriptions: readonly Subscription[] = [
  ...plain('contact', ['creation', 'deletion', 'merge', 'restore', 'associationChange']),
  ...ofProperties('contact', [
    'lifecyclestage',
    'hs_lead_status',
    'hubspot_owner_id',
    'hs_analytics_source',
    'engagements_last_meeting_booked',
  ]),
  ...plain('company', ['creation', 'deletion', 'merge', 'restore']),
  ...plain('deal', ['creation', 'deletion', 'merge', 'restore', 'associationChange']),
  ...ofProperties('deal', ['dealstage', 'pipeline', 'amount', 'closedate', 'deal_currency_code', 'hubspot_owner_id']),
];

function plain(object: string, events: readonly SubscriptionEvent[]): Subscription[] {
  return events.map((event) => ({ subscriptionType: `${object}.${event}` as const }));
}

function ofProperties(object: string, names: readonly string[]): Subscription[] {
  return names.map((propertyName) => ({ subscriptionType: `${object}.propertyChange` as const, propertyName }));
}
