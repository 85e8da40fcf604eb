import { expect, test } from 'vitest';
import { readSearch } from './search-request.ts';

const filter = { propertyName: 'email', operator: 'EQ', value: 'x' };
const groups = (...sizes: number[]) => ({
  filterGroups: sizes.map((size) => ({ filters: Array.from({ length: size }, () => filter) })),
});

test('an empty search asks for the first ten', () => {
  expect(readSearch(undefined)).toEqual({
    groups: [],
    sort: undefined,
    query: '',
    properties: [],
    limit: 10,
    after: 0,
  });
});

test.each([
  ['five groups', groups(1, 1, 1, 1, 1)],
  ['six filters in a group', groups(6)],
  ['eighteen filters', groups(6, 6, 6)],
  ['a page of 200', { limit: 200 }],
  ['the last page', { limit: 200, after: '9800' }],
  ['an offset as a number', { after: 20 }],
  ['an offset that is empty', { after: '' }],
  ['a body of 3,000 characters', { query: 'x'.repeat(3_000 - '{"query":""}'.length) }],
])('%s may be asked for', (_what, body) => {
  expect(() => readSearch(body)).not.toThrow();
});

test.each([
  ['six groups', groups(1, 1, 1, 1, 1, 1)],
  ['seven filters in a group', groups(7)],
  ['nineteen filters', groups(6, 6, 6, 1)],
  ['a group without filters', groups(0)],
  ['a page of 201', { limit: 201 }],
  ['a page of none', { limit: 0 }],
  ['a page past the first 10,000 results', { limit: 1, after: '10000' }],
  ['a page that reaches past them', { limit: 200, after: '9801' }],
  ['an offset that is no number', { after: 'next' }],
  ['two sort rules', { sorts: ['createdate', 'email'] }],
  ['a body of more than 3,000 characters', { query: 'x'.repeat(3_001) }],
  ['an operator that does not exist', { filters: [{ ...filter, operator: 'LIKE' }] }],
  ['EQ without a value', { filters: [{ propertyName: 'email', operator: 'EQ' }] }],
  ['IN without values', { filters: [{ propertyName: 'email', operator: 'IN', value: 'x' }] }],
  ['BETWEEN without a high value', { filters: [{ ...filter, operator: 'BETWEEN' }] }],
])('%s may not', (_what, body) => {
  expect(() => readSearch(body)).toThrowError(expect.objectContaining({ status: 400, category: 'VALIDATION_ERROR' }));
});
