import type { Auc } from './auc.ts';
import type { ModelCalibration, SuggestedPoints, Suggestion } from './calibration-report.ts';
import { designOf, RIDGE } from './cross-validate.ts';
import type { Term } from './encode-column.ts';
import { fitLogistic, probability } from './logistic-regression.ts';
import type { Refused } from './refused.ts';

/** So many points more double the odds, as credit scorecards are scaled: points = coefficient × 10 ÷ ln 2. */
const POINTS_TO_DOUBLE = 10;
/** @source P. Peduzzi et al., "A simulation study of the number of events per variable in logistic regression analysis" (1996) */
const MIN_ROWS_PER_PARAMETER = 10;

/** Why no weights are told, where there are too few rows for so many numbers or the model is no better than chance. */
export function refuseWeights(
  count: number,
  outcomes: Uint8Array,
  { auc, low }: Auc,
  of: 'columns' | 'rules',
): Refused | undefined {
  const converted = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const rarer = Math.min(converted, outcomes.length - converted);
  const needed = count * MIN_ROWS_PER_PARAMETER;
  const what = of === 'columns' ? 'values' : 'rules';
  if (rarer < needed)
    return {
      refused: `Weights for ${count} ${what} need ${needed} leads of the rarer outcome, ten each; there are ${rarer}. Use fewer ${of} or wait for more leads.`,
    };
  if (low <= 0.5)
    return {
      refused: `The ${of} do not rank leads better than chance would: AUC ${auc.toFixed(3)}, 95 % interval from ${low.toFixed(3)}.`,
    };
  return undefined;
}

/**
 * The model's coefficients as whole points. A suggestion: it becomes a rule only when a person puts it into the definition set.
 *
 * Refused when the rarer outcome has fewer than ten rows for each estimated number, and when the model is no better than chance.
 */
export function suggestPoints(
  terms: readonly Term[],
  outcomes: Uint8Array,
  model: ModelCalibration,
): Suggestion | Refused {
  const refused = refuseWeights(terms.length, outcomes, model, 'columns');
  if (refused) return refused;
  const [intercept = 0, ...coefficients] = fitLogistic(
    designOf(terms, outcomes),
    Uint32Array.from(outcomes.keys()),
    RIDGE,
  );
  const points = terms.map((term, place) => pointsOf(term, coefficients[place] ?? 0));
  return { pointsToDouble: POINTS_TO_DOUBLE, rateAtZero: probability(intercept), points };
}

function pointsOf({ column, when, against, entries }: Term, coefficient: number): SuggestedPoints {
  const points = Math.round((coefficient * POINTS_TO_DOUBLE) / Math.LN2);
  // Math.round gives −0 for a small negative coefficient
  return { column, when, against, points: points === 0 ? 0 : points, entries };
}
