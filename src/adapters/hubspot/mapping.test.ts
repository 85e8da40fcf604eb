import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, journeysOf, leadStatus, lifecycle } from '../../../test/support/journey-builders.ts';
import { MILESTONES } from '../../domain/journey/milestone.ts';
import { recordId } from '../../domain/values/ids.ts';
import { toIso } from '../../domain/values/instant.ts';
import { recordMapping } from './mapping.ts';
import {
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  DEAL_PROPERTIES,
  FUNNEL_METRIC,
  type OwnedProperty,
} from './schema.ts';
import { SHIPPED_DEFINITIONS } from './shipped-definitions.ts';

const contactOf = (...story: Parameters<typeof journeysOf>) => recordMapping.contact(journeysOf(...story), undefined);
const iso = (n: number) => toIso(day(n));

const toMql = lifecycle([0, 'lead'], [3, 'marketingqualifiedlead']);

describe('a contact', () => {
  test('says where it stands, since when, and when it came through each stage', () => {
    expect(contactOf(toMql)).toEqual({
      l2r_stage: 'AQL',
      l2r_stage_entered_at: iso(3),
      l2r_attempt: '1',
      l2r_days_in_stage: '3.0',
      l2r_date_entered_lead: iso(0),
      l2r_date_exited_lead: iso(3),
      l2r_date_entered_aql: iso(3),
    });
  });

  test('whose deal was won says so, and the skipped stages have no date', () => {
    const told = contactOf(toMql, [{ id: '5', stages: [[7, 'closedwon']] }]);
    expect(told).toMatchObject({ l2r_stage: 'WON', l2r_stage_entered_at: iso(7), l2r_date_entered_won: iso(7) });
    expect(Object.keys(told).filter((name) => /_(mal|mqo|sqo)$/.test(name))).toEqual([]);
  });

  test('that was disqualified stands at its end', () => {
    const told = contactOf([...toMql, ...leadStatus([4, 'UNQUALIFIED'])]);
    expect(told).toMatchObject({ l2r_stage: 'DISQUALIFIED', l2r_date_entered_disqualified: iso(4) });
  });

  test('shows the figures of its stage, rounded, and none where there are too few', () => {
    const journeys = journeysOf(toMql);
    expect(recordMapping.contact(journeys, { rate: 1 / 3, medianDays: 12.345 })).toMatchObject({
      l2r_stage_conversion_rate: '0.333',
      l2r_stage_median_days: '12.3',
    });
    const none = recordMapping.contact(journeys, { rate: null, medianDays: null });
    expect(none).toEqual(recordMapping.contact(journeys, undefined));
  });

  test('without a journey says nothing', () => {
    expect(recordMapping.contact([], { rate: 1, medianDays: 1 })).toEqual({});
  });
});

test('a deal says when it came through its stages, to the millisecond', () => {
  const [journey] = journeysOf(toMql, [
    {
      id: '5',
      stages: [
        [5.25, 'qualifiedtobuy'],
        [6, 'closedlost'],
      ],
    },
  ]);
  const visits = journey?.visits.filter(({ carrier }) => carrier.type === 'deal') ?? [];
  expect(recordMapping.deal(visits)).toEqual({
    l2r_date_entered_sqo: iso(5.25),
    l2r_date_exited_sqo: iso(6),
    l2r_date_entered_lost: iso(6),
  });
});

test('a Funnel Metric has its key, and no rate below 20 entries', () => {
  const figure = { period: '2026-01', segment: 'ORGANIC_SEARCH', from: 'LEAD', to: 'AQL' } as const;
  const counts = { entered: 3, converted: 1, inferred: 0, open: 2, rate: null, low: null, high: null, medianDays: 2 };
  expect(recordMapping.funnelMetric({ ...figure, ...counts })).toEqual({
    type: 'funnel_metric',
    id: '2026-01|ORGANIC_SEARCH|LEAD|AQL',
    properties: {
      l2r_period: '2026-01',
      l2r_segment: 'ORGANIC_SEARCH',
      l2r_from_stage: 'LEAD',
      l2r_to_stage: 'AQL',
      l2r_entered: '3',
      l2r_converted: '1',
      l2r_inferred: '0',
      l2r_open: '2',
      l2r_median_days: '2.00',
    },
  });
});

test('an account says where it stands, how well, and when it came through each stage', () => {
  const { accounts } = SHIPPED_DEFINITIONS;
  const assessment = { at: day(5), version: 3, score: 68, isImported: false, fit: 45_000, intent: 22_500, usage: 0 };
  const told = (over: object) =>
    accounts &&
    recordMapping.company(
      {
        companyId: recordId('100'),
        assessment: { ...assessment, engagement: 0, icp: true, tier: 'tier_2', stage: 'IN_MARKET' },
        visits: [
          { milestone: 'TARGET', enteredAt: day(1), exitedAt: day(4) },
          { milestone: 'IN_MARKET', enteredAt: day(4) },
        ],
        people: 3,
        openJourneys: 2,
        worked: 0,
        ...over,
      },
      accounts,
    );
  expect(told({})).toEqual({
    l2r_account_stage: 'IN_MARKET',
    l2r_account_score: '68',
    l2r_account_icp: 'true',
    l2r_account_tier: 'One to few',
    l2r_account_intent: '23',
    l2r_open_journeys: '2',
    l2r_date_entered_target: iso(1),
    l2r_date_exited_target: iso(4),
    l2r_date_entered_in_market: iso(4),
  });
  expect(told({ visits: [] })).not.toHaveProperty('l2r_account_stage');
});

describe('whatever happened', () => {
  const SHAPES: Readonly<Record<OwnedProperty['type'], RegExp>> = {
    datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    number: /^-?\d+(\.\d+)?$/,
    enumeration: new RegExp(`^(${MILESTONES.join('|')})$`),
    string: /^$/,
  };
  const moments = (values: readonly string[]) =>
    fc.uniqueArray(fc.tuple(fc.nat(90), fc.constantFrom(...values)), { selector: ([at]) => at, maxLength: 6 });
  const story = fc.record({
    stages: moments(['subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'customer', '']),
    statuses: moments(['NEW', 'OPEN', 'UNQUALIFIED', 'BAD_TIMING', 'Ada Lovelace <ada@first.example>', '']),
    deal: moments(['appointmentscheduled', 'qualifiedtobuy', 'contractsent', 'closedwon', 'closedlost']),
  });

  test('only properties that are provisioned are written, each in the form of its type: so nothing personal is', () => {
    fc.assert(
      fc.property(story, ({ stages, statuses, deal }) => {
        const journeys = journeysOf([...lifecycle(...stages), ...leadStatus(...statuses)], [{ id: '5', stages: deal }]);
        const visits = journeys.flatMap((journey) => journey.visits);
        expectForms(recordMapping.contact(journeys, { rate: 0.5, medianDays: 4 }), CONTACT_PROPERTIES);
        expectForms(recordMapping.deal(visits.filter(({ carrier }) => carrier.type === 'deal')), DEAL_PROPERTIES);
      }),
    );
  });

  function expectForms(told: Readonly<Record<string, string>>, properties: readonly OwnedProperty[]): void {
    for (const [name, value] of Object.entries(told)) {
      const property = properties.find((each) => each.name === name);
      expect([name, value, SHAPES[property?.type ?? 'string'].test(value)]).toEqual([name, value, true]);
    }
  }
});

describe('what we own in HubSpot', () => {
  const all = [...CONTACT_PROPERTIES, ...COMPANY_PROPERTIES, ...DEAL_PROPERTIES, ...FUNNEL_METRIC.properties];

  test('is named as agreed, at most 80 on contacts, none twice', () => {
    for (const { name } of all) expect(name).toMatch(/^l2r_[a-z0-9_]{1,60}$/);
    for (const properties of [CONTACT_PROPERTIES, COMPANY_PROPERTIES, DEAL_PROPERTIES, FUNNEL_METRIC.properties])
      expect(new Set(properties.map(({ name }) => name)).size).toBe(properties.length);
    expect(CONTACT_PROPERTIES.length).toBeLessThanOrEqual(80);
  });

  test('is what the mapping calls ours', () => {
    const ours = recordMapping.writtenProperties.filter(({ ownership }) => ownership === 'ours');
    expect(ours.map(({ property }) => property)).toEqual(all.map(({ name }) => name));
  });

  test('explains itself: label and description everywhere, options where there is a choice', () => {
    for (const { label, description, type, options } of all as readonly OwnedProperty[]) {
      expect([label.length > 0, description.endsWith('.'), (options?.length ?? 0) > 0]).toEqual([
        true,
        true,
        type === 'enumeration',
      ]);
    }
  });
});
