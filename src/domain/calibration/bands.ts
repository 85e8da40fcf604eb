import { toldRatio } from '../values/ratio.ts';
import type { Band, Bands } from './calibration-report.ts';
import { monotonicityAlarms } from './monotonicity.ts';

const MAX_SCORE_BANDS = 12;

/** Conversion by grade. @param order grades, best first; others come after them, by the alphabet */
export function gradeBands(grades: readonly string[], outcomes: Uint8Array, order: readonly string[]): Bands {
  const others = [...new Set(grades)].filter((grade) => !order.includes(grade)).sort();
  return bandsOf([...order, ...others], (row) => grades[row] ?? '', outcomes);
}

/**
 * Conversion by score band, the highest first. Bands are as narrow as a round width (1, 2, 5, 10 … points) gives at most twelve of them.
 *
 * @param scores in 1/1,000 point
 */
export function scoreBands(scores: Float64Array, outcomes: Uint8Array): Bands {
  const width = widthOf(scores);
  const places = Array.from(scores, (score) => Math.floor(score / width));
  const order = [...new Set(places)].sort((a, b) => b - a);
  const label = (place: number): string => bandLabel(place, width);
  return bandsOf(order.map(label), (row) => label(places[row] ?? 0), outcomes);
}

function widthOf(scores: Float64Array): number {
  const lowest = scores.reduce((least, score) => Math.min(least, score), Infinity);
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  for (let unit = 1; ; unit *= 10) {
    const width = [1, 2, 5]
      .map((step) => step * unit)
      .find((each) => Math.floor(highest / each) - Math.floor(lowest / each) < MAX_SCORE_BANDS);
    if (width !== undefined) return width;
  }
}

/** `40s` for 40 up to 50, as people say it; else `0 to 9`, `17`, of fractions of a point `0.4 up to 0.5`. */
function bandLabel(place: number, width: number): string {
  const from = (place * width) / 1_000;
  const next = ((place + 1) * width) / 1_000;
  if (width < 1_000) return `${from} up to ${next}`;
  if (width === 1_000) return `${from}`;
  return width === 10_000 && from >= 20 && from <= 90 ? `${from}s` : `${from} to ${next - 1}`;
}

function bandsOf(order: readonly string[], labelOf: (row: number) => string, outcomes: Uint8Array): Bands {
  const counts = new Map(order.map((label) => [label, { entries: 0, converted: 0 }]));
  outcomes.forEach((outcome, row) => {
    const count = counts.get(labelOf(row));
    if (!count) return;
    count.entries += 1;
    count.converted += outcome;
  });
  const overall = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;
  const rows = [...counts].map(([label, count]) => bandOf(label, count, overall)).filter(({ entries }) => entries > 0);
  return { rows, alarms: monotonicityAlarms(rows) };
}

function bandOf(label: string, counts: { entries: number; converted: number }, overall: number): Band {
  const { entries, converted } = counts;
  const { rate, low, high } = toldRatio(converted, entries);
  return { label, entries, converted, rate, low, high, lift: rate === null || overall === 0 ? null : rate / overall };
}
