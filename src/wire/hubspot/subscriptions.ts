import project from '../../../hubspot-project/app/webhooks/webhooks-hsmeta.json' with { type: 'json' };

/** One webhook subscription in HubSpot's classic naming; `propertyName` belongs to `*.propertyChange` only. */
export interface Subscription {
  readonly subscriptionType: `${string}.${SubscriptionEvent}`;
  readonly propertyName?: string;
}

export type SubscriptionEvent = 'creation' | 'deletion' | 'merge' | 'restore' | 'associationChange' | 'propertyChange';

/**
 * The webhook subscriptions of the app, as its project has them: every event from which a lead's journey can move, and the properties
 * that the shipped rules ask about.
 *
 * Stage dates (`hs_v2_date_entered_…`) are missing on purpose: HubSpot computes them and sends no event for computed
 * properties.
 *
 * @source HubSpot docs: Webhooks API (v3), subscription types
 */
export const defaultSubscriptions = project.config.subscriptions.legacyCrmObjects as readonly Subscription[];
