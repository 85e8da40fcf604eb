import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../random.ts';
import { companyProfiles } from './company-profiles.ts';
import { behave, type BehavingContact } from './contact-behavior.ts';
import { csvText } from './csv-text.ts';
import { demoCompanies } from './demo-companies.ts';
import { demoContacts } from './demo-contacts.ts';
import type { DemoSignal } from './demo-touches.ts';
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
 * Conversion follows `PLANTED_RATES` and `PLANTED_RESPONSE`; about one lead in twelve has led to a deal. What leads did before, and who they
 * are, follows `PLANTED_BEHAVIOR` and `PLANTED_STANDING`. Some rows are dirty, in the ways of `DIRTY_KINDS`. Equal options give equal files.
 *
 * @returns text by file name: CSV, and `truth.json`, a `Truth`
 */
export function generatePortal(options: GenerateOptions): Record<string, string> {
  const { seed, endAt, days = 183, contacts = 3000, companies = 600, dirty = 0.08 } = options;
  const roll = dice(seededRandom(seed));
  const span = { startAt: wholeSecond(endAt - days * DAY_MS), endAt };
  const firms = demoCompanies(companies, span.startAt, roll);
  const doing = dice(seededRandom(seed ^ BEHAVIOR));
  const stories = demoContacts(contacts, firms, span, roll).map((lead) => behave(lead, span, doing));
  const profiled = companyProfiles(firms, stories, span, doing).map((firm) => seenUntil(firm, endAt));
  const leads = stories.map((lead) => untilNow(lead, endAt));
  const tables = portalTables({ companies: profiled, leads, deals: dealsOf(leads) });
  const spoiled = spoilTables(tables, dirty, dice(seededRandom(seed ^ DIRT)));
  const files = Object.entries(spoiled.tables).map(
    ([file, { columns, rows }]) => [file, csvText(columns, rows)] as const,
  );
  const truth = truthOf(stories, { seed, ...span }, spoiled.counts);
  return { ...Object.fromEntries(files), 'truth.json': `${JSON.stringify(truth, null, 2)}\n` };
}

/** Behavior and dirt are thrown with dice of their own, so that the stories beneath them stay as they are. */
const BEHAVIOR = 0xac7;
const DIRT = 0x5eed;

/** Writes the files into `folder`, which is made when it is not there. */
export async function writePortalFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
}

const FIRST_DEAL_ID = 900_001;

/** In the order they were opened. */
function dealsOf(leads: readonly BehavingContact[]): SoldDeal[] {
  return leads
    .flatMap((lead) => (lead.deal === undefined ? [] : [{ lead, deal: lead.deal }]))
    .sort((a, b) => a.deal.openedAt - b.deal.openedAt)
    .map((sold, index) => ({ ...sold, id: `${FIRST_DEAL_ID + index}` }));
}

/** Stories are told to their end; the portal only knows what has happened. */
function untilNow({ deal, ...lead }: BehavingContact, endAt: number): BehavingContact {
  const opened = deal !== undefined && deal.openedAt <= endAt;
  return {
    ...seenUntil(lead, endAt),
    changes: past(lead.changes, endAt),
    touches: past(lead.touches, endAt),
    ...(opened && { deal: { ...deal, changes: past(deal.changes, endAt) } }),
  };
}

function seenUntil<Seen extends { signals: DemoSignal[] }>(seen: Seen, endAt: number): Seen {
  return { ...seen, signals: past(seen.signals, endAt) };
}

function past<Event extends { at: number }>(events: readonly Event[], endAt: number): Event[] {
  return events.filter(({ at }) => at <= endAt).sort((a, b) => a.at - b.at);
}
