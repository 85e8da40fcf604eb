import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { hubspotProperties, readFiles } from '../../../test/support/portal-folder.ts';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { generatePortal, writePortalFolder } from './generate-portal.ts';
import { readPortalFolder, type PortalFolder } from './read-portal-folder.ts';

// Whole portals are made here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DAY = 86_400_000;
const endAt = Date.UTC(2026, 10, 24, 9, 30);

describe('the generated portal without its dirty rows', () => {
  let folder: PortalFolder;
  beforeAll(async () => {
    folder = await readFiles(generatePortal({ seed: 1, endAt, dirty: 0 }));
  });

  const recordsOf = (type: string) => folder.records.filter((record) => record.type === type);
  const values = (property: string) => folder.history.filter((entry) => entry.property === property);

  test('is read without a problem or a note', () => {
    expect(folder.load).toMatchObject({ rejected: 0, problems: [], notes: [] });
    expect(folder.customProperties).toEqual([]);
  });

  test('has the companies, leads and people of six months', () => {
    expect(recordsOf('contact')).toHaveLength(3000);
    expect(recordsOf('company')).toHaveLength(600);
    const emails = recordsOf('contact').map(({ properties }) => properties['email']);
    expect(new Set(emails).size).toBe(3000);
    expect(new Set(recordsOf('company').map(({ properties }) => properties['domain'])).size).toBe(600);
    const sources = recordsOf('contact').map(({ properties }) => properties['hs_analytics_source_data_1']);
    expect(new Set(sources).size).toBe(12);
  });

  test('has fourteen sales people, both roles in each of three regions with their own clocks, and one who runs the portal', () => {
    const sales = folder.owners.filter(({ role }) => role !== 'OPS');
    expect([sales.length, folder.owners.length]).toEqual([14, 15]);
    const teams = Map.groupBy(sales, ({ team }) => team);
    expect(teams.size).toBe(3);
    for (const [, owners] of teams) {
      expect(new Set(owners.map(({ role }) => role))).toEqual(new Set(['SDR', 'AE']));
      expect(new Set(owners.map(({ timezone }) => timezone)).size).toBe(1);
    }
    expect(new Set(folder.owners.map(({ timezone }) => timezone)).size).toBe(3);
  });

  test('knows nothing of the future', () => {
    expect(folder.asOf).toBeLessThanOrEqual(endAt);
    expect(folder.asOf).toBeGreaterThan(endAt - DAY);
    const first = Math.min(...recordsOf('contact').map(({ createdAt }) => createdAt));
    expect(first).toBeGreaterThanOrEqual(endAt - 183 * DAY);
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

  test('ties each deal to a contact and a company', () => {
    const links = folder.associations.map(
      ({ fromType, fromId, toType, toId }) => `${fromType} ${fromId}>${toType} ${toId}`,
    );
    expect(new Set(links).size).toBe(links.length);
    for (const { id } of recordsOf('deal')) {
      const count = (matches: (link: string) => boolean) => links.filter(matches).length;
      expect(count((link) => link.endsWith(`>deal ${id}`))).toBe(1);
      expect(count((link) => link.startsWith(`deal ${id}>company `))).toBe(1);
    }
  });
});

const small = { days: 60, endAt, contacts: 200, companies: 20 };

test('equal options make equal files, another seed other ones', () => {
  const files = generatePortal({ ...small, seed: 7 });
  expect(generatePortal({ ...small, seed: 7 })).toEqual(files);
  expect(generatePortal({ ...small, seed: 8 })['contacts.csv']).not.toBe(files['contacts.csv']);
});

test('about one lead in twelve has led to a deal, whatever the seed', () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const deals = (generatePortal({ seed, endAt, dirty: 0 })['deals.csv'] ?? '').trimEnd().split('\n').length - 1;
    expect(deals).toBeGreaterThanOrEqual(210);
    expect(deals).toBeLessThanOrEqual(290);
  }
});

test('is written into a folder that need not be there', async () => {
  await using place = await tempFolder();
  const path = join(place.path, 'new', 'portal');
  const files = generatePortal({ ...small, contacts: 20, companies: 3, seed: 1, dirty: 0 });
  await writePortalFolder(path, files);
  expect((await readdir(path)).sort()).toEqual(Object.keys(files).sort());
  expect((await readPortalFolder(path, hubspotProperties)).load.problems).toEqual([]);
});
