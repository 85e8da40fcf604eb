import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tenthsOf, toTenths } from './points.ts';

test('what rounding leaves over goes to those that lost most', () => {
  expect(tenthsOf([11_449, 6_968], 184)).toEqual([114, 70]);
  expect(tenthsOf([333, 333, 334], 10)).toEqual([3, 3, 4]);
  expect(tenthsOf([], 0)).toEqual([]);
});

test('lines always sum to what is shown above them, each off by less than a tenth', () => {
  const units = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(units, fc.boolean(), (parts, isUp) => {
      const sum = parts.reduce((total, each) => total + each, 0);
      const total = (isUp ? Math.ceil(sum / 100) : Math.floor(sum / 100)) || 0;
      const tenths = tenthsOf(parts, total);
      expect(tenths.reduce((total, each) => total + each, 0)).toBe(total);
      tenths.forEach((each, index) => expect(Math.abs(each * 100 - (parts[index] ?? 0))).toBeLessThan(100));
    }),
  );
});

test('a hair below nothing is nothing', () => {
  expect(toTenths(-3)).toBe(0);
});

test('a whole receipt sums from the lines up', () => {
  const groups = [
    [11_449, 6_968],
    [15_002, -5_000],
    [-1_333, -666],
  ];
  const sums = groups.map((lines) => lines.reduce((a, b) => a + b, 0));
  const total = toTenths(sums.reduce((a, b) => a + b, 0));
  const shown = tenthsOf(sums, total);
  const lines = groups.map((units, index) => tenthsOf(units, shown[index] ?? 0));
  expect(lines.flat().reduce((a, b) => a + b, 0)).toBe(total);
});
