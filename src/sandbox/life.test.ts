import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newPortal } from '../../test/support/new-portal.ts';
import { readFiles } from '../../test/support/portal-folder.ts';
import { assessFolder } from '../../test/support/shipped-gate.ts';
import type { Change } from './changes.ts';
import { HAND_RAISING_FORMS } from './fill-in-form.ts';
import { type LifeOptions, startLife } from './life.ts';
import { loadFolder } from './load-folder.ts';
import { isoInstant } from './iso-instant.ts';
import { companyType, contactType, dealType } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord } from './record-table.ts';
import { generatePortal } from './seed/generate-portal.ts';
import type { PortalFolder } from './seed/portal-folder.ts';

// Whole portals are made here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

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
const raisesHand = (form: string) => HAND_RAISING_FORMS.some((each) => each === form);
const newLeads = (changes: readonly Change[]) =>
  changes.flatMap((change) => (change.kind === 'creation' && change.record.typeId === contactType ? [change] : []));

/** New leads and the companies of the portal as a folder would tell of them. */
function folderOf(portal: Portal, leads: readonly CrmRecord[]): PortalFolder {
  const records = leads.map(({ id, createdAt, values }) => {
    return { type: 'contact' as const, id, createdAt, properties: Object.fromEntries(values) };
  });
  return {
    ...folder,
    records: [...records, ...folder.records.filter(({ type }) => type === 'company')],
    history: leads.flatMap(({ id, versions }) =>
      [...versions].flatMap(([property, all]) =>
        all.map((each) => ({ type: 'contact' as const, id, property, ...each })),
      ),
    ),
    associations: leads.flatMap(({ id: fromId }) =>
      portal
        .linked({ typeId: contactType, id: fromId }, companyType)
        .map((toId) => ({ fromType: 'contact' as const, fromId, toType: 'company' as const, toId, label: '' })),
    ),
    touches: [],
  };
}

describe('life in the portal', () => {
  test('brings one lead each minute and one stage move each twenty seconds', () => {
    const changes = live(demoPortal(), 30);
    const leads = newLeads(changes);
    expect(leads.map(({ origin }) => (origin.at - start) / MINUTE)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    const moves = values(changes, 'lifecyclestage', 'hs_lead_status', 'dealstage').filter(
      ({ value }) => value !== 'lead',
    );
    expect(new Set(moves.map(({ origin }) => origin.at))).toEqual(
      new Set(Array.from({ length: 90 }, (_, index) => start + (index + 1) * 20_000)),
    );
    expect(new Set(moves.map(({ record, origin }) => `${origin.at} ${record.id}`)).size).toBe(90);
  });

  test('lets about every fourth new lead raise a hand shortly after, by a form', () => {
    const changes = live(demoPortal(), 240);
    const leads = newLeads(changes);
    const madeAt = new Map(leads.map(({ record, origin }) => [record.id, origin.at]));
    const forms = values(changes, 'recent_conversion_event_name').filter(({ value }) => raisesHand(value));
    expect(leads).toHaveLength(240);
    expect(forms.length).toBeGreaterThan(40);
    expect(forms.length).toBeLessThan(80);
    expect(new Set(forms.map(({ value }) => value))).toEqual(new Set(HAND_RAISING_FORMS));
    const dates = new Set(
      values(changes, 'recent_conversion_date').map(({ record, value }) => `${record.id} ${value}`),
    );
    for (const { record, origin } of forms) {
      expect(origin).toMatchObject({ sourceType: 'FORM' });
      expect(dates).toContain(`${record.id} ${isoInstant(origin.at)}`);
      expect(origin.at - (madeAt.get(record.id) ?? 0)).toBeGreaterThan(0);
      expect(origin.at - (madeAt.get(record.id) ?? 0)).toBeLessThanOrEqual(20_000);
    }
  });

  test('leaves alone what an app has offered', () => {
    const portal = demoPortal();
    const page = (typeId: string) => portal.table(typeId).page({ limit: 1000, archived: false }).records;
    const offered = [...page(contactType).slice(0, 140), ...page(dealType).slice(1)];
    for (const record of offered) {
      const property = record.typeId === dealType ? 'l2r_mqo_status' : 'l2r_sla_status';
      portal.setValue(record, property, record.typeId === dealType ? 'offered' : 'running');
    }
    const changes = live(portal, 200);
    const touched = new Set(
      values(changes, 'lifecyclestage', 'hs_lead_status', 'dealstage').map(({ record }) => record),
    );
    expect(offered.filter((record) => touched.has(record))).toEqual([]);
    expect(touched.size).toBeGreaterThan(80);
  });

  test('never sets a lifecycle stage back', () => {
    const order = ['', 'subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'customer'];
    const changes = live(demoPortal(), 300);
    const now = new Map(
      folder.records.map(({ type, id, properties }) => [`${type} ${id}`, properties['lifecyclestage'] ?? '']),
    );
    const stages = values(changes, 'lifecyclestage');
    expect(stages.length).toBeGreaterThan(300);
    for (const { record, value } of stages) {
      const before = now.get(`contact ${record.id}`) ?? '';
      expect(order.indexOf(value)).toBeGreaterThan(order.indexOf(before));
      now.set(`contact ${record.id}`, value);
    }
  });

  test('lets somebody do something every ten seconds: read a page, click in an e-mail, fill in a form', () => {
    const changes = live(demoPortal(), 120);
    const hands = new Set(
      values(changes, 'recent_conversion_event_name')
        .filter(({ value }) => raisesHand(value))
        .map(({ origin }) => origin),
    );
    const told = {
      ANALYTICS: values(changes, 'hs_analytics_last_visit_timestamp'),
      EMAIL: values(changes, 'hs_email_last_click_date'),
      FORM: values(changes, 'recent_conversion_date').filter(({ origin }) => !hands.has(origin)),
    };
    for (const [sourceType, acts] of Object.entries(told)) {
      expect(acts.length).toBeGreaterThan(60);
      for (const { origin, value } of acts) {
        expect(origin.sourceType).toBe(sourceType);
        expect(value).toBe(isoInstant(origin.at));
      }
    }
    const moments = Object.values(told).flatMap((acts) => acts.map(({ origin }) => origin.at));
    expect(moments.sort((a, b) => a - b)).toEqual(
      Array.from({ length: 720 }, (_, index) => start + (index + 1) * 10_000),
    );
    const pages = values(changes, 'hs_analytics_last_url').map(({ value }) => new URL(value).pathname.split('/')[1]);
    expect(new Set(pages)).toEqual(new Set(['pricing', 'case-studies', 'product', 'blog', 'jobs']));
  });

  test('makes a few new leads active enough for the standard gate within ten minutes, job seekers among them', () => {
    const portal = demoPortal();
    const changes = live(portal, 120);
    const leads = newLeads(changes).flatMap(({ record }) => portal.table(contactType).get(record.id) ?? []);
    const assessed = new Map(assessFolder(folderOf(portal, leads)).map(({ id, steps }) => [id, steps]));
    const passing = leads.flatMap((lead) => {
      const at = assessed.get(lead.id)?.find(({ passes }) => passes)?.at;
      return at === undefined ? [] : [{ lead, minutes: (at - lead.createdAt) / MINUTE }];
    });
    expect(passing.length).toBeGreaterThan(10);
    expect(passing.length).toBeLessThan(40);
    for (const { minutes } of passing) expect(minutes).toBeGreaterThan(0);
    expect(passing.filter(({ minutes }) => minutes < 10).length / passing.length).toBeGreaterThan(0.7);
    const readJobs = passing.filter(({ lead }) =>
      lead.versions.get('hs_analytics_last_url')?.some(({ value }) => value.includes('/jobs')),
    );
    expect(readJobs.length).toBeGreaterThan(1);
    expect(readJobs.length).toBeLessThan(passing.length / 2);
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
