import { toldRatio } from '../values/ratio.ts';
import { assessColumns, leftOutColumn, usedColumn } from './assess-columns.ts';
import { aucOf } from './auc.ts';
import { gradeBands, scoreBands } from './bands.ts';
import type { Bands, CalibrationReport, ModelCalibration, ScoreCalibration } from './calibration-report.ts';
import type { CalibrationOptions, CalibrationRow } from './calibration-row.ts';
import { crossValidate, designOf } from './cross-validate.ts';
import type { Term } from './encode-column.ts';
import type { Refused } from './refused.ts';
import { reliabilityCurve } from './reliability-curve.ts';
import { suggestPoints } from './suggest-points.ts';
import { weighRules } from './weigh-rules.ts';

/** Leads with the outcome, and as many without, below which no model is fitted. */
const MIN_EACH = 50;

/**
 * Holds scores and grades as they were at the AQL, and what was known by then, against what became of the leads.
 *
 * The order of the rows decides which fold a row falls into, and nothing else: the same rows in the same order give the same report.
 */
export function calibrateRows(rows: readonly CalibrationRow[], options: CalibrationOptions = {}): CalibrationReport {
  const outcomes = outcomesOf(rows);
  const converted = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const tooFew = refusalOf(converted, rows.length);
  const columns = assessColumns(rows, outcomes, options.knownAtCreation ?? new Set(), tooFew === undefined);
  const used = columns.filter(({ leftOut }) => leftOut === undefined);
  const terms = used.flatMap((column) => column.terms);
  const model = tooFew ?? calibrateModel(terms, outcomes);
  const honest = 'refused' in model ? undefined : model.auc;
  return {
    entries: rows.length,
    converted,
    overall: toldRatio(converted, rows.length),
    score: calibrateScore(rows),
    grades: calibrateGrades(rows, options.grades ?? []),
    used: used.map(usedColumn),
    leftOut: columns.flatMap((column) => leftOutColumn(column, honest)),
    model,
    suggestion: 'refused' in model ? model : suggestPoints(terms, outcomes, model),
    weights: options.scored ? weighRules(rows, outcomes, options.scored, tooFew) : null,
  };
}

const outcomesOf = (rows: readonly CalibrationRow[]): Uint8Array =>
  Uint8Array.from(rows, ({ outcome }) => (outcome ? 1 : 0));

function refusalOf(converted: number, entries: number): Refused | undefined {
  if (Math.min(converted, entries - converted) >= MIN_EACH) return undefined;
  return {
    refused: `Too few leads to learn from: ${converted} of ${entries} have the outcome; ${MIN_EACH} with it and ${MIN_EACH} without it are needed.`,
  };
}

function calibrateModel(terms: readonly Term[], outcomes: Uint8Array): ModelCalibration | Refused {
  const predicted = crossValidate(designOf(terms, outcomes));
  const auc = terms.length === 0 ? null : aucOf(predicted, outcomes);
  if (auc === null) return { refused: 'No column is left to learn from: see why each is left out.' };
  return { ...auc, parameters: terms.length, reliability: reliabilityCurve(predicted, outcomes) };
}

function calibrateScore(rows: readonly CalibrationRow[]): ScoreCalibration | null {
  const scored = rows.filter(({ score }) => score !== undefined);
  if (scored.length === 0) return null;
  const outcomes = outcomesOf(scored);
  const scores = Float64Array.from(scored, ({ score }) => score ?? 0);
  return {
    entries: scored.length,
    auc: aucOf(scores, outcomes),
    reliability: reliabilityCurve(
      scores.map((score) => score / 1_000),
      outcomes,
    ),
    bands: scoreBands(scores, outcomes),
  };
}

function calibrateGrades(rows: readonly CalibrationRow[], order: readonly string[]): Bands | null {
  const graded = rows.filter(({ grade }) => grade !== undefined);
  if (graded.length === 0) return null;
  return gradeBands(
    graded.map(({ grade }) => grade ?? ''),
    outcomesOf(graded),
    order,
  );
}
