import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsCovering, startOfWeek } from './calendar.ts';
import { compareIds } from './ids.ts';
import { parseInstant } from './instant.ts';
import { formatMoney, parseMoney } from './money.ts';
import { quantile } from './quantile.ts';
import { wilson } from './ratio.ts';

describe('the Wilson interval', () => {
  it('agrees with the recorded interval of 842 in 8,000', () => {
    const { rate, low, high } = wilson(842, 8_000);
    expect(rate).toBe(0.10525);
    expect(low).toBeCloseTo(0.098714, 6);
    expect(high).toBeCloseTo(0.112165, 6);
  });

  it('agrees with the published interval of 1 in 29 (0.61 %–17.18 %)', () => {
    const { low, high } = wilson(1, 29);
    expect(low).toBeCloseTo(0.0061, 4);
    expect(high).toBeCloseTo(0.1718, 4);
  });

  it('stays within 0 and 1 and around the rate', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), (a, b) => {
        const { rate, low, high } = wilson(a, a + b);
        if (rate === null || low === null || high === null) {
          expect(a + b).toBe(0);
          return;
        }
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1 + 1e-15);
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
      }),
    );
  });
});

it('a percentile interpolates between the closest ranks', () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(quantile([7], 0.9)).toBe(7);
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.9)).toBeCloseTo(4.6, 12);
});

describe('money', () => {
  it.each([
    ['3000', '3000.00'],
    ['5000.00', '5000.00'],
    ['0.40000000000000002220446', '0.40'],
    ['-12.345', '-12.345'],
    ['1.99999', '2.00'],
  ])('reads %s', (text, shown) => {
    const amount = parseMoney(text);
    expect(amount === undefined ? undefined : formatMoney(amount)).toBe(shown);
  });

  it.each(['', '1,234.50', '1e309', 'NaN', 'abc', '1.2.3', '--1'])('takes "%s" as missing, never as zero', (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });

  it('loses nothing between text and value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (amount) => {
        expect(parseMoney(formatMoney(amount))).toBe(amount);
      }),
    );
  });
});

it.each([
  ['2026-01-01', Date.UTC(2026, 0, 1)],
  ['2026-01-01T10:00:00Z', Date.UTC(2026, 0, 1, 10)],
  ['2026-01-01T10:00:00.5+02:00', Date.UTC(2026, 0, 1, 8, 0, 0, 500)],
  ['1767225600000', Date.UTC(2026, 0, 1)],
  ['2026-01-01T10:00:00', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('reads the instant %s', (text, at) => {
  expect(parseInstant(text)).toBe(at);
});

describe('the calendar', () => {
  it('begins months at the zone’s own midnight', () => {
    const [march] = monthsCovering(Date.UTC(2026, 2, 10), Date.UTC(2026, 2, 11), 'Europe/Berlin');
    expect(march).toEqual({ name: '2026-03', startAt: Date.UTC(2026, 1, 28, 23), endAt: Date.UTC(2026, 2, 31, 22) });
  });

  it('begins weeks on Monday', () => {
    expect(startOfWeek(Date.UTC(2026, 10, 24, 12), 'UTC')).toBe(Date.UTC(2026, 10, 23));
  });
});

it('ids sort by size without becoming numbers', () => {
  expect(['100', '9', '99999999999999999999', '10'].sort(compareIds)).toEqual([
    '9',
    '10',
    '100',
    '99999999999999999999',
  ]);
});
