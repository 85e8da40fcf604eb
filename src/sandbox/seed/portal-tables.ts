import type { ProfiledCompany } from './company-profiles.ts';
import type { BehavingContact } from './contact-behavior.ts';
import type { Change } from './contact-story.ts';
import type { DemoContact, DemoDeal } from './demo-contacts.ts';
import { DEMO_OWNERS } from './demo-owners.ts';
import { REGIONS } from './demo-regions.ts';
import type { DemoSignal } from './demo-touches.ts';
import { slug } from './demo-words.ts';
import { compareText } from './order.ts';
import { isoInstant } from './parse-instant.ts';

export interface SoldDeal {
  id: string;
  lead: DemoContact;
  deal: DemoDeal;
}

export interface DemoPortal {
  companies: readonly ProfiledCompany[];
  leads: readonly BehavingContact[];
  deals: readonly SoldDeal[];
}

export type DemoFile =
  | 'owners.csv'
  | 'companies.csv'
  | 'contacts.csv'
  | 'deals.csv'
  | 'associations.csv'
  | 'property_history.csv'
  | 'touches.csv'
  | 'signals.csv';

/** Cells by column. */
export type DemoRow = Readonly<Record<string, string>>;

export interface DemoTable {
  columns: readonly string[];
  rows: readonly DemoRow[];
}

/** The demo portal as the files of a portal folder. Every current value is the newest one of its history. */
export function portalTables({ companies, leads, deals }: DemoPortal): Record<DemoFile, DemoTable> {
  return {
    'owners.csv': ownersTable(),
    'companies.csv': companiesTable(companies),
    'contacts.csv': contactsTable(leads),
    'deals.csv': dealsTable(deals),
    'associations.csv': associationsTable(leads, deals),
    'property_history.csv': historyTable(companies, leads, deals),
    'touches.csv': touchesTable(leads),
    'signals.csv': signalsTable(companies, leads),
  };
}

function ownersTable(): DemoTable {
  const zones = new Map<string, string>(REGIONS.map(({ name, timeZone }) => [name, timeZone]));
  const rows = DEMO_OWNERS.map(({ region, ...owner }) => ({
    ...owner,
    email: `${slug(owner.firstName)}.${slug(owner.lastName)}@lumenwerk.example`,
    team: region,
    timezone: zones.get(region) ?? '',
  }));
  return { columns: ['id', 'email', 'firstName', 'lastName', 'role', 'team', 'timezone', 'capacity'], rows };
}

function companiesTable(companies: readonly ProfiledCompany[]): DemoTable {
  const rows = companies.map((company) => ({
    id: company.id,
    ...companyValues(company),
    createdate: isoInstant(company.createdAt),
  }));
  const known = ['name', 'domain', 'industry', 'numberofemployees', 'country'];
  return { columns: ['id', ...known, 'web_technologies', 'hs_ideal_customer_profile', 'createdate'], rows };
}

const companyValues = ({
  name,
  domain,
  industry,
  country,
  employees,
  technologies,
  tier,
}: ProfiledCompany): DemoRow => ({
  ...{ name, domain, industry, country },
  numberofemployees: `${employees}`,
  web_technologies: technologies.join(';'),
  hs_ideal_customer_profile: tier,
});

const SOURCE = ['hs_analytics_source', 'hs_analytics_source_data_1'];
const CONTACT_VALUES = ['email', 'firstname', 'lastname', 'jobtitle', 'phone', 'company', 'country', ...SOURCE];
const STORY = ['lifecyclestage', 'hs_lead_status', 'hubspot_owner_id'];
const BEHAVIOR = [
  'hs_analytics_last_visit_timestamp',
  'hs_analytics_last_url',
  'hs_email_last_click_date',
  'recent_conversion_date',
  'recent_conversion_event_name',
  'hs_email_optout',
  'hs_email_hard_bounce_reason_enum',
];

function contactsTable(leads: readonly DemoContact[]): DemoTable {
  const rows = leads.map(({ id, createdAt, properties, changes }) => {
    return { id, createdate: isoInstant(createdAt), ...properties, ...latestValues(changes) };
  });
  return { columns: ['id', 'createdate', ...CONTACT_VALUES, ...STORY, ...BEHAVIOR], rows };
}

function dealsTable(deals: readonly SoldDeal[]): DemoTable {
  const rows = deals.map(({ id, deal }) => {
    const fixed = { dealname: deal.name, pipeline: 'default', deal_currency_code: 'EUR', dealtype: 'newbusiness' };
    const owner = { hubspot_owner_id: deal.changes[0]?.by ?? '' };
    return { id, createdate: isoInstant(deal.openedAt), ...fixed, ...owner, ...latestValues(deal.changes) };
  });
  const columns = ['dealname', 'pipeline', 'dealstage', 'amount', 'deal_currency_code', 'closedate', 'dealtype'];
  return { columns: ['id', 'createdate', ...columns, 'hubspot_owner_id'], rows };
}

/** @param changes by time */
function latestValues(changes: readonly Change[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ property, value }) => [property, value]));
}

function associationsTable(leads: readonly DemoContact[], deals: readonly SoldDeal[]): DemoTable {
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
  return { columns: ['from_type', 'from_id', 'to_type', 'to_id'], rows };
}

/** What a company and a contact were imported with; the portal has known it since. */
const IMPORTED = {
  company: ['industry', 'numberofemployees', 'country', 'web_technologies', 'hs_ideal_customer_profile'],
  contact: ['jobtitle'],
} as const;

function historyTable(
  companies: readonly ProfiledCompany[],
  leads: readonly DemoContact[],
  deals: readonly SoldDeal[],
): DemoTable {
  const rowsOf = (object_type: string, object_id: string, changes: readonly Change[]) =>
    changes.map(({ property, value, at, by, source }) => ({
      ...{ object_type, object_id, property, value, timestamp: isoInstant(at) },
      source_type: source ?? (by === '' ? 'AUTOMATION_PLATFORM' : 'CRM_UI'),
      source_id: by === '' ? '' : `userId:${by}`,
    }));
  const imported = (object_type: keyof typeof IMPORTED, object_id: string, at: number, values: DemoRow) =>
    IMPORTED[object_type].flatMap((property) => {
      const value = values[property] ?? '';
      const change = { object_type, object_id, property, value, timestamp: isoInstant(at), source_type: 'IMPORT' };
      return value === '' ? [] : [{ ...change, source_id: '' }];
    });
  const rows = [
    ...companies.flatMap((company) => imported('company', company.id, company.createdAt, companyValues(company))),
    ...leads.flatMap(({ id, createdAt, properties }) => imported('contact', id, createdAt, properties)),
    ...leads.flatMap(({ id, changes }) => rowsOf('contact', id, changes)),
    ...deals.flatMap(({ id, deal }) => rowsOf('deal', id, deal.changes)),
  ];
  const columns = ['object_type', 'object_id', 'property', 'value', 'timestamp', 'source_type', 'source_id'];
  return { columns, rows: rows.sort(byTimestamp) };
}

function touchesTable(leads: readonly BehavingContact[]): DemoTable {
  const rows = leads.flatMap(({ id, touches }) =>
    touches.map(({ at, type, channel, program }) => ({
      contact_id: id,
      timestamp: isoInstant(at),
      ...{ type, channel, program },
    })),
  );
  return { columns: ['contact_id', 'timestamp', 'type', 'channel', 'program'], rows: rows.sort(byTimestamp) };
}

function signalsTable(companies: readonly ProfiledCompany[], leads: readonly BehavingContact[]): DemoTable {
  const rowsOf = (object_type: string, records: readonly { id: string; signals: readonly DemoSignal[] }[]) =>
    records.flatMap(({ id, signals }) =>
      signals.map(({ at, kind, topic, strength, source }) => ({
        ...{ object_type, object_id: id, timestamp: isoInstant(at) },
        ...{ kind, topic, strength: `${strength}`, source },
      })),
    );
  const rows = [...rowsOf('company', companies), ...rowsOf('contact', leads)];
  const columns = ['object_type', 'object_id', 'timestamp', 'kind', 'topic', 'strength', 'source'];
  return { columns, rows: rows.sort(byTimestamp) };
}

function byTimestamp(a: { timestamp: string }, b: { timestamp: string }): number {
  return compareText(a.timestamp, b.timestamp);
}
