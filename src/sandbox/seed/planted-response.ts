import type { Dice } from './dice.ts';

/**
 * How fast an SDR first responds to a qualified lead, and what that does to the lead: **each doubling of the response time costs 15 % of the
 * chance of an opportunity**. Times are working minutes of the region (Monday to Friday, 9 to 17 of its clock) from qualification to the
 * first response; they are log-normal around `medianMinutes`, with `spread` as the standard deviation of their logarithm.
 */
export const PLANTED_RESPONSE = { medianMinutes: 45, spread: 1.2, perDoubling: 0.85 } as const;

const { medianMinutes, spread, perDoubling } = PLANTED_RESPONSE;

/** Nobody is faster than the assignment; nobody takes more than two working weeks. */
const SHORTEST = 2;
const LONGEST = 10 * 8 * 60;

export function responseMinutes(dice: Dice): number {
  return Math.max(SHORTEST, dice.skewed(medianMinutes, LONGEST, spread));
}

/** What the chance of an opportunity is multiplied with; on average over all responses 1, so that a source's own rate stays what it is. */
export function responseFactor(minutes: number): number {
  return perDoubling ** Math.log2(minutes / medianMinutes) / AVERAGE;
}

/** The mean of a power of a log-normal variable. */
const AVERAGE = Math.exp((Math.log2(perDoubling) * spread) ** 2 / 2);
