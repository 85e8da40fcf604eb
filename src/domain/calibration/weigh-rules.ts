import { type Auc, aucOf } from './auc.ts';
import type { CalibrationRow } from './calibration-row.ts';
import { crossValidate, designOf, RIDGE } from './cross-validate.ts';
import { judgeColumn } from './judge-column.ts';
import { fitLogistic } from './logistic-regression.ts';
import type { Refused } from './refused.ts';
import type { RuleWeight, RuleWeights, ScoredRule } from './rule-report.ts';
import { ruleKey } from './scored-rules.ts';
import { standardErrors } from './standard-errors.ts';
import { refuseWeights } from './suggest-points.ts';
import { type Estimate, scaleOf, suggestRulePoints } from './suggest-rule-points.ts';

/** A rule that counted in fewer rows keeps its points. */
const MIN_ROWS = 20;

interface CountedRule {
  readonly rule: ScoredRule;
  /** By row, how often it counted. */
  readonly amounts: Float64Array;
  readonly entries: number;
  /** Why it cannot be estimated; undefined when it can. */
  readonly kept: string | undefined;
}

/**
 * What each rule of scoring would deserve: a regression of the outcome on how often each rule had counted at the AQL, before any cap.
 *
 * @param tooFew  why no model is fitted on these rows at all
 */
export function weighRules(
  rows: readonly CalibrationRow[],
  outcomes: Uint8Array,
  { version, rules }: { readonly version: number; readonly rules: readonly ScoredRule[] },
  tooFew: Refused | undefined,
): RuleWeights {
  const counted = rules.map((rule) => countedRule(rule, rows));
  const used = counted.filter(({ kept }) => kept === undefined);
  const fitted = tooFew ?? fitRules(used, outcomes);
  if ('refused' in fitted) return { version, model: fitted, rules: counted.map((each) => weightOf(each, KEEPS)) };
  const { estimates, ...auc } = fitted;
  const all = [...estimates].map(([each, estimate]) => ({ ...each, ...estimate }));
  const fit = scaleOf(all.filter(({ rule }) => rule.kind === 'fit'));
  const behavior = scaleOf(all.filter(({ rule }) => rule.kind !== 'fit'));
  const doubling = (scale: number | null) => (scale === null ? null : scale * Math.LN2);
  return {
    version,
    model: { ...auc, parameters: used.length, pointsToDouble: { fit: doubling(fit), behavior: doubling(behavior) } },
    rules: counted.map((each) => {
      const estimate = estimates.get(each);
      const scale = each.rule.kind === 'fit' ? fit : behavior;
      if (!estimate) return weightOf(each, KEEPS);
      return weightOf(each, scale === null ? NO_SPREAD : suggestRulePoints(each.rule, estimate, scale));
    }),
  };
}

const KEEPS = { suggested: null, why: null };
const NO_SPREAD = {
  suggested: null,
  why: 'The points given now are the same for every lead: there is no scale to tell others on.',
};

function weightOf({ rule, entries, kept }: CountedRule, told: Pick<RuleWeight, 'suggested' | 'why'>): RuleWeight {
  const { group, groupLabel, id, label, counts, points } = rule;
  return { group, groupLabel, id, label, counts, entries, current: points, ...told, why: told.why ?? kept ?? null };
}

function countedRule(rule: ScoredRule, rows: readonly CalibrationRow[]): CountedRule {
  const key = ruleKey(rule.group, rule.id);
  const amounts = Float64Array.from(rows, (row) => row.rules?.get(key)?.amount ?? 0);
  const entries = amounts.filter((amount) => amount > 0).length;
  const asked = rows.map(({ scoredAt, rules }) => {
    const use = rules?.get(key);
    return { scoredAt, features: new Map(use && [[key, use.asked]]) };
  });
  const { leftOut } = judgeColumn(key, asked, false);
  return { rule, amounts, entries, kept: leftOut ? `Left out: ${leftOut.sentence}.` : sameness(amounts, entries) };
}

function sameness(amounts: Float64Array, entries: number): string | undefined {
  if (entries < MIN_ROWS) return `It counted for ${entries} leads; ${MIN_ROWS} are needed.`;
  // Events differ in how often they counted even where every lead has some.
  const others = amounts.filter((amount) => amount !== amounts[0]).length;
  if (others === 0) return 'It counted alike for every lead.';
  const isEither = amounts.every((amount) => amount === 0 || amount === 1);
  const without = amounts.length - entries;
  return isEither && without < MIN_ROWS ? `It did not count for ${without} leads; ${MIN_ROWS} are needed.` : undefined;
}

/** @returns for each rule its coefficient for each time it counted, with the AUC of all together on rows not seen */
function fitRules(
  used: readonly CountedRule[],
  outcomes: Uint8Array,
): (Auc & { estimates: ReadonlyMap<CountedRule, Estimate> }) | Refused {
  if (used.length === 0) return { refused: 'No rule is left to learn from: see why each is left out.' };
  // So that the ridge weighs alike on a rule that counts once and on one whose events have faded or are many.
  const sizes = used.map(({ amounts, entries }) =>
    Math.sqrt(amounts.reduce((sum, amount) => sum + amount * amount, 0) / entries),
  );
  const design = designOf(
    used.map(({ amounts }, place) => ({ numbers: amounts.map((amount) => amount / (sizes[place] ?? 1)) })),
    outcomes,
  );
  const auc = aucOf(crossValidate(design), outcomes);
  if (auc === null) return { refused: 'All leads had the same outcome.' };
  const refused = refuseWeights(used.length, outcomes, auc, 'rules');
  if (refused) return refused;
  const coefficients = fitLogistic(design, Uint32Array.from(outcomes.keys()), RIDGE);
  const errors = standardErrors(design, RIDGE, coefficients);
  const estimates = used.map((each, place) => {
    const size = sizes[place] ?? 1;
    const [logOdds = 0, standardError = 0] = [coefficients[place + 1], errors[place + 1]].map((n) => (n ?? 0) / size);
    return [each, { logOdds, standardError }] as const;
  });
  return { ...auc, estimates: new Map(estimates) };
}
