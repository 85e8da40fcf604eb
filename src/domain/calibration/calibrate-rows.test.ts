import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../sandbox/random.ts';
import { DAY_MS } from '../values/instant.ts';
import { calibrateRows } from './calibrate-rows.ts';
import type { CalibrationRow, Feature } from './calibration-row.ts';

const START = Date.parse('2026-01-05T08:00:00Z');

/**
 * AQLs of a simulated portal. Seniority truly decides, and was known in time; employees hardly; a favorite color not at all. The call
 * notes are written once it is clear how a lead will end: they know everything, and came too late. The imported tier has no time.
 */
function simulatedPortal(count: number, seed: number): CalibrationRow[] {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, (_, row) => {
    const scoredAt = START + row * 0.1 * DAY_MS;
    const inTime = (value: Feature['value']): Feature => ({ value, lastChangedAt: scoredAt - random() * 20 * DAY_MS });
    const seniority = pick(['Director', 'Manager', 'Student', undefined] as const);
    const employees = Math.round(10 ** (1 + 3 * random()));
    const chance = { Director: 0.55, Manager: 0.25, Student: 0.02, none: 0.1 }[seniority ?? 'none'];
    const outcome = random() < chance + 0.02 * Math.log10(employees);
    const hint = random() < 0.92 ? outcome : !outcome;
    const features = new Map<string, Feature>([
      ['seniority', seniority === undefined ? { value: undefined, lastChangedAt: undefined } : inTime(seniority)],
      ['employees', inTime(employees)],
      ['favorite color', inTime(pick(['red', 'green', 'blue']))],
      ['call notes', { value: hint ? 'keen' : 'cold', lastChangedAt: scoredAt + 12 * DAY_MS }],
      ['imported tier', { value: pick(['1', '2']), lastChangedAt: undefined }],
      ['country', row % 200 === 0 ? { value: 'DE', lastChangedAt: scoredAt + DAY_MS } : inTime(pick(['DE', 'US']))],
    ]);
    const points = seniority === 'Director' ? 80 : seniority === 'Manager' ? 45 : 10;
    return { outcome, scoredAt, score: points * 1_000, grade: points > 50 ? 'A' : points > 20 ? 'B' : 'C', features };
  });
}

describe('calibration of a simulated portal', () => {
  const rows = simulatedPortal(3_000, 5);
  const report = calibrateRows(rows);

  it('catches the planted late column and flags it', () => {
    expect(report.leftOut.map(({ name, reason, suspicious }) => ({ name, reason, suspicious }))).toEqual([
      { name: 'call notes', reason: 'changed after', suspicious: true },
      { name: 'imported tier', reason: 'undated', suspicious: false },
    ]);
    expect(report.leftOut[0]).toMatchObject({
      sentence: 'last changed after the AQL in 3000 of 3000 rows with a value',
      changedAfter: 3_000,
    });
    expect(report.leftOut[0]?.alone).toBeGreaterThan(0.88);
  });

  it('keeps the honest strong one, unsuspected', () => {
    const seniority = report.used.find(({ name }) => name === 'seniority');
    expect(seniority).toMatchObject({ basis: 'dated', late: 0, suspicious: false });
    expect(seniority?.alone).toBeGreaterThan(0.7);
  });

  it('counts the few late values of a column it keeps', () => {
    expect(report.used.find(({ name }) => name === 'country')).toMatchObject({ late: 15, blank: 15 });
  });

  it('ranks as well as what was known allows, and its probabilities can be taken at their word', () => {
    if ('refused' in report.model) throw new Error(report.model.refused);
    expect(report.model.auc).toBeGreaterThan(0.7);
    expect(report.model.auc).toBeLessThan(0.85);
    const apart = report.model.reliability.filter(
      ({ mean, low, high }) => mean < (low ?? 0) - 0.03 || mean > (high ?? 1) + 0.03,
    );
    expect(apart).toEqual([]);
  });

  it('suggests weights near the planted odds ratios', () => {
    if ('refused' in report.suggestion) throw new Error(report.suggestion.refused);
    const { points, pointsToDouble } = report.suggestion;
    // The value that all others stand against is in no row: it has no points.
    const pointsOf = (value: string): number => points.find(({ when }) => when === `is ${value}`)?.points ?? 0;
    const director = pointsOf('Director') - pointsOf('Student');
    // Odds of 0.60 against 0.07, the share that size adds included, in steps of a doubling.
    expect(Math.abs(director - pointsToDouble * Math.log2(0.6 / 0.4 / (0.07 / 0.93)))).toBeLessThan(10);
    expect(points.filter(({ column }) => column === 'favorite color').every((each) => Math.abs(each.points) <= 3)).toBe(
      true,
    );
  });

  it('holds the score and the grade against the outcome', () => {
    expect(report.score?.auc?.auc).toBeGreaterThan(0.7);
    expect(report.score?.bands.rows.map(({ label }) => label)).toEqual(['80s', '40s', '10 to 19']);
    expect(report.grades?.rows.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
    expect([...(report.score?.bands.alarms ?? []), ...(report.grades?.alarms ?? [])]).toEqual([]);
  });

  it('raises the alarm when the 40s beat the 80s', () => {
    const swapped = rows.map((row) => ({
      ...row,
      score: row.score === 80_000 ? 45_000 : row.score === 45_000 ? 80_000 : row.score,
    }));
    expect(calibrateRows(swapped).score?.bands.alarms[0]).toMatchObject({ lower: '40s', higher: '80s' });
  });

  it('is plain JSON and the same each time', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(calibrateRows(rows)).toEqual(report);
  });
});

describe('calibration that has too little to go by', () => {
  it('refuses a model on fewer than 50 leads of either outcome, and says so', () => {
    const { model, suggestion, leftOut, score } = calibrateRows(simulatedPortal(120, 7));
    expect(model).toEqual(suggestion);
    expect(model).toHaveProperty(
      'refused',
      expect.stringMatching(/^Too few leads .+: \d\d of 120 have the outcome; 50 with/),
    );
    expect(leftOut.map(({ name, alone }) => [name, alone])).toEqual([
      ['call notes', null],
      ['imported tier', null],
    ]);
    expect(score?.entries).toBe(120);
  });

  it('refuses weights with fewer than ten leads of the rarer outcome for each', () => {
    const random = seededRandom(3);
    const rows = simulatedPortal(1_000, 7).map((row) => ({
      ...row,
      features: new Map([
        ...row.features,
        ...['a', 'b'].map((name): [string, Feature] => [
          name,
          { value: `v${Math.floor(random() * 20)}`, lastChangedAt: row.scoredAt },
        ]),
      ]),
    }));
    const { model, suggestion } = calibrateRows(rows);
    expect(model).toHaveProperty('auc');
    expect(suggestion).toHaveProperty('refused', expect.stringMatching(/^Weights for \d+ values need \d+0 leads/));
  });

  it('refuses weights from columns that say nothing about the outcome', () => {
    const rows = simulatedPortal(2_000, 9).map((row) => ({
      ...row,
      features: new Map([['favorite color', row.features.get('favorite color') as Feature]]),
    }));
    expect(calibrateRows(rows).suggestion).toHaveProperty('refused', expect.stringContaining('better than chance'));
  });

  it('refuses a model without columns, and answers on no rows at all', () => {
    const bare = simulatedPortal(2_000, 9).map((row) => ({ ...row, features: new Map<string, Feature>() }));
    expect(calibrateRows(bare).model).toHaveProperty('refused', expect.stringContaining('No column is left'));
    expect(calibrateRows([])).toMatchObject({ entries: 0, converted: 0, score: null, grades: null, used: [] });
  });
});
