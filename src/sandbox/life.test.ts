import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newPortal } from '../../test/support/new-portal.ts';
import { readFiles } from '../../test/support/portal-folder.ts';
import type { Change } from './changes.ts';
import { HAND_RAISING_FORMS } from './fill-in-form.ts';
import { type LifeOptions, startLife } from './life.ts';
import { loadFolder } from './load-folder.ts';
import { contactType, dealType } from './object-types.ts';
import type { Portal } from './portal.ts';
import { generatePortal } from './seed/generate-portal.ts';

const start = Date.UTC(2026, 10, 24, 9, 30);
const MINUTE = 60_000;
const pace: LifeOptions = { seed: 1, leadEveryMs: MINUTE, moveEveryMs: 20_000 };
const folder = await readFiles(generatePortal({ seed: 3, days: 60, endAt: start, contacts: 150, companies: 20 }));

beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());

function demoPortal(): Portal {
  const portal = newPortal({}, () => Date.now());
  loadFolder(portal, folder);
  return portal;
}

/** Lives for a while, and tells every change of it. */
function live(portal: Portal, minutes: number, options = pace): Change[] {
  const changes: Change[] = [];
  portal.changes.onChange((change) => changes.push(change));
  using _life = startLife({ portal }, options);
  vi.advanceTimersByTime(minutes * MINUTE);
  return changes;
}

const values = (changes: readonly Change[], ...properties: string[]) =>
  changes.flatMap((change) =>
    change.kind === 'propertyChange' && properties.includes(change.property) ? [change] : [],
  );
const newLeads = (changes: readonly Change[]) =>
  changes.flatMap((change) => (change.kind === 'creation' && change.record.typeId === contactType ? [change] : []));

describe('life in the portal', () => {
  test('brings one lead each minute and one stage move each twenty seconds', () => {
    const changes = live(demoPortal(), 30);
    const leads = newLeads(changes);
    expect(leads.map(({ origin }) => (origin.at - start) / MINUTE)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    const madeAt = new Map(leads.map(({ record, origin }) => [record.id, origin.at]));
    const moves = values(changes, 'lifecyclestage', 'hs_lead_status', 'dealstage').filter(
      ({ record, origin }) => madeAt.get(record.id) !== origin.at,
    );
    expect(new Set(moves.map(({ origin }) => origin.at))).toEqual(
      new Set(Array.from({ length: 90 }, (_, index) => start + (index + 1) * 20_000)),
    );
    expect(new Set(moves.map(({ record, origin }) => `${origin.at} ${record.id}`)).size).toBe(90);
  });

  test('lets about every fourth new lead raise a hand shortly after, by a form', () => {
    const changes = live(demoPortal(), 400);
    const leads = newLeads(changes);
    const madeAt = new Map(leads.map(({ record, origin }) => [record.id, origin.at]));
    const asked = values(changes, 'recent_conversion_date');
    expect(leads).toHaveLength(400);
    expect(asked.length).toBeGreaterThan(70);
    expect(asked.length).toBeLessThan(130);
    for (const { record, origin, value } of asked) {
      expect(origin).toMatchObject({ sourceType: 'FORM' });
      expect(Date.parse(value)).toBe(origin.at);
      expect(origin.at - (madeAt.get(record.id) ?? 0)).toBeGreaterThan(0);
      expect(origin.at - (madeAt.get(record.id) ?? 0)).toBeLessThanOrEqual(20_000);
    }
    const forms = values(changes, 'recent_conversion_event_name').map(({ value }) => value);
    expect(new Set(forms)).toEqual(new Set(HAND_RAISING_FORMS));
    expect(forms).toHaveLength(asked.length);
  });

  test('leaves alone what an app has offered', () => {
    const portal = demoPortal();
    const page = (typeId: string) => portal.table(typeId).page({ limit: 1000, archived: false }).records;
    const offered = [...page(contactType).slice(0, 140), ...page(dealType).slice(1)];
    for (const record of offered) {
      const property = record.typeId === dealType ? 'l2r_mqo_status' : 'l2r_sla_status';
      portal.setValue(record, property, record.typeId === dealType ? 'offered' : 'running');
    }
    const changes = live(portal, 300);
    const touched = new Set(
      values(changes, 'lifecyclestage', 'hs_lead_status', 'dealstage').map(({ record }) => record),
    );
    expect(offered.filter((record) => touched.has(record))).toEqual([]);
    expect(touched.size).toBeGreaterThan(100);
  });

  test('never sets a lifecycle stage back', () => {
    const order = ['', 'subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'customer'];
    const changes = live(demoPortal(), 600);
    const now = new Map(
      folder.records.map(({ type, id, properties }) => [`${type} ${id}`, properties['lifecyclestage'] ?? '']),
    );
    const stages = values(changes, 'lifecyclestage');
    expect(stages.length).toBeGreaterThan(500);
    for (const { record, value } of stages) {
      const before = now.get(`contact ${record.id}`) ?? '';
      expect(order.indexOf(value)).toBeGreaterThan(order.indexOf(before));
      now.set(`contact ${record.id}`, value);
    }
  });

  test('is the same for the same seed', () => {
    const told = (seed: number) => {
      vi.setSystemTime(start);
      return live(demoPortal(), 60, { ...pace, seed }).flatMap((change) =>
        change.kind === 'propertyChange' ? [`${change.record.id} ${change.property} ${change.value}`] : [],
      );
    };
    expect(told(5)).toEqual(told(5));
    expect(told(6)).not.toEqual(told(5));
  });

  test('ends when it is disposed of', () => {
    const changes = live(demoPortal(), 1);
    const before = changes.length;
    vi.advanceTimersByTime(10 * MINUTE);
    expect(changes).toHaveLength(before);
  });
});
