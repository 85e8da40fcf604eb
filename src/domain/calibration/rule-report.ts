import type { ScoreGroup } from '../definitions/scoring-rules.ts';
import type { Auc } from './auc.ts';
import type { Refused } from './refused.ts';

/** What the rules of scoring would deserve by what became of the leads; plain JSON. Nothing is changed by computing it. */
export interface RuleWeights {
  /** Of the definition set whose rules these are. */
  readonly version: number;
  readonly model: RuleModel | Refused;
  /** Every rule that gives points: fit first, then group by group. */
  readonly rules: readonly RuleWeight[];
}

/** How well the rules together rank leads the model had not seen. */
export interface RuleModel extends Auc {
  /** Rules that points were estimated for. */
  readonly parameters: number;
  /**
   * So many suggested points double the odds of the outcome. Fit and behavior each keep the spread their points have now, for each has
   * thresholds of its own and they are never added to decide (S5-24). null: none of its rules was estimated, or its points have no spread.
   */
  readonly pointsToDouble: { readonly fit: number | null; readonly behavior: number | null };
}

export interface RuleWeight {
  /** Id of its group of behavior; null for a rule of fit. */
  readonly group: string | null;
  readonly groupLabel: string;
  readonly id: string;
  readonly label: string;
  /** `happened`: points for each event while it is fresh. `holds`: points while something holds. */
  readonly counts: 'happened' | 'holds';
  /** Rows in which it gave or took points. */
  readonly entries: number;
  /** Points it has now. */
  readonly current: number;
  /** Whole points; null where it keeps what it has. */
  readonly suggested: Suggested | null;
  /** Why it keeps its points, or what is to be known of the suggestion, as a sentence. */
  readonly why: string | null;
}

export interface Suggested {
  readonly points: number;
  /** 95 % interval of what was estimated, in points with their fraction; the points themselves may be cut off where a group allows no others. */
  readonly low: number;
  readonly high: number;
}

/** A rule of the definition set that gives points, as it is weighed. */
export interface ScoredRule extends Pick<RuleWeight, 'group' | 'groupLabel' | 'id' | 'label' | 'counts'> {
  readonly kind: ScoreGroup['kind'] | 'fit';
  readonly points: number;
}
