import type { Term } from './encode-column.ts';
import { type Design, fitLogistic, logOdds, probability } from './logistic-regression.ts';

/** Weak enough to leave the coefficient of a few hundred rows as it is, strong enough that one of twenty rows does not run away. */
export const RIDGE = 1;
const FOLDS = 5;

export function designOf(terms: readonly Pick<Term, 'numbers'>[], outcomes: Uint8Array): Design {
  const width = terms.length + 1;
  const numbers = new Float64Array(outcomes.length * width);
  for (let row = 0; row < outcomes.length; row += 1) {
    numbers[row * width] = 1;
    terms.forEach((term, place) => (numbers[row * width + place + 1] = term.numbers[row] ?? 0));
  }
  return { width, numbers, outcomes };
}

/**
 * The probability of the outcome of each row, from a model fitted on the other four fifths of the rows.
 *
 * Rows with and without the outcome are dealt to the five folds in turn, in the order given: the same rows give the same folds.
 */
export function crossValidate(design: Design): Float64Array {
  const { outcomes } = design;
  const dealt = [0, 0];
  const folds = outcomes.map((outcome) => (dealt[outcome] = (dealt[outcome] ?? 0) + 1) % FOLDS);
  const rows = Uint32Array.from(outcomes.keys());
  const predicted = new Float64Array(outcomes.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const coefficients = fitLogistic(
      design,
      rows.filter((row) => folds[row] !== fold),
      RIDGE,
    );
    for (const row of rows) if (folds[row] === fold) predicted[row] = probability(logOdds(design, row, coefficients));
  }
  return predicted;
}
