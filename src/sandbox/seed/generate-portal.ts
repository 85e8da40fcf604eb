import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../random.ts';
import type { Change } from './contact-story.ts';
import { demoCompanies } from './demo-companies.ts';
import { demoContacts, type DemoContact } from './demo-contacts.ts';
import { dice } from './dice.ts';
import { portalFiles } from './portal-files.ts';
import { DAY_MS, wholeSecond } from './working-time.ts';

/** `endAt` is the portal's present in UTC milliseconds: nothing in it happened later. Leads come in over the `days` before. */
export interface GenerateOptions {
  seed: number;
  days: number;
  endAt: number;
  contacts: number;
  /** At least one. */
  companies: number;
}

/**
 * A portal folder of an invented B2B company: its sales people, the companies it sells to, their leads and how those fared. Conversion
 * follows `PLANTED_RATES`. About one lead in eight has led to a deal; equal options give equal files.
 *
 * @returns CSV text by file name
 */
export function generatePortal({ seed, days, endAt, contacts, companies }: GenerateOptions): Record<string, string> {
  const roll = dice(seededRandom(seed));
  const span = { startAt: wholeSecond(endAt - days * DAY_MS), endAt };
  const firms = demoCompanies(companies, span.startAt, roll);
  const leads = demoContacts(contacts, firms, span, roll).map((lead) => untilNow(lead, endAt));
  const deals = leads.flatMap((lead) => (lead.deal === undefined ? [] : [{ lead, deal: lead.deal }]));
  const numberedDeals = deals
    .sort((a, b) => a.deal.openedAt - b.deal.openedAt)
    .map((sold, index) => ({ ...sold, id: `${FIRST_DEAL_ID + index}` }));
  return portalFiles({ companies: firms, leads, deals: numberedDeals });
}

/** Writes the files into `folder`, which is made when it is not there. */
export async function writePortalFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
}

const FIRST_DEAL_ID = 900_001;

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
