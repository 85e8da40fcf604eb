import { DAY_MS, toIso } from '../src/domain/values/instant.ts';
import { diceOf } from './dice.ts';

export const NOW = Date.UTC(2026, 5, 1);

/** What is known of a contact and its company, by fact; '' where nothing is. */
export type Contact = Readonly<Record<string, string>>;

const TITLES = [
  'VP of Sales',
  'Chief Technology Officer',
  'Head of Logistics, EMEA',
  'Marketing Manager',
  'Team Lead Support',
  'Student',
  'Account Director (DACH)',
  'Buyer',
  'Research Assistant',
  '',
];
const INDUSTRIES = ['COMPUTER_SOFTWARE', 'MACHINERY', 'INSURANCE', 'HIGHER_EDUCATION', 'RETAIL', 'BANKING', ''];
const NAMES = ['Ada', 'Bo', 'Øystein', 'María José', 'test', 'asdf', 'xxx', ''];
const EMAILS = ['ada@northwind.io', 'bo.li@contoso.co.uk', 'test@test.com', 'nobody', 'x@example.com', ''];
const PHONES = ['+49 30 901820', '(212) 736-5000', '1234567', '0000000000', '', ''];
const TECHNOLOGIES = ['HubSpot, Segment', 'Salesforce and Marketo', 'WordPress', ''];
const COUNTRIES = ['Germany', 'France', 'United States', 'Japan', ''];
const STAGES = ['subscriber', 'lead', 'marketingqualifiedlead', 'opportunity', 'customer', ''];
const TYPES = ['PROSPECT', 'PARTNER', 'VENDOR', ''];

/** Contacts as dirty as real ones: a sixth of everything is missing, some of it is junk. */
export function contacts(count: number): Contact[] {
  const { below, oneOf } = diceOf(40);
  const sometimes = (value: string): string => (below(6) === 0 ? '' : value);
  const recently = (): string => sometimes(toIso(NOW - below(200) * DAY_MS - below(DAY_MS)));
  return Array.from({ length: count }, () => ({
    'contact.jobtitle': oneOf(TITLES),
    'contact.firstname': oneOf(NAMES),
    'contact.email': oneOf(EMAILS),
    'contact.phone': oneOf(PHONES),
    'contact.country': oneOf(COUNTRIES),
    'contact.lifecyclestage': oneOf(STAGES),
    'contact.hs_email_optout': oneOf(['true', 'false', '']),
    'contact.num_conversions': sometimes(String(below(12))),
    'contact.last_visit': recently(),
    'contact.last_click': recently(),
    'company.name': sometimes('Northwind'),
    'company.industry': oneOf(INDUSTRIES),
    'company.country': oneOf(COUNTRIES),
    'company.numberofemployees': sometimes(String(1 + below(9_000))),
    'company.annualrevenue': sometimes(`${below(90_000_000)}.5`),
    'company.type': oneOf(TYPES),
    'company.web_technologies': oneOf(TECHNOLOGIES),
  }));
}
