/** Rows, and how many of them had the outcome. */
interface Counts {
  readonly entries: number;
  readonly converted: number;
}

/**
 * Fisher's exact test, one-sided: the chance of as many conversions in `first`, or more, if both convert alike, given the margins.
 *
 * @source R. A. Fisher, The Design of Experiments (1935), §12
 */
export function fisherExact(first: Counts, second: Counts): number {
  const converted = first.converted + second.converted;
  const entries = first.entries + second.entries;
  const most = Math.min(first.entries, converted);
  const ln = lnFactorials(entries);
  const lnChoose = (n: number, k: number): number => (ln[n] ?? 0) - (ln[k] ?? 0) - (ln[n - k] ?? 0);
  let sum = 0;
  for (let k = first.converted; k <= most; k += 1) {
    sum += Math.exp(
      lnChoose(first.entries, k) + lnChoose(second.entries, converted - k) - lnChoose(entries, converted),
    );
  }
  return Math.min(1, sum);
}

function lnFactorials(most: number): Float64Array {
  const ln = new Float64Array(most + 1);
  for (let n = 2; n <= most; n += 1) ln[n] = (ln[n - 1] ?? 0) + Math.log(n);
  return ln;
}
