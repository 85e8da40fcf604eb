import type { Alarm, Band } from './calibration-report.ts';
import { fisherExact } from './fisher-exact.ts';

/** Chance of at least one alarm in a table whose bands all convert alike, at most. */
const LEVEL = 0.05;

/**
 * Every pair in which the lower band converts better than the higher one by more than chance explains, the surest first.
 *
 * Each pair of bands with a rate is tested by Fisher's exact test, one-sided; its p-value is multiplied by the number of pairs
 * (Bonferroni), so looking at many bands makes no alarm out of noise.
 *
 * @param bands best first; those without a rate have too few entries and are passed over
 */
export function monotonicityAlarms(bands: readonly Band[]): Alarm[] {
  const told = bands.filter(({ rate }) => rate !== null);
  const pairs = told.flatMap((higher, place) => told.slice(place + 1).map((lower) => ({ higher, lower })));
  return pairs
    .map(({ higher, lower }) => ({ higher, lower, pValue: Math.min(1, fisherExact(lower, higher) * pairs.length) }))
    .filter(({ pValue }) => pValue < LEVEL)
    .sort((a, b) => a.pValue - b.pValue)
    .map(({ higher, lower, pValue }) => ({
      lower: lower.label,
      higher: higher.label,
      pValue,
      sentence: sentenceOf(lower, higher),
    }));
}

function sentenceOf(lower: Band, higher: Band): string {
  const times = (lower.rate ?? 0) / (higher.rate ?? 0);
  const more = Number.isFinite(times) ? `, ${times.toFixed(1)} times as often` : '';
  return `${lower.label} converts better than ${higher.label}: ${counts(lower)} against ${counts(higher)}${more}.`;
}

const counts = ({ converted, entries, rate }: Band): string =>
  `${converted} of ${entries} (${((rate ?? 0) * 100).toFixed(1)} %)`;
