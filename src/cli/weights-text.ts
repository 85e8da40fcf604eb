import type { RuleModel, RuleWeight, RuleWeights } from '../domain/calibration/rule-report.ts';
import { textTable } from './text-table.ts';

/** The points of the rules of scoring beside those they would deserve. */
export function weightsText({ version, model, rules }: RuleWeights): string[] {
  const told = 'refused' in model ? `No points are suggested. ${model.refused}` : modelText(model);
  const lines = rules.map((rule) => [
    rule.groupLabel,
    rule.label,
    rule.entries,
    signed(rule.current),
    rule.suggested ? signed(rule.suggested.points) : '',
    intervalText(rule),
    rule.why ?? '',
  ]);
  return [
    `Points of the rules of version ${version}. ${told}`,
    textTable(['group', 'rule', 'leads', 'now', 'suggested', '95 % interval', ''], lines),
  ];
}

function modelText({ auc, low, high, pointsToDouble: { fit, behavior } }: RuleModel): string {
  const doubling = [
    ...(fit === null ? [] : [`${fit.toFixed(1)} suggested points of fit`]),
    ...(behavior === null ? [] : [`${behavior.toFixed(1)} of behavior`]),
  ].join(', and ');
  return [
    `Together they rank leads with AUC ${auc.toFixed(3)} (95 % interval ${low.toFixed(3)}–${high.toFixed(3)}), on leads the model had not seen.`,
    doubling === '' ? '' : `${doubling} double the odds.`,
    'Nothing has been changed: a person decides which of them go into the definition set, and publishes it.',
  ]
    .filter(Boolean)
    .join(' ');
}

const intervalText = ({ suggested }: RuleWeight): string =>
  suggested ? `${suggested.low.toFixed(1)} to ${suggested.high.toFixed(1)}` : '';
const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));
