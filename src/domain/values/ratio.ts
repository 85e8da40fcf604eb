/** A share with its 95 % interval; each member 0–1, all null when there is nothing to divide by. */
export interface Ratio {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** 97.5 % quantile of the standard normal distribution. */
export const Z95 = 1.959963984540054;

/**
 * Share of `part` in `whole` with its Wilson score interval (95 %).
 *
 * @returns nulls when `whole` is 0
 * @source E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927)
 */
export function wilson(part: number, whole: number): Ratio {
  if (whole === 0) return { rate: null, low: null, high: null };
  const rate = part / whole;
  const z2 = Z95 * Z95;
  const center = rate + z2 / (2 * whole);
  const spread = Z95 * Math.sqrt((rate * (1 - rate) + z2 / (4 * whole)) / whole);
  const scale = 1 + z2 / whole;
  return {
    rate,
    low: part === 0 ? 0 : (center - spread) / scale,
    high: part === whole ? 1 : (center + spread) / scale,
  };
}

/** A rate of fewer entries is not told: only the counts (design §7). */
export const MIN_ENTRIES = 20;

/** The share with its interval as it is told: nulls below `MIN_ENTRIES`. */
export const toldRatio = (part: number, whole: number): Ratio => wilson(part, whole < MIN_ENTRIES ? 0 : whole);
