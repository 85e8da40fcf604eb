import type { Instant } from '../values/instant.ts';
import type { ScoredRule } from './rule-report.ts';

/**
 * One qualified journey whose outcome is known: a decided AQL of the portal, or a row of a table. Journeys that are still open are not
 * passed in: they have not failed yet.
 */
export interface CalibrationRow {
  /** Whether it reached what the score is held against: pipeline, or won. */
  readonly outcome: boolean;
  /** The AQL; undefined when it is not known. */
  readonly scoredAt: Instant | undefined;
  /** As it was at `scoredAt`, in 1/1,000 point. */
  readonly score: number | undefined;
  /** As it was at `scoredAt`. */
  readonly grade: string | undefined;
  /** By the name of the column. A column that a row does not have is blank there and never changed. */
  readonly features: ReadonlyMap<string, Feature>;
  /** By `ruleKey`: how the rules of scoring counted at `scoredAt`. */
  readonly rules?: ReadonlyMap<string, RuleUse>;
}

/** How a rule of scoring counted for a row. */
export interface RuleUse {
  /** Its points times this number is what it added before the cap of its group. */
  readonly amount: number;
  /** What the rule asks about, with its latest change to this day. */
  readonly asked: Feature;
}

/** A value and the last time it was written; `undefined` is a blank. */
export interface Feature {
  readonly value: string | number | undefined;
  /** undefined when it cannot be told. Of a blank: when it was emptied, undefined when it never had a value. */
  readonly lastChangedAt: Instant | undefined;
}

export interface CalibrationOptions {
  /** Columns whose values a person vouches for: written when the lead was created, though nothing dates them. */
  readonly knownAtCreation?: ReadonlySet<string>;
  /** Best first; the alphabet when absent. */
  readonly grades?: readonly string[];
  /** Rules of scoring that are weighed, and the version of the definition set they are from. */
  readonly scored?: { readonly version: number; readonly rules: readonly ScoredRule[] };
}
