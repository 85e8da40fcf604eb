import { Z95 } from '../values/ratio.ts';
import type { RuleWeight, ScoredRule, Suggested } from './rule-report.ts';

/** A coefficient of the regression for each time a rule counted, in log odds. */
export interface Estimate {
  readonly logOdds: number;
  readonly standardError: number;
}

/** A rule with its estimate, and by row how often it counted. */
export interface EstimatedRule extends Estimate {
  readonly rule: ScoredRule;
  readonly amounts: Float64Array;
}

/** As the definition set allows them. */
const MOST_POINTS = 1_000;

/**
 * Points for one unit of log odds, such that what these rules give spreads over the rows as it does now (standard deviation, before caps):
 * grades and bands keep thresholds that mean something.
 *
 * @returns null when there is no rule, or no spread to keep
 */
export function scaleOf(rules: readonly EstimatedRule[]): number | null {
  const now = spreadOf(rules, ({ rule }) => rule.points);
  const then = spreadOf(rules, ({ logOdds }) => logOdds);
  return now > 0 && then > 0 ? now / then : null;
}

function spreadOf(rules: readonly EstimatedRule[], weight: (rule: EstimatedRule) => number): number {
  const sums = new Float64Array(rules[0]?.amounts.length ?? 0);
  for (const rule of rules)
    rule.amounts.forEach((amount, row) => (sums[row] = (sums[row] ?? 0) + weight(rule) * amount));
  const mean = sums.reduce((sum, each) => sum + each, 0) / sums.length;
  return Math.sqrt(sums.reduce((sum, each) => sum + (each - mean) ** 2, 0) / sums.length);
}

/** Whole points with their interval, cut off where the rule's group allows no others, and what is to be said of them. */
export function suggestRulePoints(
  rule: ScoredRule,
  { logOdds, standardError }: Estimate,
  scale: number,
): Pick<RuleWeight, 'suggested' | 'why'> {
  const [least, most] = rangeOf(rule);
  const wanted = Math.round(logOdds * scale);
  // Math.round gives −0 for a small negative number
  const points = Math.min(most, Math.max(least, wanted)) + 0;
  const spread = Z95 * standardError * scale;
  const suggested: Suggested = { points, low: logOdds * scale - spread, high: logOdds * scale + spread };
  if (suggested.low <= rule.points && rule.points <= suggested.high) return { suggested, why: CLOSE };
  return { suggested, why: wanted === points ? null : CONTRARY[rule.kind === 'negative' ? 1 : 0] };
}

/** Rules of fit may give or take; those of a group of behavior only do what their group is for. */
function rangeOf({ kind }: ScoredRule): readonly [least: number, most: number] {
  if (kind === 'fit') return [-MOST_POINTS, MOST_POINTS];
  return kind === 'negative' ? [-MOST_POINTS, 0] : [1, MOST_POINTS];
}

const CLOSE = 'Its points lie within the interval.';
const CONTRARY = [
  'It does not speak for a lead, and its group can only add: consider removing it.',
  'It does not speak against a lead.',
] as const;
