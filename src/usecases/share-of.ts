import { toldRatio } from '../domain/values/ratio.ts';

/** A part of a whole, from enough on with its rate and 95 % interval. */
export const shareOf = (part: number, whole: number) => ({ part, whole, ...toldRatio(part, whole) });
