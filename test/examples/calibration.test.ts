import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aucOf } from '../../src/domain/calibration/auc.ts';
import { fisherExact } from '../../src/domain/calibration/fisher-exact.ts';
import { type Design, fitLogistic } from '../../src/domain/calibration/logistic-regression.ts';
import { reliabilityCurve } from '../../src/domain/calibration/reliability-curve.ts';

const designOf = (columns: readonly (readonly number[])[], outcomes: readonly number[]): Design => ({
  width: columns.length + 1,
  numbers: Float64Array.from(outcomes.flatMap((_, row) => [1, ...columns.map((column) => column[row] ?? Number.NaN)])),
  outcomes: Uint8Array.from(outcomes),
});
const fit = (design: Design, ridge: number): number[] => [...fitLogistic(design, [...design.outcomes.keys()], ridge)];
const expectClose = (found: readonly number[], wanted: readonly number[], digits: number): void => {
  expect(found).toHaveLength(wanted.length);
  found.forEach((each, place) => expect(each).toBeCloseTo(wanted[place] ?? Number.NaN, digits));
};
const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('ridge logistic regression', () => {
  it('gives the log odds and the log odds ratio of a two by two table', () => {
    const table = [repeat(6, [0, 1]), repeat(14, [0, 0]), repeat(15, [1, 1]), repeat(5, [1, 0])].flat();
    const design = designOf(
      [table.map(([column = 0]) => column)],
      table.map(([, outcome = 0]) => outcome),
    );
    expectClose(fit(design, 0), [Math.log(6 / 14), Math.log(15 / 5 / (6 / 14))], 12);
  });

  it('gives the published coefficients of hours of study and passing the exam', () => {
    // 20 students; en.wikipedia.org/wiki/Logistic_regression prints −4.1 and 1.5; digits from scipy.optimize.root on the score equations.
    const hours = [
      ...[0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5],
      ...[2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5],
    ];
    const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
    expectClose(fit(designOf([hours], passed), 0), [-4.07771343, 1.50464543], 8);
  });

  // scipy 1.x: optimize.root (hybr, tol 1e-14) on Xᵀ(y − p) − ridge · b = 0 with b₀ free; Nelder–Mead on the loss agrees to seven digits.
  it.each([
    [0, [-1.67531698, 3.10353443, -0.70779065, 0.16244964]],
    [1, [-1.01563307, 1.64472668, -0.43047144, 0.05865808]],
    [10, [-0.51464223, 0.34512574, -0.10992916, 0.00313755]],
  ])('with ridge %d equals what scipy finds for three columns of 60 rows', (ridge, wanted) => {
    const rows = Array.from({ length: 60 }, (_, row) => row);
    const columns = [
      rows.map((row) => ((row * 7) % 11) / 10),
      rows.map((row) => ((row * 5) % 13) / 10),
      rows.map((row) => Number(row % 4 === 0)),
    ];
    const outcomes = rows.map((row) => Number((row * row + 3 * row) % 7 < 3 || (row * 7) % 11 > 8));
    expectClose(fit(designOf(columns, outcomes), ridge), wanted, 7);
  });

  it('has no answer without a ridge when a column parts the outcomes or repeats another, and has one with it', () => {
    const outcomes = [0, 0, 0, 0, 1, 1, 1, 1];
    const parted = designOf([outcomes], outcomes);
    const twice = designOf(
      [
        [0, 1, 0, 1, 1, 0, 1, 1],
        [0, 1, 0, 1, 1, 0, 1, 1],
      ],
      outcomes,
    );
    for (const design of [parted, twice]) {
      expect(() => fit(design, 0)).toThrow(RangeError);
      expect(fit(design, 1).every(Number.isFinite)).toBe(true);
    }
  });

  it('with a ridge settles on any columns, where the slope of its loss is zero', () => {
    const cell = fc.double({ min: -50, max: 50, noNaN: true });
    const row = fc.tuple(cell, cell, fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.constantFrom(0.01, 1, 100), (rows, ridge) => {
        const outcomes = rows.map(([, , , outcome]) => outcome);
        fc.pre(outcomes.includes(0) && outcomes.includes(1));
        const columns = [0, 1, 2].map((place) => rows.map((cells) => cells[place] ?? 0));
        const found = fit(designOf(columns, outcomes), ridge);
        const errors = rows.map(
          (_, at) =>
            (outcomes[at] ?? 0) -
            1 / (1 + Math.exp(-found.reduce((sum, each, place) => sum + each * (columns[place - 1]?.[at] ?? 1), 0))),
        );
        found.forEach((each, place) => {
          const pull = errors.reduce((sum, error, at) => sum + error * (columns[place - 1]?.[at] ?? 1), 0);
          expect(Math.abs(pull - (place === 0 ? 0 : ridge * each))).toBeLessThan(1e-5);
        });
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('AUC', () => {
  it('equals the published one of 109 CT images, with its standard error and interval', () => {
    // Ratings 1–5: Hanley and McNeil, Radiology 143 (1982), table I; 0.8932, 0.0307, 0.83295–0.95339: Stata, [R] roctab (DeLong).
    const healthy = [33, 6, 6, 11, 2].flatMap((count, rating) => repeat(count, rating + 1));
    const ill = [3, 2, 2, 11, 33].flatMap((count, rating) => repeat(count, rating + 1));
    const found = aucOf(
      Float64Array.from([...healthy, ...ill]),
      Uint8Array.from([...repeat(healthy.length, 0), ...repeat(ill.length, 1)]),
    );
    expect(found?.auc).toBeCloseTo(0.8932, 4);
    expect(found?.standardError).toBeCloseTo(0.0307, 4);
    expect(found?.low).toBeCloseTo(0.83295, 5);
    expect(found?.high).toBeCloseTo(0.95339, 5);
  });

  it('and its standard error equal a count over all pairs', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 50 }), (rows) => {
        const values = Float64Array.from(rows, ([value]) => value);
        const found = aucOf(
          values,
          Uint8Array.from(rows, ([, outcome]) => outcome),
        );
        const wanted = aucByPairs(rows);
        if (wanted === null) return void expect(found).toBeNull();
        expect(found?.auc).toBeCloseTo(wanted.auc, 12);
        expect(found?.standardError).toBeCloseTo(wanted.standardError, 10);
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});

/** DeLong's definition as it is written: every row with the outcome against every row without. */
function aucByPairs(rows: readonly (readonly [value: number, outcome: number])[]) {
  const [ill, healthy] = [1, 0].map((wanted) =>
    rows.filter(([, outcome]) => outcome === wanted).map(([value]) => value),
  );
  if (!ill?.length || !healthy?.length) return null;
  const wins = (one: number, other: number): number => (one > other ? 1 : one === other ? 0.5 : 0);
  const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const ofIll = ill.map((one) => meanOf(healthy.map((other) => wins(one, other))));
  const ofHealthy = healthy.map((other) => meanOf(ill.map((one) => wins(one, other))));
  const auc = meanOf(ofIll);
  const spread = (numbers: readonly number[]): number =>
    numbers.length < 2
      ? 0
      : numbers.reduce((sum, each) => sum + (each - auc) ** 2, 0) / (numbers.length - 1) / numbers.length;
  return { auc, standardError: Math.sqrt(spread(ofIll) + spread(ofHealthy)) };
}

describe('Fisher’s exact test', () => {
  it('gives the chances of the lady tasting tea', () => {
    expect(fisherExact({ entries: 4, converted: 4 }, { entries: 4, converted: 0 })).toBeCloseTo(1 / 70, 12);
    expect(fisherExact({ entries: 4, converted: 3 }, { entries: 4, converted: 1 })).toBeCloseTo(17 / 70, 12);
  });

  it('equals scipy on larger tables', () => {
    // scipy.stats.fisher_exact([[12, 88], [9, 191]], 'greater') and ([[294, 63], [160, 507]], 'greater')
    expect(fisherExact({ entries: 100, converted: 12 }, { entries: 200, converted: 9 })).toBeCloseTo(
      0.0175207633974143,
      12,
    );
    const tiny = fisherExact({ entries: 357, converted: 294 }, { entries: 667, converted: 160 });
    expect(tiny / 2.400013942888962e-75).toBeCloseTo(1, 8);
  });
});

describe('reliability curve', () => {
  it('has ten bins of equally many rows, lowest first', () => {
    const values = Float64Array.from({ length: 1_000 }, (_, row) => ((row * 7) % 1_000) / 1_000);
    const curve = reliabilityCurve(
      values,
      Uint8Array.from(values, (value) => Number(value >= 0.7)),
    );
    expect(curve.map(({ entries, converted }) => [entries, converted])).toEqual([
      ...repeat(7, [100, 0]),
      ...repeat(3, [100, 100]),
    ]);
    expect(curve[0]?.mean).toBeCloseTo(0.0495, 12);
  });

  it('never parts equal values nor shows a rate of fewer than 20, and loses no row', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300 }), (rows) => {
        const curve = reliabilityCurve(
          Float64Array.from(rows, ([value]) => value),
          Uint8Array.from(rows, ([, outcome]) => outcome),
        );
        if (rows.length < 20) return void expect(curve).toEqual([]);
        expect(curve.reduce((sum, bin) => sum + bin.entries, 0)).toBe(rows.length);
        for (const bin of curve) {
          expect(bin.entries).toBeGreaterThanOrEqual(20);
          expect(bin.entries).toBe(rows.filter(([value]) => value >= bin.from && value <= bin.to).length);
        }
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
