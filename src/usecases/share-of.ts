import { wilson } from '../domain/values/ratio.ts';

/** Below this a share says too little. */
const ENOUGH = 20;

/** A part of a whole, from enough on with its rate and 95 % interval. */
export function shareOf(part: number, whole: number) {
  const share = whole < ENOUGH ? { rate: null, low: null, high: null } : wilson(part, whole);
  return { part, whole, ...share };
}
