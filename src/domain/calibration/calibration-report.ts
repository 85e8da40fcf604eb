import type { Ratio } from '../values/ratio.ts';
import type { Auc } from './auc.ts';
import type { Refused } from './refused.ts';
import type { RuleWeights } from './rule-report.ts';

/** What calibration found; plain JSON, printed by the command line and shown on the page. All rates and AUCs are 0–1. */
export interface CalibrationReport {
  /** Rows looked at, how many had the outcome, and their rate. */
  readonly entries: number;
  readonly converted: number;
  readonly overall: Ratio;
  /** The score as it was at the AQL; null when no row has one. */
  readonly score: ScoreCalibration | null;
  /** The grade as it was at the AQL; null when no row has one. */
  readonly grades: Bands | null;
  /** Columns that the model may look at. */
  readonly used: readonly UsedColumn[];
  readonly leftOut: readonly LeftOutColumn[];
  /** How well the used columns rank rows the model has not seen. */
  readonly model: ModelCalibration | Refused;
  /** Points that a person may accept; nothing is changed by computing them. */
  readonly suggestion: Suggestion | Refused;
  /** What the rules of scoring deserve; null where rows are not of a portal and have none. */
  readonly weights: RuleWeights | null;
}

export interface ScoreCalibration {
  /** Rows with a score. */
  readonly entries: number;
  /** null when all or none of them have the outcome. */
  readonly auc: Auc | null;
  /** By mean score in points. */
  readonly reliability: readonly ReliabilityBin[];
  readonly bands: Bands;
}

/** One of the bins with equally many rows, lowest first; equal values are never parted. */
export interface ReliabilityBin extends Ratio {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly entries: number;
  readonly converted: number;
}

/** Conversion by score band or by grade, best first, and whether a lower one beats a higher one. */
export interface Bands {
  readonly rows: readonly Band[];
  readonly alarms: readonly Alarm[];
}

/** `rate`, its interval and `lift` are null below 20 entries. */
export interface Band extends Ratio {
  readonly label: string;
  readonly entries: number;
  readonly converted: number;
  /** Its rate ÷ the rate of all bands together. */
  readonly lift: number | null;
}

/** A lower band that converts better than a higher one by more than chance explains. */
export interface Alarm {
  readonly lower: string;
  readonly higher: string;
  /** Chance of such a difference anywhere in the table if there were none, at most. Alarms have less than 0.05. */
  readonly pValue: number;
  readonly sentence: string;
}

export interface UsedColumn {
  readonly name: string;
  /** Its values carry their time, or a person named the column as known at creation. */
  readonly basis: 'dated' | 'declared';
  readonly blank: number;
  /** Values that were too late in too few rows to leave the column out; they count as blank. */
  readonly late: number;
  /** AUC of this column alone, its blanks included; null when it could not be told. */
  readonly alone: number | null;
  /** Only of a declared column: alone it ranks so well that somebody should check whether it was really known. */
  readonly suspicious: boolean;
}

export interface LeftOutColumn {
  readonly name: string;
  readonly reason: 'changed after' | 'undated' | 'says nothing';
  /** The reason with its counts, as a sentence. */
  readonly sentence: string;
  /** Rows with a value, or with one that was emptied; of these how many changed after the AQL and how many have no time. */
  readonly stated: number;
  readonly changedAfter: number;
  readonly undated: number;
  /** As in `UsedColumn`. */
  readonly alone: number | null;
  /** Alone it ranks too well to be true: it was probably written because of the outcome. */
  readonly suspicious: boolean;
}

export interface ModelCalibration extends Auc {
  /** Estimated numbers: one for each value against the commonest, one for each number; the intercept not counted. */
  readonly parameters: number;
  /** Predicted against actual, on rows the model had not seen. */
  readonly reliability: readonly ReliabilityBin[];
}

export interface Suggestion {
  /** So many points more double the odds of the outcome. */
  readonly pointsToDouble: number;
  /** Rate expected of a lead with no points: the commonest value in every column, the mean of every number. */
  readonly rateAtZero: number;
  readonly points: readonly SuggestedPoints[];
}

export interface SuggestedPoints {
  readonly column: string;
  /** `is Google`, `is another value`, `is blank`, `each 548 more, from 0 to 1840`. */
  readonly when: string;
  /** What has no points: the commonest value, or the mean of a number. */
  readonly against: string;
  /** Whole, may be negative. */
  readonly points: number;
  /** Rows it holds for. */
  readonly entries: number;
}
