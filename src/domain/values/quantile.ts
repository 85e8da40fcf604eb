/**
 * Percentile by linear interpolation between the closest ranks (the definition of numpy's default and of R type 7).
 *
 * @param sorted ascending values
 * @param share  0–1
 * @returns null for an empty list
 */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}
