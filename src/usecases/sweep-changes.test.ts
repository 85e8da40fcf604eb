import { expect, it } from 'vitest';
import type { RecordType } from '../domain/journey/fact.ts';
import { portalId, type RecordId, recordId } from '../domain/values/ids.ts';
import { MINUTE_MS } from '../domain/values/instant.ts';
import type { ChangedRecord, ChangedRequest, Lease, PortalGateway, PortalSettings } from './ports.ts';
import { type SweepNeeds, sweepChanges } from './sweep-changes.ts';

const PORTAL = portalId('1');
const PAGE = 200;
const START = Date.UTC(2026, 0, 1);

/** A portal whose contacts changed at these instants, in order; contacts that are read are noted. */
function portalOf(changes: readonly number[]) {
  const time = { now: START };
  const found = changes.map((at, index): ChangedRecord => {
    return { id: recordId(String(index + 1)), changedAt: at, properties: undefined, companyId: '', mergedIds: [] };
  });
  const read = new Set<RecordId>();
  const since = new Map<RecordType, number>();
  const gateway: Partial<PortalGateway> = {
    changedRecords: ({ type, from: { at, afterId } }: ChangedRequest) => {
      const visible = type === 'contact' ? found.filter(({ changedAt }) => changedAt <= time.now) : [];
      const records = visible
        .filter((each) => (afterId === undefined ? each.changedAt >= at : each.changedAt === at && +each.id > +afterId))
        .slice(0, PAGE);
      const last = records.at(-1);
      if (!last || records.length < PAGE)
        return Promise.resolve(afterId === undefined ? { records } : { records, next: { at: at + 1 } });
      if (afterId !== undefined) return Promise.resolve({ records, next: { at, afterId: last.id } });
      const isFull = records[0]?.changedAt === last.changedAt;
      return Promise.resolve({
        records,
        next: { at: last.changedAt, ...(isFull ? { afterId: recordId('0') } : {}) },
      });
    },
    readRecords: ({ ids }) => {
      for (const id of ids) read.add(id);
      return Promise.resolve([]);
    },
  };
  const settings = { portalId: PORTAL, backfilledAt: START, dimensions: [], definitions: DEFINITIONS } as unknown;
  const needs = {
    gateway,
    clock: () => time.now,
    store: { inPortal: () => Promise.resolve(settings as PortalSettings) },
    loadSince: (_id: string, type: RecordType) => Promise.resolve(since.get(type)),
    saveSince: (_id: string, type: RecordType, at: number) => Promise.resolve(void since.set(type, at)),
    latestValues: () => Promise.resolve(new Map()),
    survivorIds: () => Promise.resolve(new Map()),
    unknownRecords: () => Promise.resolve([]),
    deletedRecords: () => Promise.resolve([]),
    knownCompanies: () => Promise.resolve(new Map()),
  } as unknown as SweepNeeds;
  return { time, read, since, look: () => sweepChanges(PORTAL, {} as Lease, needs) };
}

const DEFINITIONS = { stages: {}, contactCarriers: [], touchTypes: [], sources: { property: 'source', values: [] } };

it('the first look only says from when on changes are looked for', async () => {
  const { look, read, since } = portalOf([START]);
  await look();
  expect([...since]).toEqual([
    ['contact', START],
    ['company', START],
    ['deal', START],
  ]);
  expect(read.size).toBe(0);
});

it('the next look goes back as far as the search may lag behind', async () => {
  const { look, time, since } = portalOf([]);
  await look();
  time.now += 10 * MINUTE_MS;
  await look();
  expect(since.get('contact')).toBe(time.now - 2 * MINUTE_MS);
  time.now += MINUTE_MS / 2;
  await look();
  expect(since.get('contact')).toBe(time.now - 2 * MINUTE_MS);
});

it('never goes back behind what was looked at', async () => {
  const { look, time, since } = portalOf([]);
  await look();
  time.now += MINUTE_MS;
  await look();
  expect(since.get('contact')).toBe(START);
});

it.each<[string, (index: number) => number]>([
  ['one after the other', (index) => START + index],
  ['all at one instant', () => START + 1],
  ['in the minutes just before', (index) => START + MINUTE_MS + index],
])('what one look cannot take is taken by the next ones: 12,000 changed %s', async (_when, at) => {
  const { look, time, read } = portalOf(Array.from({ length: 12_000 }, (_, index) => at(index)));
  await look();
  for (let minute = 0; minute < 6; minute += 1) {
    time.now += MINUTE_MS;
    await look();
  }
  expect(read.size).toBe(12_000);
});
