import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../random.ts';
import type { Change } from './contact-story.ts';
import { csvText } from './csv-text.ts';
import { demoCompanies } from './demo-companies.ts';
import { demoContacts, type DemoContact } from './demo-contacts.ts';
import { dice } from './dice.ts';
import { portalTables, type SoldDeal } from './portal-tables.ts';
import { spoilTables } from './spoil-tables.ts';
import { truthOf } from './truth.ts';
import { DAY_MS, wholeSecond } from './working-time.ts';

/** `endAt` is the portal's present in UTC milliseconds: nothing in it happened later. Leads come in over the `days` before. */
export interface GenerateOptions {
  seed: number;
  endAt: number;
  /** Default six months. */
  days?: number;
  /** Default 3,000. */
  contacts?: number;
  /** At least one; default 600. */
  companies?: number;
  /** Share of dirty rows, 0 to 0.5; default 0.08. The clean portal is the same whatever the share. */
  dirty?: number;
}

/**
 * A portal folder of an invented B2B company: its sales people in three regions, the companies it sells to, their leads and how those fared.
 * Conversion follows `PLANTED_RATES` and `PLANTED_RESPONSE`; about one lead in twelve has led to a deal. Some rows are dirty, in the ways of
 * `DIRTY_KINDS`. Equal options give equal files.
 *
 * @returns text by file name: CSV, and `truth.json`, a `Truth`
 */
export function generatePortal(options: GenerateOptions): Record<string, string> {
  const { seed, endAt, days = 183, contacts = 3000, companies = 600, dirty = 0.08 } = options;
  const roll = dice(seededRandom(seed));
  const span = { startAt: wholeSecond(endAt - days * DAY_MS), endAt };
  const firms = demoCompanies(companies, span.startAt, roll);
  const stories = demoContacts(contacts, firms, span, roll);
  const leads = stories.map((lead) => untilNow(lead, endAt));
  const tables = portalTables({ companies: firms, leads, deals: dealsOf(leads) });
  const spoiled = spoilTables(tables, dirty, dice(seededRandom(seed ^ DIRT)));
  const files = Object.entries(spoiled.tables).map(
    ([file, { columns, rows }]) => [file, csvText(columns, rows)] as const,
  );
  const truth = truthOf(stories, { seed, ...span }, spoiled.counts);
  return { ...Object.fromEntries(files), 'truth.json': `${JSON.stringify(truth, null, 2)}\n` };
}

/** Dirt is thrown with dice of its own, so that the portal beneath it stays as it is. */
const DIRT = 0x5eed;

/** Writes the files into `folder`, which is made when it is not there. */
export async function writePortalFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
}

const FIRST_DEAL_ID = 900_001;

/** In the order they were opened. */
function dealsOf(leads: readonly DemoContact[]): SoldDeal[] {
  return leads
    .flatMap((lead) => (lead.deal === undefined ? [] : [{ lead, deal: lead.deal }]))
    .sort((a, b) => a.deal.openedAt - b.deal.openedAt)
    .map((sold, index) => ({ ...sold, id: `${FIRST_DEAL_ID + index}` }));
}

/** Stories are told to their end; the portal only knows what has happened. */
function untilNow({ deal, ...lead }: DemoContact, endAt: number): DemoContact {
  const past = (changes: readonly Change[]) => changes.filter(({ at }) => at <= endAt).sort((a, b) => a.at - b.at);
  const opened = deal !== undefined && deal.openedAt <= endAt;
  return {
    ...lead,
    changes: past(lead.changes),
    ...(opened && { deal: { ...deal, changes: past(deal.changes) } }),
  };
}
