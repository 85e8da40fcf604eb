import { companyType } from '../object-types.ts';
import type { PropertyDefinition } from '../property-definition.ts';
import { calculated, choice, flags, longTexts, numbers, phones, readOnly, texts } from './builders.ts';
import * as shared from './shared-properties.ts';

const company = 'companyinformation';
const analytics = 'analyticsinformation';
const sales = 'sales_properties';

const industries = [
  'ACCOUNTING=Accounting',
  'AUTOMOTIVE=Automotive',
  'BANKING=Banking',
  'BIOTECHNOLOGY=Biotechnology',
  'CHEMICALS=Chemicals',
  'COMPUTER_SOFTWARE=Computer Software',
  'CONSTRUCTION=Construction',
  'CONSUMER_GOODS=Consumer Goods',
  'EDUCATION_MANAGEMENT=Education Management',
  'FINANCIAL_SERVICES=Financial Services',
  'FOOD_PRODUCTION=Food Production',
  'HOSPITAL_HEALTH_CARE=Hospital & Health Care',
  'INDUSTRIAL_AUTOMATION=Industrial Automation',
  'INFORMATION_TECHNOLOGY_AND_SERVICES=Information Technology and Services',
  'INSURANCE=Insurance',
  'INTERNET=Internet',
  'LOGISTICS_AND_SUPPLY_CHAIN=Logistics and Supply Chain',
  'MACHINERY=Machinery',
  'MANAGEMENT_CONSULTING=Management Consulting',
  'MARKETING_AND_ADVERTISING=Marketing and Advertising',
  'MEDICAL_DEVICES=Medical Devices',
  'OIL_ENERGY=Oil & Energy',
  'PHARMACEUTICALS=Pharmaceuticals',
  'REAL_ESTATE=Real Estate',
  'RENEWABLES_ENVIRONMENT=Renewables & Environment',
  'RETAIL=Retail',
  'TELECOMMUNICATIONS=Telecommunications',
  'TRANSPORTATION_TRUCKING_RAILROAD=Transportation/Trucking/Railroad',
  'UTILITIES=Utilities',
];

/**
 * HubSpot's own company properties, as far as a lead's way to revenue touches them.
 *
 * @source HubSpot docs: Companies API; HubSpot Knowledge Base: default company properties
 */
export const companyProperties: readonly PropertyDefinition[] = [
  ...texts(
    company,
    ['name', 'Company name'],
    ['domain', 'Company Domain Name'],
    ['website', 'Website URL'],
    ['address', 'Street Address'],
    ['city', 'City'],
    ['state', 'State/Region'],
    ['zip', 'Postal Code'],
    ['country', 'Country/Region'],
    ['web_technologies', 'Web Technologies'],
  ),
  ...longTexts(company, ['description', 'Description']),
  ...phones(company, ['phone', 'Phone Number']),
  ...choice(company, ['industry', 'Industry'], industries),
  ...choice(
    company,
    ['type', 'Type'],
    ['PROSPECT=Prospect', 'PARTNER=Partner', 'RESELLER=Reseller', 'VENDOR=Vendor', 'OTHER=Other'],
  ),
  ...numbers(company, ['numberofemployees', 'Number of Employees'], ['annualrevenue', 'Annual Revenue']),
  ...flags(sales, ['hs_is_target_account', 'Target Account']),
  ...choice(
    sales,
    ['hs_ideal_customer_profile', 'Ideal Customer Profile Tier'],
    ['tier_1=Tier 1', 'tier_2=Tier 2', 'tier_3=Tier 3'],
  ),
  ...shared.lifecycleProperty(company),
  ...shared.leadStatusProperty(sales),
  ...shared.recordProperties(company),
  ...shared.stamps(company, 'createdate', 'hs_lastmodifieddate'),
  ...shared.sourceProperties(analytics),
  ...shared.visitProperties(analytics),
  ...shared.noteProperties(sales),
  ...calculated(
    numbers(
      company,
      ['num_associated_contacts', 'Number of Associated Contacts'],
      ['num_associated_deals', 'Number of Associated Deals'],
      ['hs_num_open_deals', 'Number of open deals'],
    ),
  ),
  ...readOnly(numbers(company, ['recent_deal_amount', 'Recent Deal Amount'], ['total_revenue', 'Total Revenue'])),
];

export const companyDefaults = ['name', 'domain', 'createdate', 'hs_lastmodifieddate', 'hs_object_id'];
export const companies = { typeId: companyType, properties: companyProperties, groups: [company, analytics, sales] };
