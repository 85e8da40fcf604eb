import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAsApp, newPortal, noon, updateAsApp } from '../../../test/support/new-portal.ts';
import { companyType, contactType, dealType } from '../object-types.ts';
import { linkRecords } from '../link-records.ts';
import type { Portal } from '../portal.ts';
import { readSearch } from './search-request.ts';
import { searchRecords } from './search-records.ts';

let portal: Portal;
beforeEach(() => {
  portal = newPortal({ searchLagMs: 0 });
});

const emails = (body: unknown, from = portal) =>
  searchRecords(from, contactType, readSearch(body)).map((record) => record.values.get('email'));
const filtered = (...filters: unknown[]) => emails({ filterGroups: [{ filters }] });
const people = () => {
  createAsApp(portal, contactType, { email: 'ada@first.example', firstname: 'Ada', numemployees: '1-5' });
  createAsApp(portal, contactType, { email: 'bob@second.example', firstname: 'Bob', lifecyclestage: 'lead' });
  createAsApp(portal, contactType, { email: 'cy@second.example', hs_buying_role: 'CHAMPION;BLOCKER' });
};

describe('filters', () => {
  beforeEach(people);

  test.each([
    ['EQ compares texts without regard to case', ['firstname', 'EQ', 'ADA'], ['ada']],
    ['EQ compares options with regard to case', ['lifecyclestage', 'EQ', 'Lead'], []],
    ['EQ finds one choice of several', ['hs_buying_role', 'EQ', 'BLOCKER'], ['cy']],
    ['NEQ finds records without a value', ['firstname', 'NEQ', 'ada'], ['bob', 'cy']],
    ['HAS_PROPERTY', ['firstname', 'HAS_PROPERTY'], ['ada', 'bob']],
    ['NOT_HAS_PROPERTY', ['firstname', 'NOT_HAS_PROPERTY'], ['cy']],
    ['IN finds texts in small letters', ['firstname', 'IN', ['ada', 'x']], ['ada']],
    ['IN finds no text with capitals', ['firstname', 'IN', ['Ada']], []],
    ['IN compares options as they are', ['numemployees', 'IN', ['1-5', '5-25']], ['ada']],
    ['NOT_IN needs a value', ['firstname', 'NOT_IN', ['ada']], ['bob']],
    ['CONTAINS_TOKEN finds a word', ['email', 'CONTAINS_TOKEN', 'second'], ['bob', 'cy']],
    ['CONTAINS_TOKEN finds no part of a word', ['email', 'CONTAINS_TOKEN', 'seco'], []],
    ['CONTAINS_TOKEN takes * at the start', ['email', 'CONTAINS_TOKEN', '*@second.example'], ['bob', 'cy']],
    ['CONTAINS_TOKEN takes * at the end', ['email', 'CONTAINS_TOKEN', 'A*'], ['ada']],
    ['NOT_CONTAINS_TOKEN', ['email', 'NOT_CONTAINS_TOKEN', 'second'], ['ada']],
  ])('%s', (_rule, [propertyName, operator, operand], found) => {
    const value = Array.isArray(operand) ? { values: operand } : { value: operand };
    expect(filtered({ propertyName, operator, ...value }).map((email) => email?.split('@')[0])).toEqual(found);
  });

  test('of one group must all hold, of several groups those of any one', () => {
    const second = { propertyName: 'email', operator: 'CONTAINS_TOKEN', value: 'second' };
    const named = { propertyName: 'firstname', operator: 'HAS_PROPERTY' };
    const ada = { propertyName: 'firstname', operator: 'EQ', value: 'Ada' };
    expect(filtered(second, named)).toEqual(['bob@second.example']);
    expect(emails({ filterGroups: [{ filters: [second, named] }, { filters: [ada] }] })).toHaveLength(2);
    expect(emails({ filters: [ada] })).toEqual(['ada@first.example']);
    expect(emails({})).toHaveLength(3);
  });

  test('may find records without a value or not, where the documentation is silent', () => {
    portal = newPortal({ searchLagMs: 0, neqMatchesEmpty: false, notInMatchesEmpty: true });
    people();
    expect(filtered({ propertyName: 'firstname', operator: 'NEQ', value: 'ada' })).toEqual(['bob@second.example']);
    expect(filtered({ propertyName: 'firstname', operator: 'NOT_IN', values: ['ada'] })).toHaveLength(2);
  });

  test.each([
    [{ propertyName: 'nothing_like_it', operator: 'HAS_PROPERTY' }, 'PROPERTY_DOESNT_EXIST'],
    [{ propertyName: 'num_associated_deals', operator: 'GT', value: 'many' }, 'INVALID_VALUE'],
    [{ propertyName: 'createdate', operator: 'LT', value: 'yesterday' }, 'INVALID_VALUE'],
  ])('that cannot be are refused: %j', (filter, code) => {
    expect(() => filtered(filter)).toThrowError(
      expect.objectContaining({ details: [expect.objectContaining({ code })] }),
    );
  });
});

test('dates and date times compare by their instant, however they are written', () => {
  createAsApp(portal, contactType, { email: 'a@b.example', start_date: '2026-03-01' });
  const found = (propertyName: string, operator: string, value: string, highValue?: string) =>
    filtered({ propertyName, operator, value, ...(highValue === undefined ? {} : { highValue }) }).length;
  const midnight = String(Date.parse('2026-03-01'));
  expect(found('start_date', 'EQ', midnight)).toBe(1);
  expect(found('start_date', 'GTE', '2026-03-01T00:00:00Z')).toBe(1);
  expect(found('start_date', 'GT', midnight)).toBe(0);
  expect(found('start_date', 'BETWEEN', '2026-02-01', midnight)).toBe(1);
  expect(found('createdate', 'GTE', String(noon))).toBe(1);
  expect(found('createdate', 'GT', new Date(noon).toISOString())).toBe(0);
  expect(found('lastmodifieddate', 'LT', String(noon + 1))).toBe(1);
});

test('numbers compare by size and ids exactly, beyond 2^53', () => {
  const origin = { at: noon, sourceType: 'IMPORT', sourceId: '' };
  const amounts = { '9007199254740993': '10.5', '9007199254740992': '9', '99': '100' };
  for (const [id, amount] of Object.entries(amounts)) {
    portal.insert(dealType, { id, createdAt: noon, values: { amount } }, origin);
  }
  const deals = (body: unknown) => searchRecords(portal, dealType, readSearch(body)).map((record) => record.id);
  const after = (value: string) => [{ propertyName: 'hs_object_id', operator: 'GT', value }];
  const sorts = [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }];
  expect(deals({ filters: after('9007199254740992'), sorts })).toEqual(['9007199254740993']);
  expect(deals({ filters: after('100'), sorts })).toEqual(['9007199254740992', '9007199254740993']);
  const ofAmount = (operator: string, value: unknown, highValue?: unknown) =>
    deals({
      filters: [{ propertyName: 'amount', operator, value, ...(highValue === undefined ? {} : { highValue }) }],
    });
  expect(ofAmount('LT', '20')).toHaveLength(2);
  expect(ofAmount('BETWEEN', 10.5, '100')).toHaveLength(2);
  expect(ofAmount('EQ', '9.0')).toEqual(['9007199254740992']);
});

test('links find records, but not by custom objects and not by anything but EQ', () => {
  const contact = createAsApp(portal, contactType, { email: 'a@b.example' });
  createAsApp(portal, contactType, { email: 'c@d.example' });
  const company = createAsApp(portal, companyType, { name: 'B' });
  const kind = portal.associationTypes.labelled(contactType, companyType, null);
  linkRecords(portal, contact, company, kind, { at: noon, sourceType: 'CRM_UI', sourceId: '' });
  const by = (operator: string) => filtered({ propertyName: 'associations.company', operator, value: company.id });
  expect(by('EQ')).toEqual(['a@b.example']);
  expect(() => by('NEQ')).toThrow();
});

describe('the order', () => {
  test('is that of creation unless a rule says otherwise; records without the value come last both ways', () => {
    createAsApp(portal, contactType, { email: '2@b.example', firstname: 'B' }, noon - 2);
    createAsApp(portal, contactType, { email: '3@b.example' }, noon - 1);
    createAsApp(portal, contactType, { email: '1@b.example', firstname: 'C' }, noon - 3);
    const order = (...sorts: unknown[]) =>
      emails({ sorts })
        .map((email) => email?.[0])
        .join('');
    expect(order()).toBe('123');
    expect(order({ propertyName: 'firstname' })).toBe('213');
    expect(order({ propertyName: 'firstname', direction: 'DESCENDING' })).toBe('123');
    expect(order('-createdate')).toBe('321');
    expect(() => order('firstnam')).toThrow();
  });

  test('by any number is one order: nothing is lost or doubled', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(''), fc.integer().map(String))), (amounts) => {
        const own = newPortal({ searchLagMs: 0 });
        for (const amount of amounts) createAsApp(own, dealType, { dealname: 'D', amount });
        const found = searchRecords(own, dealType, readSearch({ sorts: ['-amount'] }));
        const sorted = amounts.filter((amount) => amount !== '').map(Number);
        expect(found.map((record) => record.values.get('amount')).filter(Boolean)).toEqual(
          sorted.sort((left, right) => right - left).map(String),
        );
        expect(found).toHaveLength(amounts.length);
      }),
    );
  });
});

describe('the words of a query', () => {
  beforeEach(people);

  test('must each begin a word of a searchable property', () => {
    expect(emails({ query: 'ad firs' })).toEqual(['ada@first.example']);
    expect(emails({ query: 'ada second' })).toEqual([]);
    expect(emails({ query: 'champion' })).toEqual([]);
  });

  test('must be a word, by the other reading', () => {
    portal = newPortal({ searchLagMs: 0, queryMatches: 'word' });
    people();
    expect(emails({ query: 'ad' })).toEqual([]);
    expect(emails({ query: 'ada' })).toEqual(['ada@first.example']);
  });
});

describe('the index', () => {
  const lagging = (nowAt: () => number) => newPortal({ searchLagMs: 5_000 }, nowAt);

  test('does not know a new record, nor a change, before its time', () => {
    let now = noon;
    const own = lagging(() => now);
    const contact = createAsApp(own, contactType, { email: 'a@b.example', city: 'Bonn' });
    const cities = () => searchRecords(own, contactType, readSearch({})).map((record) => record.values.get('city'));
    now = noon + 4_999;
    expect(cities()).toEqual([]);
    now = noon + 5_000;
    expect(cities()).toEqual(['Bonn']);
    updateAsApp(own, contact, { city: '' }, now);
    updateAsApp(own, contact, { city: 'Köln' }, now + 1_000);
    now = noon + 9_999;
    expect(cities()).toEqual(['Bonn']);
    now = noon + 10_000;
    expect(cities()).toEqual([undefined]);
    now = noon + 11_000;
    expect(cities()).toEqual(['Köln']);
  });

  test('shows the change stamp that goes with the values it knows', () => {
    let now = noon;
    const own = lagging(() => now);
    const contact = createAsApp(own, contactType, { email: 'a@b.example' });
    now = noon + 60_000;
    updateAsApp(own, contact, { city: 'Bonn' }, now);
    const since = { propertyName: 'lastmodifieddate', operator: 'GTE', value: String(now) };
    expect(emails({ filters: [since] }, own)).toEqual([]);
    now += 5_000;
    expect(emails({ filters: [since] }, own)).toEqual(['a@b.example']);
  });

  test('never shows archived records', () => {
    const contact = createAsApp(portal, contactType, { email: 'a@b.example' });
    portal.archive(contact, { at: noon, sourceType: 'CRM_UI', sourceId: '' });
    expect(emails({})).toEqual([]);
  });
});
