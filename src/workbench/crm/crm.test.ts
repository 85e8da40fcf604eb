import { expect, it } from 'vitest';
import { createAsApp, newPortal, noon } from '../../../test/support/new-portal.ts';
import { companyType, contactType, dealType } from '../../sandbox/object-types.ts';
import { linkRecords } from '../../sandbox/link-records.ts';
import { matches } from './match-filter.ts';
import { formatProperties } from './format-properties.ts';
import { readAssociations } from './read-associations.ts';
import { readProperties } from './read-properties.ts';
import { searchRecords } from './search-records.ts';
import { associationsRequest, searchRequest } from './shapes.ts';

const raw = { propertiesToFormat: [] };

it('a card reads values as they are, or as people read them', () => {
  const portal = newPortal();
  const deal = createAsApp(portal, dealType, {
    dealname: 'Big one',
    amount: '12500',
    dealstage: 'qualifiedtobuy',
    closedate: '2026-05-01T10:00:00Z',
  });
  const names = ['amount', 'dealstage', 'hubspot_owner_id', 'no_such_property'];
  expect(readProperties(portal, deal, names, raw)).toEqual({
    amount: '12500',
    dealstage: 'qualifiedtobuy',
    hubspot_owner_id: null,
  });
  expect(readProperties(portal, deal, names, { propertiesToFormat: 'all' })).toEqual({
    amount: '€12,500',
    dealstage: 'Qualified To Buy',
    hubspot_owner_id: null,
  });
  expect(readProperties(portal, deal, '*', raw)).toMatchObject({ dealname: 'Big one', hs_object_id: deal.id });
});

it('dates are formatted in the portal’s zone, or relative to now', () => {
  const portal = newPortal();
  const wish = { typeId: dealType, names: 'all' } as const;
  const closedate = new Date(noon - 2 * 86_400_000).toISOString();
  const formatted = (options: object) => formatProperties(portal, { closedate }, { ...wish, options })['closedate'];
  expect(formatted({})).toBe('28 Feb 2026, 13:00');
  expect(formatted({ dateTime: { relative: true } })).toBe('2 days ago');
  expect(formatted({ dateTime: { format: 'YYYY-MM-DD' } })).toBe('2026-02-28');
});

it('associated records come in pages, with the kinds of their links', () => {
  const portal = newPortal();
  const contact = createAsApp(portal, contactType, { email: 'a@b.example' });
  const origin = { at: noon, sourceType: 'CRM_UI', sourceId: 'userId:5' };
  const kind = portal.associationTypes.labelled(contactType, companyType, null);
  for (const name of ['One', 'Two', 'Three']) {
    linkRecords(portal, contact, createAsApp(portal, companyType, { name }), kind, origin);
  }
  const read = (offset: number) =>
    readAssociations(
      portal,
      contact,
      associationsRequest.parse({ toObjectType: 'companies', properties: ['name'], pageLength: 2, offset }),
    );
  expect(read(0)).toMatchObject({ hasMore: true, nextOffset: 2, results: [{ properties: { name: 'One' } }, {}] });
  expect(read(0).results[0]?.associationTypes.map(({ label }) => label)).toContain('Primary');
  expect(read(2)).toMatchObject({ hasMore: false, results: [{ properties: { name: 'Three' } }] });
});

it('a search filters, sorts and pages', () => {
  const portal = newPortal();
  for (const amount of ['900', '10000', '2000', '']) createAsApp(portal, dealType, { dealname: `D ${amount}`, amount });
  const search = (more: object) =>
    searchRecords(portal, searchRequest.parse({ objectType: 'deals', properties: ['amount'], ...more }));
  const filters = [{ propertyName: 'amount', operator: 'GT', value: 1000 }];
  const sorts = [{ propertyName: 'amount', direction: 'DESCENDING' }];
  const first = search({ filterGroups: [{ filters }], sorts, pageLength: 1 });
  expect(first).toMatchObject({ total: 2, hasMore: true, after: '1', results: [{ properties: { amount: '10000' } }] });
  const second = search({ filterGroups: [{ filters }], sorts, pageLength: 1, after: '1' });
  expect(second).toMatchObject({ hasMore: false, results: [{ properties: { amount: '2000' } }] });
  expect(search({ query: 'd 900' }).total).toBe(1);
});

it.each([
  ['EQ', { value: 'Lead' }, 'lead', true],
  ['NEQ', { value: '5' }, '5.0', false],
  ['BETWEEN', { value: '2026-01-01', highValue: '2026-02-01' }, '2026-01-15T00:00:00Z', true],
  ['IN', { values: ['a', 'b'] }, 'B', true],
  ['NOT_IN', { values: ['a', 'b'] }, 'b', false],
  ['LTE', { value: '10' }, '9', true],
  ['CONTAINS_TOKEN', { value: 'acm*' }, 'The Acme', true],
  ['HAS_PROPERTY', {}, null, false],
  ['NOT_HAS_PROPERTY', {}, null, true],
  ['NEQ', { value: 'a' }, null, false],
])('%s %j of %s', (operator, more, actual, expected) => {
  expect(matches({ propertyName: 'p', operator, values: [], ...more }, actual)).toBe(expected);
});

it('an unknown operator is refused', () => {
  expect(() => matches({ propertyName: 'p', operator: 'LIKE', values: [] }, 'a')).toThrow('LIKE');
});
