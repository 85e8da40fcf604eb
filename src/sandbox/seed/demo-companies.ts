import { REGIONS, type Region } from './demo-regions.ts';
import { COMPANY_NAMES, FREE_MAIL, slug, TRADES } from './demo-words.ts';
import type { Dice } from './dice.ts';
import { DAY_MS, wholeSecond } from './working-time.ts';

export interface DemoCompany {
  id: string;
  name: string;
  domain: string;
  industry: string;
  region: Region;
  country: string;
  employees: number;
  createdAt: number;
}

const FIRST_ID = 500_001;

/** Companies that were in the portal before its first lead; their names and domains are all different. */
export function demoCompanies(count: number, startAt: number, dice: Dice): DemoCompany[] {
  const taken = new Map<string, number>();
  const firms = dice.shuffled(TRADES.flatMap((trade) => COMPANY_NAMES.map((word) => ({ word, trade }))));
  return Array.from({ length: count }, (_, index) => {
    const { word, trade } = firms[index % firms.length] ?? dice.pick(firms);
    const name = numbered(`${word} ${trade.word}`, taken);
    const region: Region = dice.weighted(REGIONS, ({ share }) => share);
    return {
      id: `${FIRST_ID + index}`,
      name,
      domain: `${slug(name)}.example`,
      industry: trade.industry,
      region,
      country: dice.pick(region.countries),
      employees: Math.max(3, Math.round(dice.skewed(110, 20_000))),
      createdAt: wholeSecond(startAt - dice.between(1, 200) * DAY_MS),
    };
  });
}

/** One lead in eight writes from a free mail address; the others from their company's domain. */
export function mailDomain(company: DemoCompany, dice: Dice): string {
  return dice.chance(1 / 8) ? dice.pick(FREE_MAIL) : company.domain;
}

/** The text itself, and with a number behind it from the second time on. */
export function numbered(text: string, taken: Map<string, number>): string {
  const times = (taken.get(text) ?? 0) + 1;
  taken.set(text, times);
  return times === 1 ? text : `${text} ${times}`;
}
