import { DAY_MS, type Instant } from '../values/instant.ts';

/** Points are counted in thousandths, as integers, so that the order of events and of sums never matters (design D2). */
export const UNIT = 1_000;

/** No event is older: HubSpot was founded in that year. */
const EPOCH = Date.UTC(2006, 0, 1);
/** Binary digits kept of a weight and of its inverse; the error stays far below one thousandth of a point. */
const DIGITS = 40;
const ONE = 2 ** DIGITS;

/**
 * What an event adds to a sum that is read later: its points times 2^(time since the epoch ÷ half-life). The weight grows with the date
 * of the event instead of fading with the date of reading, so a sum is only ever added to, in any order, and read exactly at any instant.
 *
 * @param units     thousandths of a point
 * @param halfLifeDays  undefined: points do not fade
 */
export function growing(units: number, at: Instant, halfLifeDays: number | undefined): bigint {
  if (halfLifeDays === undefined) return BigInt(units);
  const { whole, part } = halvings(at, halfLifeDays);
  return (BigInt(units) * BigInt(Math.round(2 ** part * ONE))) << BigInt(whole);
}

/** Such a sum at an instant, in thousandths of a point, rounded half up. */
export function fadedTo(sum: bigint, at: Instant, halfLifeDays: number | undefined): number {
  if (halfLifeDays === undefined || sum === 0n) return Number(sum);
  const { whole, part } = halvings(at, halfLifeDays);
  const shift = BigInt(2 * DIGITS + 1 + whole);
  const inverse = BigInt(Math.round(2 ** (1 - part) * ONE));
  return Number((sum * inverse + (1n << (shift - 1n))) >> shift);
}

function halvings(at: Instant, halfLifeDays: number): { whole: number; part: number } {
  const count = Math.max(0, at - EPOCH) / (halfLifeDays * DAY_MS);
  const whole = Math.floor(count);
  return { whole, part: count - whole };
}
