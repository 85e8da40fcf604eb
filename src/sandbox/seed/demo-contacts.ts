import { contactStory, type Change, type Story } from './contact-story.ts';
import { dealStory } from './deal-story.ts';
import { mailDomain, numbered, type DemoCompany } from './demo-companies.ts';
import { AE_IDS, SDR_IDS } from './demo-owners.ts';
import { FIRST_NAMES, JOB_TITLES, LAST_NAMES, slug } from './demo-words.ts';
import type { Dice } from './dice.ts';
import { PLANTED_RATES } from './planted-rates.ts';
import { busyInstant } from './working-time.ts';

export interface DemoContact {
  id: string;
  createdAt: number;
  company: DemoCompany;
  properties: Record<string, string>;
  changes: Change[];
  deal?: DemoDeal;
}

export interface DemoDeal {
  openedAt: number;
  name: string;
  changes: Change[];
}

export interface Span {
  startAt: number;
  endAt: number;
}

const FIRST_ID = 100_001;

/** The leads in the order they came in, each with a company and a story that may reach past the present. */
export function demoContacts(
  count: number,
  companies: readonly DemoCompany[],
  { startAt, endAt }: Span,
  dice: Dice,
): DemoContact[] {
  const arrivals = Array.from({ length: count }, () => busyInstant(startAt, endAt, dice)).sort((a, b) => a - b);
  const taken = new Map<string, number>();
  return arrivals.map((createdAt, index) => {
    const company = dice.weighted(companies, ({ employees }) => Math.sqrt(employees));
    return demoContact(`${FIRST_ID + index}`, createdAt, company, taken, dice);
  });
}

function demoContact(
  id: string,
  createdAt: number,
  company: DemoCompany,
  taken: Map<string, number>,
  dice: Dice,
): DemoContact {
  const rates = dice.weighted(PLANTED_RATES, ({ share }) => share);
  const firstname = dice.pick(FIRST_NAMES);
  const lastname = dice.pick(LAST_NAMES);
  const mailbox = slug(numbered(`${firstname} ${lastname}`, taken)).replaceAll('-', '.');
  const properties = {
    email: `${mailbox}@${mailDomain(company, dice)}`,
    firstname,
    lastname,
    jobtitle: dice.pick(JOB_TITLES),
    company: company.name,
    country: company.country,
    hs_analytics_source: rates.source,
  };
  const story = contactStory(createdAt, rates, dice.pick(SDR_IDS), dice);
  return { id, createdAt, company, properties, ...withDeal(story, company, rates.won, dice) };
}

/** A won deal makes its contact a customer; HubSpot does that itself. */
function withDeal(
  { changes, opportunityAt }: Story,
  company: DemoCompany,
  wonRate: number,
  dice: Dice,
): Pick<DemoContact, 'changes' | 'deal'> {
  if (opportunityAt === undefined) return { changes };
  const story = dealStory(opportunityAt, wonRate, company.employees, dice.pick(AE_IDS), dice);
  const customer = { property: 'lifecyclestage', value: 'customer', at: story.closedAt, by: '' };
  const deal = { openedAt: opportunityAt, name: `${company.name}: ${dice.pick(OFFERS)}`, changes: story.changes };
  return { changes: story.won ? [...changes, customer] : changes, deal };
}

const OFFERS = ['starter package', 'team licence', 'company licence', 'pilot'];
