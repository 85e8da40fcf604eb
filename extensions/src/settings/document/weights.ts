import type { CalibrationView } from '../../../../src/http/contract/calibration.ts';
import type { Scoring } from './types.ts';

export type Report = NonNullable<CalibrationView['result']>;
export type RuleWeights = NonNullable<Report['weights']>;
export type RuleWeight = RuleWeights['rules'][number];

/** Tells a rule from all others: ids are used once in their group. */
export const weightKey = ({ group, id }: Pick<RuleWeight, 'group' | 'id'>): string => `${group ?? ''}/${id}`;

/** The points a rule has in the document; undefined where it is not there any more. */
export function pointsOfRule({ fit, behavior }: Scoring, { group, id }: RuleWeight): number | undefined {
  const rules = group === null ? fit.rules : (behavior.groups.find((each) => each.id === group)?.rules ?? []);
  return rules.find((rule) => rule.id === id)?.points;
}

/** Whether the points it had lie outside of what the leads say. */
export const isClear = ({ suggested, current }: RuleWeight): boolean =>
  suggested !== null && (current < suggested.low || current > suggested.high);

/** The scores with the suggested points of these rules, and nothing else changed. */
export function withSuggested(scoring: Scoring, weights: readonly RuleWeight[]): Scoring {
  const points = new Map(weights.flatMap((each) => (each.suggested ? [[weightKey(each), each.suggested.points]] : [])));
  const changed = <R extends { id: string; points: number }>(rule: R, group: string | null): R => ({
    ...rule,
    points: points.get(weightKey({ group, id: rule.id })) ?? rule.points,
  });
  const { fit, behavior } = scoring;
  return {
    ...scoring,
    fit: { ...fit, rules: fit.rules.map((rule) => changed(rule, null)) },
    behavior: {
      ...behavior,
      groups: behavior.groups.map((group) => ({
        ...group,
        rules: group.rules.map((rule) => changed(rule, group.id)),
      })),
    },
  };
}
