import type { DefinitionSet } from '../../domain/definitions/definition-set.ts';

type TouchTypeInput = Omit<DefinitionSet['touchTypes'][number], 'weight'> & { weight?: number };

const page = (id: string, label: string, contains?: string[]): TouchTypeInput => ({
  id,
  label,
  channel: 'website',
  isResponse: false,
  carrier: { property: 'hs_analytics_last_url', ...(contains ? { contains } : {}) },
});

/** Told by the API, a list, or the workflow action *Record a signal*: HubSpot keeps no property for them. */
const told = (id: string, label: string, channel: string, isResponse: boolean): TouchTypeInput => ({
  id,
  label,
  channel,
  isResponse,
});

/**
 * The kinds of touches a portal starts with, and the contact properties that carry them.
 *
 * @source HubSpot Knowledge Base: HubSpot's default contact properties
 */
export const SHIPPED_TOUCH_TYPES: readonly TouchTypeInput[] = [
  {
    id: 'form',
    label: 'Form submitted',
    channel: 'website',
    isResponse: true,
    weight: 2,
    carrier: { property: 'recent_conversion_date' },
  },
  {
    id: 'email_click',
    label: 'E-mail link clicked',
    channel: 'email',
    isResponse: false,
    carrier: { property: 'hs_email_last_click_date' },
  },
  {
    id: 'website_visit',
    label: 'Website visited',
    channel: 'website',
    isResponse: false,
    carrier: { property: 'hs_analytics_last_visit_timestamp' },
  },
  page('pricing_page', 'Pricing page viewed', ['/pricing']),
  page('case_study', 'Case study viewed', ['/case-stud', '/customers/']),
  page('jobs_page', 'Jobs page viewed', ['/jobs', '/careers']),
  {
    id: 'meeting',
    label: 'Meeting booked',
    channel: 'sales',
    isResponse: true,
    weight: 2,
    carrier: { property: 'engagements_last_meeting_booked' },
  },
  told('webinar_attended', 'Webinar attended', 'webinar', true),
  told('event_attended', 'Event attended', 'event', true),
  told('registered', 'Registered for an event', 'event', false),
  told('sponsored_sign_up', 'Signed up with a sponsor', 'sponsored', true),
  { ...told('unconsented_sign_up', 'Signed up elsewhere, without consent', 'sponsored', false), weight: 0 },
  told('no_show', 'Registered and did not come', 'event', false),
  told('content_download', 'Content downloaded', 'content', true),
  told('review_site', 'Review site visited', 'review', false),
  told('ad_click', 'Ad clicked', 'ads', false),
  told('chat', 'Chat', 'chat', true),
  told('call', 'Call', 'sales', false),
  told('offline', 'Met in person', 'offline', true),
];
