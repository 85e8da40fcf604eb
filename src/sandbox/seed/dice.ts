import { shuffled } from '../shuffle.ts';

/** Chance decisions drawn from one stream of numbers in [0, 1), so that equal seeds make equal worlds. */
export interface Dice {
  chance: (probability: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
  shuffled: <T>(items: readonly T[]) => T[];
  /** Proportionally to the weights. */
  weighted: <T>(items: readonly T[], weightOf: (item: T) => number) => T;
  /** In [low, high). */
  between: (low: number, high: number) => number;
  /** Log-normal around `median`, at most `most`: many short waits and a few long ones, as people make them. `sigma` is of the logarithm. */
  skewed: (median: number, most: number, sigma?: number) => number;
}

const SIGMA = 0.8;

/** @throws Error from `pick` and `weighted` when there is nothing to choose from */
export function dice(random: () => number): Dice {
  const between = (low: number, high: number) => low + random() * (high - low);
  return {
    chance: (probability) => random() < probability,
    between,
    shuffled: (items) => shuffled(items, random),
    pick: (items) => present(items[Math.floor(random() * items.length)]),
    weighted(items, weightOf) {
      let left = between(
        0,
        items.reduce((sum, item) => sum + weightOf(item), 0),
      );
      return present(items.find((item) => (left -= weightOf(item)) < 0) ?? items.at(-1));
    },
    skewed: (median, most, sigma = SIGMA) => Math.min(most, median * Math.exp(sigma * standardNormal(random))),
  };
}

function present<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}

/** @source Box and Muller, "A note on the generation of random normal deviates", Ann. Math. Stat. 29 (1958) */
function standardNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
