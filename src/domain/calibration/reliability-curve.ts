import { MIN_ENTRIES, wilson } from '../values/ratio.ts';
import type { ReliabilityBin } from './calibration-report.ts';

const MAX_BINS = 10;

/**
 * Conversion along a value, lowest first, in up to ten bins of equally many rows and at least 20 each. Equal values stay together, so bins
 * differ in size where many rows share one.
 *
 * @returns nothing below 20 rows
 */
export function reliabilityCurve(values: Float64Array, outcomes: Uint8Array): ReliabilityBin[] {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const bins = Math.min(MAX_BINS, Math.floor(order.length / MIN_ENTRIES));
  if (bins === 0) return [];
  const cuts = [0];
  for (let bin = 1; bin < bins; bin += 1) {
    let cut = Math.round((order.length * bin) / bins);
    while (cut < order.length && values[order[cut] ?? 0] === values[order[cut - 1] ?? 0]) cut += 1;
    if (cut - (cuts.at(-1) ?? 0) >= MIN_ENTRIES && order.length - cut >= MIN_ENTRIES) cuts.push(cut);
  }
  return cuts.map((start, bin) => binOf(order.subarray(start, cuts[bin + 1]), values, outcomes));
}

function binOf(rows: Uint32Array, values: Float64Array, outcomes: Uint8Array): ReliabilityBin {
  const entries = rows.length;
  const own = Float64Array.from(rows, (row) => values[row] ?? 0);
  const converted = rows.reduce((sum, row) => sum + (outcomes[row] ?? 0), 0);
  const mean = own.reduce((sum, value) => sum + value, 0) / entries;
  return { from: own[0] ?? 0, to: own.at(-1) ?? 0, mean, entries, converted, ...wilson(converted, entries) };
}
