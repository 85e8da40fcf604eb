import { contactType } from '../object-types.ts';
import type { PropertyDefinition } from '../property-definition.ts';
import {
  calculated,
  choice,
  dates,
  dateTimes,
  flags,
  longTexts,
  numbers,
  phones,
  readOnly,
  texts,
} from './builders.ts';
import * as shared from './shared-properties.ts';

const person = 'contactinformation';
const analytics = 'analyticsinformation';
const sales = 'sales_properties';
const mail = 'emailinformation';
const conversion = 'conversioninformation';

/** @source HubSpot Knowledge Base: marketing email bounces; which of them a contact may carry is not documented */
const bounceReasons = ['UNKNOWN_USER', 'MAILBOX_FULL', 'CONTENT', 'SPAM', 'POLICY', 'BLOCKED', 'OTHER'];

/**
 * HubSpot's own contact properties, as far as a lead's way to revenue touches them.
 *
 * @source HubSpot docs: Contacts API; HubSpot Knowledge Base: default contact properties
 */
export const contactProperties: readonly PropertyDefinition[] = [
  ...texts(
    person,
    ['email', 'Email'],
    ['firstname', 'First Name'],
    ['lastname', 'Last Name'],
    ['jobtitle', 'Job Title'],
    ['company', 'Company Name'],
    ['website', 'Website URL'],
    ['address', 'Street Address'],
    ['city', 'City'],
    ['state', 'State/Region'],
    ['zip', 'Postal Code'],
    ['country', 'Country/Region'],
    ['industry', 'Industry'],
    ['annualrevenue', 'Annual Revenue'],
  ),
  ...longTexts(person, ['message', 'Message']),
  ...phones(person, ['phone', 'Phone Number'], ['mobilephone', 'Mobile Phone Number']),
  ...choice(
    person,
    ['numemployees', 'Number of Employees'],
    ['1-5', '5-25', '25-50', '50-100', '100-500', '500-1000', '1000+'],
  ),
  ...choice(
    person,
    ['hs_buying_role', 'Buying Role'],
    ['BLOCKER', 'BUDGET_HOLDER', 'CHAMPION', 'DECISION_MAKER', 'END_USER', 'EXECUTIVE_SPONSOR', 'INFLUENCER', 'OTHER'],
    'checkbox',
  ),
  ...texts(
    person,
    ['hs_role', 'Employment Role'],
    ['hs_seniority', 'Employment Seniority'],
    ['hs_language', 'Preferred language'],
  ),
  ...dates(person, ['start_date', 'Start Date']),
  ...dateTimes(person, ['closedate', 'Close Date']),
  ...shared.lifecycleProperty(person),
  ...shared.leadStatusProperty(sales),
  ...shared.recordProperties(person),
  ...shared.stamps(person, 'createdate', 'lastmodifieddate'),
  ...shared.sourceProperties(analytics),
  ...shared.visitProperties(analytics),
  ...shared.noteProperties(sales),
  ...calculated(
    texts(person, ['hs_email_domain', 'Email Domain'], ['hs_additional_emails', 'Additional email addresses']),
    numbers(
      person,
      ['associatedcompanyid', 'Primary Associated Company ID'],
      ['num_associated_deals', 'Number of Associated Deals'],
    ),
    flags(sales, ['hs_is_unworked', 'Contact unworked']),
    numbers(conversion, ['num_unique_conversion_events', 'Number of Unique Forms Submitted']),
  ),
  ...readOnly(
    choice(analytics, ['hs_latest_source', 'Latest Traffic Source'], shared.sources),
    texts(
      analytics,
      ['hs_analytics_last_url', 'Last Page Seen'],
      ['hs_latest_source_data_1', 'Latest Traffic Source Drill-Down 1'],
      ['hs_latest_source_data_2', 'Latest Traffic Source Drill-Down 2'],
      ['hs_analytics_first_touch_converting_campaign', 'First Touch Converting Campaign'],
      ['hs_analytics_last_touch_converting_campaign', 'Last Touch Converting Campaign'],
    ),
    dateTimes(analytics, ['hs_latest_source_timestamp', 'Latest Traffic Source Date']),
    dateTimes(
      conversion,
      ['first_conversion_date', 'First Conversion Date'],
      ['recent_conversion_date', 'Recent Conversion Date'],
    ),
    texts(
      conversion,
      ['first_conversion_event_name', 'First Conversion'],
      ['recent_conversion_event_name', 'Recent Conversion'],
    ),
    numbers(conversion, ['num_conversion_events', 'Number of Form Submissions']),
    numbers(
      mail,
      ['hs_email_delivered', 'Marketing emails delivered'],
      ['hs_email_open', 'Marketing emails opened'],
      ['hs_email_click', 'Marketing emails clicked'],
      ['hs_email_bounce', 'Marketing emails bounced'],
      ['hs_email_replied', 'Marketing emails replied'],
    ),
    choice(mail, ['hs_email_hard_bounce_reason_enum', 'Email hard bounce reason'], bounceReasons),
    dateTimes(
      mail,
      ['hs_email_last_open_date', 'Last marketing email open date'],
      ['hs_email_last_click_date', 'Last marketing email click date'],
      ['hs_sales_email_last_replied', 'Recent Sales Email Replied Date'],
      ['hs_last_sales_activity_timestamp', 'Last Engagement Date'],
      ['engagements_last_meeting_booked', 'Date of last meeting booked in meetings tool'],
    ),
  ),
  ...flags(mail, ['hs_email_optout', 'Unsubscribed from all email']),
];

export const contactDefaults = ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'];
export const contacts = {
  typeId: contactType,
  properties: contactProperties,
  groups: [person, analytics, sales, mail, conversion],
};
