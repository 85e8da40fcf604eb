import { describe, expect, it } from 'vitest';
import { encodeColumn } from './encode-column.ts';

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const toldOf = (values: (string | number | undefined)[], blankTells = true) =>
  encodeColumn({ name: 'c', values, blankTells }).map(({ when, against, entries }) => ({ when, against, entries }));

describe('categories', () => {
  it('stand against the commonest, spelled alike but for case and outer spaces', () => {
    expect(toldOf([...times(30, 'Google'), ...times(25, ' google '), ...times(40, 'API')])).toEqual([
      { when: 'is API', against: 'Google', entries: 40 },
    ]);
  });

  it('that are rare are pooled; a pool of fewer than 20 counts as the commonest', () => {
    const some = [...times(50, 'a'), ...times(19, 'b'), ...times(5, 'c')];
    expect(toldOf(some)).toEqual([{ when: 'is another value', against: 'a', entries: 24 }]);
    expect(toldOf([...times(50, 'a'), ...times(19, 'b')])).toEqual([]);
  });

  it('are at most 25 beside the pool', () => {
    const many = Array.from({ length: 40 }, (_, level) => times(20 + level, `v${level}`)).flat();
    expect(toldOf(many)).toHaveLength(25);
  });

  it('have a level of their own for the blank only where a blank is dated', () => {
    const some = [...times(50, 'a'), ...times(30, undefined), ...times(10, ' ')];
    expect(toldOf(some)).toEqual([{ when: 'is blank', against: 'a', entries: 40 }]);
    expect(toldOf(some, false)).toEqual([]);
  });

  it('with hostile names are only names', () => {
    const some = [...times(40, '__proto__'), ...times(30, 'constructor'), ...times(25, 'toString')];
    expect(toldOf(some).map(({ when }) => when)).toEqual(['is constructor', 'is toString']);
  });

  it('of which nearly each row has its own say nothing', () => {
    expect(toldOf(Array.from({ length: 500 }, (_, row) => `id-${row}`))).toEqual([]);
    expect(toldOf(times(500, 'same'))).toEqual([]);
    expect(toldOf(times(500, undefined))).toEqual([]);
  });
});

describe('numbers', () => {
  it('are standardised, with outliers cut off at the 1st and 99th percentile', () => {
    const values = [...Array.from({ length: 999 }, (_, row) => String(row % 20)), '1000000'];
    const [term] = encodeColumn({ name: 'visits', values, blankTells: true });
    const numbers = [...(term?.numbers ?? [])];
    expect(Math.max(...numbers)).toBeLessThan(2);
    expect(numbers.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 9);
    expect(numbers.reduce((sum, each) => sum + each ** 2, 0) / numbers.length).toBeCloseTo(1, 9);
    expect(term).toMatchObject({ when: 'each 5.77 more, from 0 to 19', against: 'the mean, 9.5' });
  });

  it('have an indicator for the blank, which itself counts as the mean', () => {
    const values = [...Array.from({ length: 100 }, (_, row) => row), ...times(25, undefined)];
    const terms = encodeColumn({ name: 'n', values, blankTells: true });
    expect(terms.map(({ when }) => when)).toEqual(['each 28.8 more, from 0.99 to 98', 'is blank']);
    expect(terms[0]?.numbers.at(-1)).toBe(0);
    expect(terms[1]?.numbers.at(-1)).toBe(1);
  });

  it('of ten kinds or fewer are categories', () => {
    expect(toldOf([...times(40, 1), ...times(30, 2)])).toEqual([{ when: 'is 2', against: '1', entries: 30 }]);
  });
});
