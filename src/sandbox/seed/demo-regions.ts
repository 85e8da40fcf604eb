/**
 * Where the demo company sells: who lives there, by which clock they live, and when they come by.
 *
 * @source Bundesnetzagentur, Ofcom and NANPA on phone numbers for films and plays
 */
export interface Region {
  name: string;
  /** IANA name. */
  timeZone: string;
  /** Of all leads. */
  share: number;
  /** The more often named, the likelier. */
  countries: readonly string[];
  /** Leads by local weekday, Sunday first; only the proportions count. */
  byWeekday: readonly number[];
  /** Leads by local hour. */
  byHour: readonly number[];
  /** Phone numbers set aside there for fiction: how they begin, and how many digits follow. */
  phone: { prefix: string; digits: number };
}

export const REGIONS = [
  {
    name: 'Central Europe',
    timeZone: 'Europe/Berlin',
    share: 0.5,
    countries: ['Germany', 'Germany', 'Germany', 'Austria', 'Switzerland'],
    byWeekday: [0.2, 1, 1.1, 1.1, 1, 0.8, 0.25],
    byHour: [1, 1, 1, 1, 1, 2, 5, 9, 15, 18, 18, 15, 11, 14, 16, 15, 12, 9, 7, 6, 6, 5, 3, 2],
    phone: { prefix: '+49 30 23125 ', digits: 3 },
  },
  {
    name: 'UK and Ireland',
    timeZone: 'Europe/London',
    share: 0.28,
    countries: ['United Kingdom', 'United Kingdom', 'United Kingdom', 'Ireland'],
    byWeekday: [0.3, 0.9, 1.1, 1.2, 1, 0.75, 0.3],
    byHour: [1, 1, 1, 1, 1, 1, 3, 6, 11, 16, 18, 17, 14, 12, 15, 16, 14, 11, 8, 6, 6, 5, 3, 2],
    phone: { prefix: '+44 20 7946 0', digits: 3 },
  },
  {
    name: 'North America',
    timeZone: 'America/New_York',
    share: 0.22,
    countries: ['United States', 'United States', 'United States', 'Canada'],
    byWeekday: [0.5, 1.05, 1.15, 1.05, 1, 0.7, 0.45],
    byHour: [2, 1, 1, 1, 1, 1, 2, 4, 8, 12, 16, 17, 14, 13, 15, 18, 17, 13, 9, 9, 10, 9, 6, 3],
    phone: { prefix: '+1 212 555 01', digits: 2 },
  },
] as const satisfies readonly Region[];

export type RegionName = (typeof REGIONS)[number]['name'];
