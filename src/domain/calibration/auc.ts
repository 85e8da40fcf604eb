import { Z95 } from '../values/ratio.ts';

/**
 * Chance that a row with the outcome is ranked above one without; equal values count one half. 0.5 is a coin, 1 perfect.
 * `low`, `high`: 95 % interval.
 */
export interface Auc {
  readonly auc: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Area under the ROC curve by ranks, its 95 % interval after DeLong (cut off at 0 and 1).
 *
 * @param values   higher means more likely
 * @param outcomes 1 where the row has the outcome, else 0
 * @returns null when all or none of the rows have the outcome
 * @source E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating
 *   characteristic curves", Biometrics 44 (1988); by ranks after X. Sun and W. Xu, IEEE Signal Processing Letters 21 (2014)
 */
export function aucOf(values: Float64Array, outcomes: Uint8Array): Auc | null {
  const positives = values.filter((_, row) => outcomes[row] === 1);
  const negatives = values.filter((_, row) => outcomes[row] === 0);
  if (positives.length === 0 || negatives.length === 0) return null;
  const ranks = midranks(values);
  const beats = placements(ranks, midranks(positives), outcomes, 1, negatives.length);
  const losses = placements(ranks, midranks(negatives), outcomes, 0, positives.length);
  const auc = mean(beats);
  const standardError = Math.sqrt(variance(beats) / beats.length + variance(losses) / losses.length);
  return {
    auc,
    standardError,
    low: Math.max(0, auc - Z95 * standardError),
    high: Math.min(1, auc + Z95 * standardError),
  };
}

/** For each row of one outcome, the share of the `others` rows of the other that it stands above; equal ones count one half. */
function placements(ranks: Float64Array, own: Float64Array, outcomes: Uint8Array, outcome: 0 | 1, others: number) {
  return ranks.filter((_, row) => outcomes[row] === outcome).map((rank, place) => (rank - (own[place] ?? 0)) / others);
}

/** From 1; equal values share the mean of their ranks. */
function midranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (const row of order.subarray(start, end)) ranks[row] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

const mean = (numbers: Float64Array): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** Of a sample; 0 for a single number, whose spread is unknown. */
function variance(numbers: Float64Array): number {
  if (numbers.length < 2) return 0;
  const middle = mean(numbers);
  return numbers.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (numbers.length - 1);
}
