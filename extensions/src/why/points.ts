const UNITS_PER_TENTH = 100;

/** Thousandths of a point as tenths of one; a hair below nothing is nothing, and not "-0". */
export const toTenths = (units: number): number => Math.round(units / UNITS_PER_TENTH) || 0;

/**
 * Thousandths of a point as tenths that sum to the total shown above them: all are rounded down, and what is then missing goes to those
 * that lost most.
 *
 * @param total  tenths; the parts' sum rounded, up or down
 */
export function tenthsOf(units: readonly number[], total: number): number[] {
  const lower = units.map((each) => Math.floor(each / UNITS_PER_TENTH));
  const missing = total - lower.reduce((sum, each) => sum + each, 0);
  const lostMost = units
    .map((each, index) => ({ index, lost: each / UNITS_PER_TENTH - (lower[index] ?? 0) }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index)
    .slice(0, missing)
    .map(({ index }) => index);
  const raised = new Set(lostMost);
  return lower.map((each, index) => (raised.has(index) ? each + 1 : each));
}
