import type { Change } from './contact-story.ts';
import { csvText } from './csv-text.ts';
import type { DemoCompany } from './demo-companies.ts';
import type { DemoContact, DemoDeal } from './demo-contacts.ts';
import { DEMO_OWNERS } from './demo-owners.ts';
import { slug } from './demo-words.ts';
import { compareText } from './order.ts';
import { isoInstant } from './parse-instant.ts';

export interface SoldDeal {
  id: string;
  lead: DemoContact;
  deal: DemoDeal;
}

export interface DemoPortal {
  companies: readonly DemoCompany[];
  leads: readonly DemoContact[];
  deals: readonly SoldDeal[];
}

/** The demo portal as the files of a portal folder. Every current value is the newest one of its history. */
export function portalFiles({ companies, leads, deals }: DemoPortal): Record<string, string> {
  return {
    'owners.csv': ownersText(),
    'companies.csv': companiesText(companies),
    'contacts.csv': contactsText(leads),
    'deals.csv': dealsText(deals),
    'associations.csv': associationsText(leads, deals),
    'property_history.csv': historyText(leads, deals),
  };
}

function ownersText(): string {
  const columns = ['id', 'email', 'firstName', 'lastName', 'role', 'team', 'timezone', 'capacity'];
  const withMail = DEMO_OWNERS.map((owner) => ({
    ...owner,
    email: `${slug(owner.firstName)}.${slug(owner.lastName)}@lumenwerk.example`,
  }));
  return csvText(columns, withMail);
}

function companiesText(companies: readonly DemoCompany[]): string {
  const rows = companies.map(({ id, name, domain, industry, country, employees, createdAt }) => {
    return {
      id,
      name,
      domain,
      industry,
      country,
      numberofemployees: `${employees}`,
      createdate: isoInstant(createdAt),
    };
  });
  return csvText(['id', 'name', 'domain', 'industry', 'numberofemployees', 'country', 'createdate'], rows);
}

const CONTACT_VALUES = ['email', 'firstname', 'lastname', 'jobtitle', 'company', 'country', 'hs_analytics_source'];
const CONTACT_HISTORY = ['lifecyclestage', 'hs_lead_status', 'hubspot_owner_id'];

function contactsText(leads: readonly DemoContact[]): string {
  const rows = leads.map(({ id, createdAt, properties, changes }) => {
    return { id, createdate: isoInstant(createdAt), ...properties, ...latestValues(changes) };
  });
  return csvText(['id', 'createdate', ...CONTACT_VALUES, ...CONTACT_HISTORY], rows);
}

function dealsText(deals: readonly SoldDeal[]): string {
  const rows = deals.map(({ id, deal }) => {
    const fixed = { dealname: deal.name, pipeline: 'default', deal_currency_code: 'EUR', dealtype: 'newbusiness' };
    const owner = { hubspot_owner_id: deal.changes[0]?.by ?? '' };
    return { id, createdate: isoInstant(deal.openedAt), ...fixed, ...owner, ...latestValues(deal.changes) };
  });
  const columns = ['dealname', 'pipeline', 'dealstage', 'amount', 'deal_currency_code', 'closedate', 'dealtype'];
  return csvText(['id', 'createdate', ...columns, 'hubspot_owner_id'], rows);
}

/** @param changes by time */
function latestValues(changes: readonly Change[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ property, value }) => [property, value]));
}

function associationsText(leads: readonly DemoContact[], deals: readonly SoldDeal[]): string {
  const link = (from_type: string, from_id: string, to_type: string, to_id: string) => ({
    from_type,
    from_id,
    to_type,
    to_id,
  });
  const rows = [
    ...leads.map(({ id, company }) => link('contact', id, 'company', company.id)),
    ...deals.map(({ id, lead }) => link('contact', lead.id, 'deal', id)),
    ...deals.map(({ id, lead }) => link('deal', id, 'company', lead.company.id)),
  ];
  return csvText(['from_type', 'from_id', 'to_type', 'to_id'], rows);
}

function historyText(leads: readonly DemoContact[], deals: readonly SoldDeal[]): string {
  const rowsOf = (object_type: string, object_id: string, changes: readonly Change[]) =>
    changes.map(({ property, value, at, by }) => ({
      ...{ object_type, object_id, property, value, timestamp: isoInstant(at) },
      source_type: by === '' ? 'AUTOMATION_PLATFORM' : 'CRM_UI',
      source_id: by === '' ? '' : `userId:${by}`,
    }));
  const rows = [
    ...leads.flatMap(({ id, changes }) => rowsOf('contact', id, changes)),
    ...deals.flatMap(({ id, deal }) => rowsOf('deal', id, deal.changes)),
  ];
  const columns = ['object_type', 'object_id', 'property', 'value', 'timestamp', 'source_type', 'source_id'];
  return csvText(
    columns,
    rows.sort((a, b) => compareText(a.timestamp, b.timestamp)),
  );
}
