import { parseDefinitionSet, type DefinitionSet } from '../../domain/definitions/definition-set.ts';
import { SHIPPED_QUALIFICATION } from './shipped-qualification.ts';
import { SHIPPED_TOUCH_TYPES } from './shipped-touch-types.ts';

/** The definition set a portal starts with: HubSpot's default lifecycle stages, lead statuses, deal stages and traffic sources. */
export const SHIPPED_DEFINITIONS: DefinitionSet = parseDefinitionSet(
  {
    version: 4,
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
    touchTypes: SHIPPED_TOUCH_TYPES,
    ...SHIPPED_QUALIFICATION,
    work: {
      handRaise: {
        conversionDate: 'recent_conversion_date',
        conversionForm: 'recent_conversion_event_name',
        forms: [
          { contains: 'demo', reason: 'demo' },
          { contains: 'pricing', reason: 'pricing' },
          { contains: 'contact', reason: 'contact_me' },
        ],
        reasons: [
          { value: 'demo', label: 'Asked for a demo' },
          { value: 'pricing', label: 'Asked for pricing' },
          { value: 'contact_me', label: 'Asked to be contacted' },
        ],
      },
      meetingBooked: 'engagements_last_meeting_booked',
      calendar: { weekdays: [1, 2, 3, 4, 5], openings: [['09:00', '17:00']], holidays: [] },
      firstResponse: {
        P1: { target: 5, limit: 60 },
        P2: { target: 30, limit: 4 * 60 },
        P3: { target: 8 * 60, limit: 16 * 60 },
        P4: { target: 8 * 60, limit: 16 * 60 },
      },
      mqoDecision: { target: 24 * 60, limit: 72 * 60 },
      writes: {
        AQL: {
          property: 'lifecyclestage',
          value: 'marketingqualifiedlead',
          forwardFrom: ['subscriber', 'lead'],
        },
        MAL: { property: 'hs_lead_status', value: 'IN_PROGRESS' },
        RECYCLED: { property: 'hs_lead_status', value: 'BAD_TIMING' },
        DISQUALIFIED: { property: 'hs_lead_status', value: 'UNQUALIFIED' },
      },
      recycleReasons: [
        { value: 'timing', label: 'Not now', wakeDays: 180, onWake: 'offer' },
        { value: 'not_the_right_person', label: 'Not the right person', wakeDays: 90 },
        { value: 'no_budget', label: 'No budget', wakeDays: 90 },
      ],
      disqualifyReasons: [
        { value: 'not_a_buyer', label: 'Not a buyer' },
        { value: 'competitor', label: 'Competitor' },
        { value: 'student', label: 'Student or researcher' },
        { value: 'spam', label: 'Spam or test' },
      ],
      reinstateReasons: [
        { value: 'mistake', label: 'Disqualified by mistake' },
        { value: 'new_role', label: 'Has a new role or company' },
        { value: 'new_facts', label: 'We know more now' },
      ],
      rejectReasons: [
        { value: 'no_need', label: 'No need we can serve' },
        { value: 'no_budget', label: 'No budget' },
        { value: 'not_the_right_person', label: 'Not the right person' },
        { value: 'meeting_did_not_happen', label: 'The meeting did not happen' },
      ],
    },
  },
  'The shipped definition set',
);
