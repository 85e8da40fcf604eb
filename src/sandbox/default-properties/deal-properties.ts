import { dealType } from '../object-types.ts';
import type { PropertyDefinition } from '../property-definition.ts';
import { calculated, choice, dateTimes, flags, longTexts, numbers, readOnly, reference, texts } from './builders.ts';
import * as shared from './shared-properties.ts';

const deal = 'dealinformation';
const analytics = 'analyticsinformation';

const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'BRL', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'JPY', 'INR'];

/**
 * HubSpot's own deal properties, as far as a lead's way to revenue touches them.
 *
 * @source HubSpot docs: Deals API; HubSpot Knowledge Base: default deal properties
 */
export const dealProperties: readonly PropertyDefinition[] = [
  ...texts(deal, ['dealname', 'Deal Name'], ['hs_next_step', 'Next step']),
  ...longTexts(
    deal,
    ['description', 'Deal Description'],
    ['closed_lost_reason', 'Closed Lost Reason'],
    ['closed_won_reason', 'Closed Won Reason'],
  ),
  ...numbers(deal, ['amount', 'Amount']),
  ...dateTimes(deal, ['closedate', 'Close Date']),
  ...reference(deal, ['pipeline', 'Pipeline']),
  ...reference(deal, ['dealstage', 'Deal Stage']),
  ...choice(deal, ['deal_currency_code', 'Currency'], currencies),
  ...choice(
    deal,
    ['dealtype', 'Deal Type'],
    ['newbusiness=New Business', 'existingbusiness=Existing Business'],
    'radio',
  ),
  ...choice(deal, ['hs_priority', 'Priority'], ['low=Low', 'medium=Medium', 'high=High']),
  ...choice(
    deal,
    ['hs_manual_forecast_category', 'Forecast category'],
    ['OMIT=Not forecasted', 'PIPELINE=Pipeline', 'BEST_CASE=Best case', 'COMMIT=Commit', 'CLOSED=Closed won'],
  ),
  ...shared.recordProperties(deal),
  ...shared.stamps(deal, 'createdate', 'hs_lastmodifieddate'),
  ...shared.noteProperties(deal),
  ...readOnly(shared.sourceProperties(analytics)),
  ...calculated(
    flags(
      deal,
      ['hs_is_closed', 'Is Deal Closed?'],
      ['hs_is_closed_won', 'Is Closed Won'],
      ['hs_is_closed_lost', 'Is Closed Lost'],
    ),
    numbers(
      deal,
      ['hs_deal_stage_probability', 'Deal probability'],
      ['amount_in_home_currency', 'Amount in company currency'],
      ['days_to_close', 'Days to close'],
      ['num_associated_contacts', 'Number of Associated Contacts'],
    ),
  ),
];

export const dealDefaults = [
  'dealname',
  'amount',
  'closedate',
  'pipeline',
  'dealstage',
  'createdate',
  'hs_lastmodifieddate',
  'hs_object_id',
];
export const deals = { typeId: dealType, properties: dealProperties, groups: [deal, analytics] };
