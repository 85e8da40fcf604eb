import { expect, it } from 'vitest';
import { askable, type StoredProperty } from './portal-properties.ts';

const property = (name: string, more: Partial<StoredProperty> = {}): StoredProperty => ({
  name,
  label: name,
  kind: 'text',
  options: [],
  isHidden: false,
  isCalculated: false,
  fillRate: null,
  ...more,
});
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `value-${index}`, label: `Label ${index}` }));

it('only what a rule can name is offered, and nothing that we write ourselves', () => {
  const names = ['jobtitle', 'l2r_score', 'Upper', '1st', '__proto__', 'a'.repeat(101)];
  const offered = askable(
    'contact',
    names.map((name) => property(name)),
    () => false,
  );
  expect(offered.map(({ fact }) => fact)).toEqual(['contact.jobtitle']);
});

it('how soon a change is seen is told in words, and so are hidden and calculated properties', () => {
  const seen = (more: Partial<StoredProperty>, isSubscribed: boolean) =>
    askable('company', [property('a', more)], () => isSubscribed)[0]?.seen;
  expect(seen({}, true)).toBe('at once');
  expect(seen({}, false)).toBe('within about 2 minutes');
  expect(seen({ isHidden: true }, true)).toBe('at once; hidden in HubSpot');
  expect(seen({ isCalculated: true }, false)).toMatch(/^worked out by HubSpot: /);
});

it('an answer stays within what HubSpot hands on: the longest lists of options are left out', () => {
  const many = [
    property('short', { options: options(5) }),
    ...[1, 2, 3].map((n) => property(`long${n}`, { options: options(9_000 - n) })),
  ];
  const offered = askable('contact', many, () => false);
  expect(JSON.stringify(offered).length).toBeLessThan(700_000);
  expect(offered.map(({ options: own }) => own.length)).toEqual([5, 0, 0, 8_997]);
});
