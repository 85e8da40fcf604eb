import { parseDefinitionSet, type DefinitionSet } from '../../domain/definitions/definition-set.ts';

/** The definition set a portal starts with: HubSpot's default lifecycle stages, lead statuses, deal stages and traffic sources. */
export const SHIPPED_DEFINITIONS: DefinitionSet = parseDefinitionSet(
  {
    version: 1,
    preset: 'OPERATING_MODEL',
    contactCarriers: [
      {
        property: 'lifecyclestage',
        milestones: { lead: 'LEAD', marketingqualifiedlead: 'AQL', salesqualifiedlead: 'SQL' },
      },
      {
        property: 'hs_lead_status',
        once: true,
        milestones: {
          OPEN: 'MAL',
          IN_PROGRESS: 'MAL',
          ATTEMPTED_TO_CONTACT: 'MAL',
          CONNECTED: 'MAL',
          UNQUALIFIED: 'DISQUALIFIED',
          BAD_TIMING: 'RECYCLED',
        },
      },
    ],
    derivedWon: { property: 'lifecyclestage', value: 'customer' },
    dealStages: {
      default: {
        appointmentscheduled: 'MQO',
        qualifiedtobuy: 'SQO',
        presentationscheduled: 'STEP1',
        decisionmakerboughtin: 'STEP2',
        contractsent: 'STEP3',
        closedwon: 'WON',
        closedlost: 'LOST',
      },
    },
    sources: {
      property: 'hs_analytics_source',
      values: [
        { value: 'ORGANIC_SEARCH', channel: 'organic_search', direction: 'inbound' },
        { value: 'PAID_SEARCH', channel: 'paid_search', direction: 'inbound' },
        { value: 'EMAIL_MARKETING', channel: 'email', direction: 'inbound' },
        { value: 'SOCIAL_MEDIA', channel: 'social', direction: 'inbound' },
        { value: 'PAID_SOCIAL', channel: 'paid_social', direction: 'inbound' },
        { value: 'REFERRALS', channel: 'referral', direction: 'inbound' },
        { value: 'AI_REFERRALS', channel: 'ai_referral', direction: 'inbound' },
        { value: 'OTHER_CAMPAIGNS', channel: 'other_campaign', direction: 'inbound' },
        { value: 'DIRECT_TRAFFIC', channel: 'direct', direction: 'inbound' },
        { value: 'OFFLINE', channel: 'offline', direction: 'unknown' },
      ],
    },
  },
  'The shipped definition set',
);
