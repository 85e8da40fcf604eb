import type { PropertyDefinition } from '../property-definition.ts';
import { calculated, choice, dateTimes, numbers, readOnly, reference, texts } from './builders.ts';

export const lifecycleStages = [
  'subscriber=Subscriber',
  'lead=Lead',
  'marketingqualifiedlead=Marketing Qualified Lead',
  'salesqualifiedlead=Sales Qualified Lead',
  'opportunity=Opportunity',
  'customer=Customer',
  'evangelist=Evangelist',
  'other=Other',
];

export const leadStatuses = [
  'NEW=New',
  'OPEN=Open',
  'IN_PROGRESS=In Progress',
  'OPEN_DEAL=Open Deal',
  'UNQUALIFIED=Unqualified',
  'ATTEMPTED_TO_CONTACT=Attempted to Contact',
  'CONNECTED=Connected',
  'BAD_TIMING=Bad Timing',
];

export const sources = [
  'ORGANIC_SEARCH=Organic Search',
  'PAID_SEARCH=Paid Search',
  'EMAIL_MARKETING=Email Marketing',
  'SOCIAL_MEDIA=Organic Social',
  'REFERRALS=Referrals',
  'OTHER_CAMPAIGNS=Other Campaigns',
  'DIRECT_TRAFFIC=Direct Traffic',
  'OFFLINE=Offline Sources',
  'PAID_SOCIAL=Paid Social',
  'AI_REFERRALS=AI Referrals',
];

/** What HubSpot keeps on every record, whatever its type: identity, owner and origin. */
export const recordProperties = (groupName: string): PropertyDefinition[] => [
  ...calculated(numbers(groupName, ['hs_object_id', 'Record ID'])),
  ...reference(groupName, ['hubspot_owner_id', 'Owner']),
  ...calculated(
    dateTimes(groupName, ['hubspot_owner_assigneddate', 'Owner assigned date']),
    texts(groupName, ['hs_merged_object_ids', 'Merged record IDs']),
  ),
  ...readOnly(
    texts(
      groupName,
      ['hs_object_source', 'Record source code'],
      ['hs_object_source_label', 'Record source'],
      ['hs_object_source_id', 'Record source id'],
    ),
  ),
];

/** Creation and change stamps; contacts, companies and deals call them differently from the rest. */
export const stamps = (groupName: string, created: string, modified: string): PropertyDefinition[] =>
  calculated(dateTimes(groupName, [created, 'Create Date'], [modified, 'Last Modified Date']));

/** Where a record came from, as HubSpot's tracking says it. The first source may be given when a record is made. */
export const sourceProperties = (groupName: string): PropertyDefinition[] => [
  ...choice(groupName, ['hs_analytics_source', 'Original Traffic Source'], sources),
  ...readOnly(
    texts(
      groupName,
      ['hs_analytics_source_data_1', 'Original Traffic Source Drill-Down 1'],
      ['hs_analytics_source_data_2', 'Original Traffic Source Drill-Down 2'],
    ),
  ),
];

export const visitProperties = (groupName: string): PropertyDefinition[] => [
  ...readOnly(
    dateTimes(
      groupName,
      ['hs_analytics_first_timestamp', 'Time First Seen'],
      ['hs_analytics_last_timestamp', 'Time Last Seen'],
      ['hs_analytics_first_visit_timestamp', 'Time of First Session'],
      ['hs_analytics_last_visit_timestamp', 'Time of Last Session'],
    ),
    numbers(
      groupName,
      ['hs_analytics_num_page_views', 'Number of Pageviews'],
      ['hs_analytics_num_visits', 'Number of Sessions'],
    ),
  ),
];

export const noteProperties = (groupName: string): PropertyDefinition[] => [
  ...readOnly(
    dateTimes(
      groupName,
      ['notes_last_contacted', 'Last Contacted'],
      ['notes_last_updated', 'Last Activity Date'],
      ['notes_next_activity_date', 'Next Activity Date'],
    ),
    numbers(
      groupName,
      ['num_notes', 'Number of Sales Activities'],
      ['num_contacted_notes', 'Number of times contacted'],
    ),
  ),
];

export const leadStatusProperty = (groupName: string): PropertyDefinition[] =>
  choice(groupName, ['hs_lead_status', 'Lead Status'], leadStatuses, 'radio');

export const lifecycleProperty = (groupName: string): PropertyDefinition[] =>
  choice(groupName, ['lifecyclestage', 'Lifecycle Stage'], lifecycleStages, 'radio');
