import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readFiles } from '../../../test/support/portal-folder.ts';
import { assessFolder, type Assessed } from '../../../test/support/shipped-gate.ts';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import type { DefinitionSet } from '../../domain/definitions/definition-set.ts';
import { generatePortal } from './generate-portal.ts';
import type { HistoryEntry, PortalFolder } from './read-portal-folder.ts';
import type { Truth } from './truth.ts';

// Whole portals are made here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DAY = 86_400_000;
const endAt = Date.UTC(2026, 10, 24, 9, 30);
const startAt = endAt - 183 * DAY;
const NOT_BEHAVIOR = ['lifecyclestage', 'hs_lead_status', 'hubspot_owner_id', 'jobtitle'];

let truth: Truth;
let folder: PortalFolder;
let behavior: Map<string, HistoryEntry[]>;
/** When each contact first qualified, told by the folder alone. */
let qualifiedAt: Map<string, number>;
let assessed: Assessed[];

beforeAll(async () => {
  const files = generatePortal({ seed: 1, endAt, dirty: 0 });
  truth = JSON.parse(files['truth.json'] ?? '') as Truth;
  folder = await readFiles(files);
  const ofContacts = folder.history.filter(({ type }) => type === 'contact');
  behavior = Map.groupBy(
    ofContacts.filter(({ property }) => !NOT_BEHAVIOR.includes(property)),
    ({ id }) => id,
  );
  const qualified = ofContacts.filter(({ value }) => value === 'marketingqualifiedlead');
  qualifiedAt = new Map(qualified.reverse().map(({ id, at }) => [id, at]));
  assessed = assessFolder(folder);
});

const contacts = () => folder.records.filter(({ type }) => type === 'contact');
const firstPass = ({ id, steps }: Assessed) =>
  steps.find(({ passes, at }) => passes && at <= (qualifiedAt.get(id) ?? Infinity))?.at;

describe('behavior', () => {
  test('is moderate: about six history entries a contact, and a touch for every third', () => {
    const entries = [...behavior.values()].flat().length / contacts().length;
    expect(entries).toBeGreaterThan(5);
    expect(entries).toBeLessThan(7);
    expect(folder.touches.length / contacts().length).toBeGreaterThan(0.25);
    expect(folder.touches.length / contacts().length).toBeLessThan(0.45);
    expect(folder.signals.length).toBeGreaterThan(300);
    expect(folder.signals.length).toBeLessThan(800);
  });

  test('lies between the creation of its contact and the present', () => {
    const createdAt = new Map(contacts().map((contact) => [contact.id, contact.createdAt]));
    const moments = [
      ...[...behavior.values()].flat(),
      ...folder.touches.map(({ contactId, at }) => ({ id: contactId, at })),
    ];
    expect(moments.filter(({ id, at }) => at < (createdAt.get(id) ?? endAt) || at > endAt)).toEqual([]);
  });

  test('is of every kind that the shipped touch types know, in their channels', () => {
    const types = new Map(SHIPPED_DEFINITIONS.touchTypes.map(({ id, channel }) => [id, channel]));
    const told = ['webinar_attended', 'event_attended', 'registered', 'no_show', 'content_download', 'chat'];
    expect(new Set(folder.touches.map(({ type }) => type))).toEqual(new Set([...told, 'review_site']));
    for (const { type, channel, program } of folder.touches) {
      expect(channel).toBe(types.get(type));
      expect(program).not.toBe('');
    }
    const properties = new Set([...behavior.values()].flat().map(({ property }) => property));
    expect(properties).toEqual(
      new Set([
        'hs_analytics_last_visit_timestamp',
        'hs_analytics_last_url',
        'hs_email_last_click_date',
        'recent_conversion_date',
        'recent_conversion_event_name',
        'hs_email_optout',
        'hs_email_hard_bounce_reason_enum',
      ]),
    );
    const pages = new Set(folder.history.map(({ value }) => /example(\/[a-z-]+)/.exec(value)?.[1]));
    for (const page of ['/pricing', '/case-studies', '/product', '/blog', '/jobs']) expect(pages).toContain(page);
  });

  test('has its values told once: HubSpot keeps no version that repeats the one before', () => {
    for (const entries of behavior.values()) {
      const last = new Map<string, string>();
      for (const { property, value } of entries) {
        expect(value).not.toBe(last.get(property));
        last.set(property, value);
      }
    }
  });

  test('explains who qualifies, with exceptions on both sides', () => {
    const atQualification = assessed
      .filter(({ id }) => qualifiedAt.has(id))
      .map(({ id, steps }) => steps.findLast(({ at }) => at < (qualifiedAt.get(id) ?? 0))?.score.behavior ?? 0);
    const others = assessed.filter(({ id }) => !qualifiedAt.has(id));
    const best = others.map(({ steps }) => Math.max(0, ...steps.map(({ score }) => score.behavior)));
    expect(areaUnderCurve(atQualification, best)).toBeGreaterThan(0.7);
    expect(areaUnderCurve(atQualification, best)).toBeLessThan(0.85);
    const passing = assessed.filter((each) => firstPass(each) !== undefined);
    const passed = passing.filter(({ id }) => qualifiedAt.has(id)).length;
    expect(passed / qualifiedAt.size).toBeGreaterThan(0.5);
    expect(passed / qualifiedAt.size).toBeLessThan(0.75);
    expect((passing.length - passed) / others.length).toBeGreaterThan(0.1);
    expect((passing.length - passed) / others.length).toBeLessThan(0.25);
  });
});

describe('truth.json tells of behavior', () => {
  test('and of titles: shares of each outcome, and the odds that follow from them', () => {
    for (const kinds of [truth.behavior, truth.standing]) {
      for (const outcome of ['unqualified', 'qualified', 'opportunity'] as const) {
        const all = kinds.reduce((sum, { people }) => sum + people[outcome], 0);
        expect(kinds.reduce((sum, { shares }) => sum + shares[outcome], 0)).toBeCloseTo(1, 10);
        for (const { shares, people } of kinds) {
          const [share, error] = [shares[outcome], Math.sqrt((shares[outcome] * (1 - shares[outcome])) / all)];
          expect(Math.abs(people[outcome] / all - share)).toBeLessThanOrEqual(3.5 * error);
        }
      }
    }
    const odds = Object.fromEntries(truth.behavior.map((each) => [each.kind, each.odds]));
    expect(odds['quiet']).toEqual({ qualified: 1, opportunity: 1 });
    expect(odds['active']?.qualified).toBeCloseTo(0.48 / 0.1 / (0.16 / 0.53), 10);
    expect(odds['active']?.opportunity).toBeCloseTo(0.68 / 0.48 / (0.08 / 0.16), 10);
    expect(odds['job_seeker']).toEqual({ qualified: 0, opportunity: 0 });
  });

  test('job seekers look active and never qualify; a rule against the jobs page tells them apart', () => {
    const seekers = new Set(truth.jobSeekers);
    expect(seekers.size).toBeGreaterThan(150);
    expect([...seekers].filter((id) => qualifiedAt.has(id))).toEqual([]);
    const passes = (each: Assessed[]) =>
      each.filter(({ id, steps }) => seekers.has(id) && steps.some(({ passes }) => passes));
    const before = passes(assessed).length;
    expect(before / seekers.size).toBeGreaterThan(0.4);
    expect(passes(assessFolder(folder, withJobsRule())).length / before).toBeLessThan(0.7);
    const recent = assessed.filter((each) => !qualifiedAt.has(each.id) && (firstPass(each) ?? 0) > endAt - 30 * DAY);
    expect(recent.filter(({ id }) => seekers.has(id)).length / recent.length).toBeGreaterThan(0.2);
  });

  test('some come back once, after nearly the whole span, and do not pass again', () => {
    expect(truth.comeBacks.length).toBeGreaterThan(8);
    for (const id of truth.comeBacks) {
      const moments = [...new Set((behavior.get(id) ?? []).map(({ at }) => at))].sort((a, b) => a - b);
      const [before = endAt, back = 0] = moments.slice(-2);
      expect(back - before).toBeGreaterThan(0.94 * (endAt - startAt));
      expect(qualifiedAt.has(id)).toBe(false);
      expect(assessed.find((each) => each.id === id)?.steps.at(-1)?.passes).toBe(false);
    }
  });
});

describe('fit', () => {
  const values = (property: string) => contacts().map(({ properties }) => properties[property] ?? '');

  test('is told by titles of every rank, and by phones of which some are junk', () => {
    for (const title of ['Managing Director', 'IT Manager', 'Business Analyst', 'Student Assistant'])
      expect(values('jobtitle')).toContain(title);
    const phones = values('phone').filter((phone) => phone !== '');
    expect(phones.length / contacts().length).toBeGreaterThan(0.3);
    const junk = phones.filter((phone) => !phone.startsWith('+'));
    expect(junk.length).toBeGreaterThan(20);
    expect(junk.length / phones.length).toBeLessThan(0.15);
  });

  const companies = (of: PortalFolder) => of.records.filter(({ type }) => type === 'company');
  const tiers = (of: PortalFolder) =>
    Object.fromEntries(
      [...Map.groupBy(companies(of), ({ properties }) => properties['hs_ideal_customer_profile'] ?? '')].map(
        ([tier, all]) => [tier, all.length],
      ),
    );

  test('is told by the tools of a company, and by tiers that few are in', () => {
    expect(tiers(folder)).toEqual({ tier_1: 24, tier_2: 120, tier_3: 150, '': 306 });
    const tools = companies(folder).map(({ properties }) => (properties['web_technologies'] ?? '').split(';'));
    const withCrm = tools.filter((each) => ['hubspot', 'salesforce', 'pipedrive'].some((crm) => each.includes(crm)));
    expect(withCrm.length / tools.length).toBeGreaterThan(0.25);
    expect(withCrm.length / tools.length).toBeLessThan(0.6);
    expect(tools.filter(([first]) => first === '').length).toBeGreaterThan(30);
  });

  test('has no tiers in a portal of few companies', async () => {
    const few = await readFiles(generatePortal({ seed: 1, endAt, contacts: 60, companies: 12, dirty: 0 }));
    expect(tiers(few)).toEqual({ '': 12 });
  });
});

test('companies show intent before their people qualify, more often than others; a few people use the product', () => {
  const firstOf = new Map<string, number>();
  for (const { fromType, fromId, toType, toId } of folder.associations) {
    const at = fromType === 'contact' && toType === 'company' ? qualifiedAt.get(fromId) : undefined;
    if (at !== undefined) firstOf.set(toId, Math.min(at, firstOf.get(toId) ?? Infinity));
  }
  const intent = Map.groupBy(
    folder.signals.filter(({ kind }) => kind === 'intent'),
    ({ id }) => id,
  );
  const before = [...firstOf].filter(([id, at]) => intent.get(id)?.every((signal) => signal.at <= at));
  const others = [...intent.keys()].filter((id) => !firstOf.has(id));
  expect(before.length).toBeGreaterThan(100);
  expect(others.length).toBeLessThan(30);
  for (const { type, kind, topic, strength, source } of folder.signals) {
    expect([type, kind]).toEqual(kind === 'intent' ? ['company', 'intent'] : ['contact', 'usage']);
    expect(strength > 0 && strength <= 1 && topic !== '' && source !== '').toBe(true);
  }
  const users = new Set(folder.signals.filter(({ kind }) => kind === 'usage').map(({ id }) => id));
  expect(users.size).toBeGreaterThan(20);
  expect([...users].filter((id) => qualifiedAt.has(id)).length / users.size).toBeGreaterThan(0.6);
});

function withJobsRule(): DefinitionSet {
  const { scoring } = SHIPPED_DEFINITIONS;
  if (!scoring) throw new Error('The shipped definitions do not score.');
  const rule = { id: 'jobs', label: 'Jobs page viewed', on: { touch: 'jobs_page' }, points: -10 };
  const groups = scoring.behavior.groups.map((group) =>
    group.kind === 'negative' ? { ...group, rules: [...group.rules, rule] } : group,
  );
  return { ...SHIPPED_DEFINITIONS, scoring: { ...scoring, behavior: { ...scoring.behavior, groups } } };
}

/** How likely one of the first is above one of the others; ties count half. */
function areaUnderCurve(first: readonly number[], others: readonly number[]): number {
  const chance = (one: number, other: number): number => (one > other ? 1 : one === other ? 0.5 : 0);
  const sum = first.reduce((all, one) => all + others.reduce((row, other) => row + chance(one, other), 0), 0);
  return sum / (first.length * others.length);
}
