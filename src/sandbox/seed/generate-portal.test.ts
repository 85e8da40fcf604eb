import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hubspotProperties, readFiles } from '../../../test/support/portal-folder.ts';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { generatePortal, writePortalFolder } from './generate-portal.ts';
import { PLANTED_RATES } from './planted-rates.ts';
import { readPortalFolder, type FolderRecord, type HistoryEntry, type PortalFolder } from './read-portal-folder.ts';

const DAY = 86_400_000;
const endAt = Date.UTC(2026, 10, 24, 9, 30);
const demo = { days: 120, endAt, contacts: 800, companies: 150 };

/** No step of the way to an opportunity takes longer than this. */
const MATURE = 50 * DAY;

describe('the generated portal', () => {
  let folder: PortalFolder;
  beforeAll(async () => {
    folder = await readFiles(generatePortal({ ...demo, seed: 1 }));
  });

  const recordsOf = (type: string) => folder.records.filter((record) => record.type === type);
  const values = (property: string) => folder.history.filter((entry) => entry.property === property);

  test('is read without a problem or a note', () => {
    expect(folder.load).toMatchObject({ rejected: 0, problems: [], notes: [] });
    expect(folder.customProperties).toEqual([]);
  });

  test('has the companies, leads and people it was asked for', () => {
    expect(recordsOf('contact')).toHaveLength(800);
    expect(recordsOf('company')).toHaveLength(150);
    const emails = recordsOf('contact').map(({ properties }) => properties['email']);
    expect(new Set(emails).size).toBe(800);
    expect(new Set(recordsOf('company').map(({ properties }) => properties['domain'])).size).toBe(150);
    expect(new Set(folder.owners.map(({ role }) => role))).toEqual(new Set(['SDR', 'AE']));
  });

  test('knows nothing of the future', () => {
    expect(folder.asOf).toBeLessThanOrEqual(endAt);
    expect(folder.asOf).toBeGreaterThan(endAt - DAY);
    const first = Math.min(...recordsOf('contact').map(({ createdAt }) => createdAt));
    expect(first).toBeGreaterThanOrEqual(endAt - demo.days * DAY);
  });

  test('has every kind of story: won, lost, open, recycled, returned, refused, left alone, skipped', () => {
    const stages = values('dealstage').map(({ value }) => value);
    const states = values('hs_lead_status').map(({ value }) => value);
    for (const stage of ['appointmentscheduled', 'contractsent', 'closedwon', 'closedlost'])
      expect(stages).toContain(stage);
    for (const state of ['BAD_TIMING', 'UNQUALIFIED', 'ATTEMPTED_TO_CONTACT', 'OPEN_DEAL'])
      expect(states).toContain(state);
    expect(
      recordsOf('contact').filter(({ properties }) => properties['hs_lead_status'] === 'NEW').length,
    ).toBeGreaterThan(5);
    expect(values('lifecyclestage').filter(({ value }) => value === '').length).toBeGreaterThan(2);
    const skipped = recordsOf('deal').filter(({ id, properties }) => {
      const seen = values('dealstage').filter((entry) => entry.id === id);
      return properties['dealstage'] === 'closedwon' && seen.length < 6;
    });
    expect(skipped.length).toBeGreaterThan(2);
    const closed = recordsOf('deal').filter(({ properties }) => properties['dealstage']?.startsWith('closed'));
    expect(recordsOf('deal').length - closed.length).toBeGreaterThan(10);
  });

  test('gets its leads on weekdays and in working hours, mostly', () => {
    const created = recordsOf('contact').map(({ createdAt }) => new Date(createdAt));
    const weekend = created.filter((date) => date.getUTCDay() % 6 === 0).length / created.length;
    const night = created.filter((date) => date.getUTCHours() < 5).length / created.length;
    expect(weekend).toBeLessThan(0.14);
    expect(weekend).toBeGreaterThan(0.02);
    expect(night).toBeLessThan(0.06);
  });

  test('ties each deal to a contact and a company', () => {
    const links = folder.associations.map(
      ({ fromType, fromId, toType, toId }) => `${fromType} ${fromId}>${toType} ${toId}`,
    );
    expect(new Set(links).size).toBe(links.length);
    for (const { id } of recordsOf('deal')) {
      expect(links.filter((link) => link.endsWith(`>deal ${id}`))).toHaveLength(1);
      expect(links.filter((link) => link.startsWith(`deal ${id}>company `))).toHaveLength(1);
    }
  });
});

test('equal options make equal files, another seed other ones', () => {
  const files = generatePortal({ ...demo, seed: 7 });
  expect(generatePortal({ ...demo, seed: 7 })).toEqual(files);
  expect(generatePortal({ ...demo, seed: 8 })['contacts.csv']).not.toBe(files['contacts.csv']);
});

test('about one lead in eight has led to a deal, whatever the seed', () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const deals = (generatePortal({ ...demo, seed })['deals.csv'] ?? '').trimEnd().split('\n').length - 1;
    expect(deals).toBeGreaterThanOrEqual(80);
    expect(deals).toBeLessThanOrEqual(120);
  }
});

test('is written into a folder that need not be there', async () => {
  await using place = await tempFolder();
  const path = join(place.path, 'new', 'portal');
  const files = generatePortal({ ...demo, contacts: 20, companies: 3, seed: 1 });
  await writePortalFolder(path, files);
  expect((await readdir(path)).sort()).toEqual(Object.keys(files).sort());
  expect((await readPortalFolder(path, hubspotProperties)).load.problems).toEqual([]);
});

describe('the planted rates', () => {
  /** 95 % Wilson interval. */
  const covers = ([hits, n]: [number, number], rate: number) => {
    const z = 1.959964;
    const middle = (hits + (z * z) / 2) / (n + z * z);
    const half = (z * Math.sqrt((hits * (n - hits)) / n + (z * z) / 4)) / (n + z * z);
    return Math.abs(middle - rate) <= half;
  };

  const reached = (entries: readonly HistoryEntry[], ...values: string[]) =>
    entries.find(({ value }) => values.includes(value));

  /** Leads whose first attempt has had the time to end, with the steps they took in it. */
  const steps = (folder: PortalFolder, contacts: readonly FolderRecord[]) => {
    const history = Map.groupBy(folder.history, ({ id }) => id);
    return contacts.map(({ id }) => {
      const all = history.get(id) ?? [];
      const end = all.findIndex(({ value }) => value === 'BAD_TIMING');
      const first = end === -1 ? all : all.slice(0, end);
      return {
        qualified: reached(first, 'marketingqualifiedlead', 'salesqualifiedlead') !== undefined,
        accepted: reached(first, 'ATTEMPTED_TO_CONTACT', 'IN_PROGRESS') !== undefined,
        opportunity: reached(first, 'opportunity') !== undefined,
      };
    });
  };

  test('are inside the 95 % intervals of what is counted, about 19 times in 20', async () => {
    const misses: string[] = [];
    let intervals = 0;
    for (let seed = 1; seed <= 4; seed += 1) {
      const folder = await readFiles(generatePortal({ ...demo, days: 240, contacts: 1500, seed }));
      const mature = folder.records.filter(({ type, createdAt }) => type === 'contact' && createdAt < endAt - MATURE);
      for (const { source, qualified, opportunity } of PLANTED_RATES) {
        const counted = steps(
          folder,
          mature.filter(({ properties }) => properties['hs_analytics_source'] === source),
        );
        const accepted = counted.filter((lead) => lead.accepted);
        const leads: [number, number] = [counted.filter((lead) => lead.qualified).length, counted.length];
        const worked: [number, number] = [accepted.filter((lead) => lead.opportunity).length, accepted.length];
        intervals += 2;
        if (!covers(leads, qualified)) misses.push(`${source} qualified ${leads.join('/')}`);
        if (!covers(worked, opportunity)) misses.push(`${source} opportunity ${worked.join('/')}`);
      }
    }
    expect(intervals).toBe(64);
    expect(misses.length, misses.join('; ')).toBeLessThanOrEqual(6);
  });
});
