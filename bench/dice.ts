/** Numbers that look random and are the same in every run (mulberry32). */
export function diceOf(seed: number): { below: (limit: number) => number; oneOf: <T>(values: readonly T[]) => T } {
  let state = seed;
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
  return { below, oneOf: (values) => values[below(values.length)] as (typeof values)[number] };
}
