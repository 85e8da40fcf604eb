import { contactStory, type Change, type Story } from './contact-story.ts';
import { dealStory } from './deal-story.ts';
import { mailDomain, numbered, type DemoCompany } from './demo-companies.ts';
import { ownersOf } from './demo-owners.ts';
import { FIRST_NAMES, LAST_NAMES, slug } from './demo-words.ts';
import type { Dice } from './dice.ts';
import { PLANTED_RATES, type Reached } from './planted-rates.ts';
import { busyInstant } from './working-time.ts';

export interface DemoContact {
  id: string;
  createdAt: number;
  company: DemoCompany;
  /** In [0, 1): where among those whose stories end alike somebody stands in their company, the highest first. */
  rank: number;
  properties: Record<string, string>;
  changes: Change[];
  reached: Reached;
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

/** The leads in the order they came in, each with a company of its region and a story that may reach past the present. */
export function demoContacts(
  count: number,
  companies: readonly DemoCompany[],
  { startAt, endAt }: Span,
  dice: Dice,
): DemoContact[] {
  const byRegion = [...Map.groupBy(companies, ({ region }) => region)];
  const arrivals = Array.from({ length: count }, () => {
    const [region, firms] = dice.weighted(byRegion, ([{ share }]) => share);
    return { at: busyInstant(startAt, endAt, region, dice), firms };
  }).sort((a, b) => a.at - b.at);
  const taken = new Map<string, number>();
  return arrivals.map(({ at, firms }, index) => {
    const company = dice.weighted(firms, ({ employees }) => Math.sqrt(employees));
    return demoContact(`${FIRST_ID + index}`, at, company, taken, dice);
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
    company: company.name,
    country: company.country,
    hs_analytics_source: rates.source,
    hs_analytics_source_data_1: rates.detail,
  };
  const rank = dice.between(0, 1);
  const { region } = company;
  const story = contactStory(createdAt, { rates, region, sdr: dice.pick(ownersOf(region.name, 'SDR')) }, dice);
  return { id, createdAt, company, rank, properties, ...withDeal(story, company, rates.won, dice) };
}

/** A won deal makes its contact a customer; HubSpot does that itself. */
function withDeal(
  { changes, reached, opportunityAt }: Story,
  company: DemoCompany,
  wonRate: number,
  dice: Dice,
): Pick<DemoContact, 'changes' | 'reached' | 'deal'> {
  if (opportunityAt === undefined) return { changes, reached };
  const { region, employees } = company;
  const sale = { wonRate, employees, region, ae: dice.pick(ownersOf(region.name, 'AE')) };
  const { closedAt, beyondFirstAt, won, changes: steps } = dealStory(opportunityAt, sale, dice);
  const customer = { property: 'lifecyclestage', value: 'customer', at: closedAt, by: '' };
  return {
    changes: won ? [...changes, customer] : changes,
    reached: {
      ...reached,
      ...(beyondFirstAt !== undefined && { SQO: beyondFirstAt }),
      ...(won && { WON: closedAt }),
    },
    deal: { openedAt: opportunityAt, name: `${company.name}: ${dice.pick(OFFERS)}`, changes: steps },
  };
}

const OFFERS = ['starter package', 'team licence', 'company licence', 'pilot'];
