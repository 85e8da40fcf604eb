import { cellOf } from '../scoring/score.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../values/instant.ts';
import { assess } from './assess.ts';
import type { KnownPerson } from './known-person.ts';
import type { Rules } from './rules.ts';

/** After so many days of silence hardly anything is left to fade. */
const HORIZON_DAYS = 512;

/**
 * When fading alone will put somebody into another cell of the matrix, to the minute: until then nothing has to be written (design D9).
 * Looked for at growing distances, so a cell that is left and entered again in between may be missed.
 *
 * @returns undefined when nothing changes within 512 days
 */
export const nextCrossing = (known: KnownPerson, from: Instant, rules: Rules): Instant | undefined =>
  nextChange(from, (at) => cellOf(assess(known, at, rules).score));

/** The same of anything that only time changes. */
export function nextChange(from: Instant, valueAt: (at: Instant) => string | undefined): Instant | undefined {
  const value = valueAt(from);
  let before = from;
  for (let days = 1; days <= HORIZON_DAYS; days *= 2) {
    const after = from + days * DAY_MS;
    if (valueAt(after) !== value) return between(before, after, (at) => valueAt(at) !== value);
    before = after;
  }
  return undefined;
}

function between(before: Instant, after: Instant, hasChanged: (at: Instant) => boolean): Instant {
  let [low, high] = [before, after];
  while (high - low > MINUTE_MS) {
    const middle = Math.floor((low + high) / 2);
    if (hasChanged(middle)) high = middle;
    else low = middle;
  }
  return high;
}
