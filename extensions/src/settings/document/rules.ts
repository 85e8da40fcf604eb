import { newId } from './lists.ts';
import type { Definitions, Group, GroupRule, Predicate, Scoring } from './types.ts';

/** What a rule of behavior counts, as the form holds it. */
export type Counted =
  | { readonly kind: 'touch'; readonly touch: string }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'state'; readonly when: Predicate };

export const countedOf = (rule: GroupRule): Counted => {
  if ('when' in rule) return { kind: 'state', when: rule.when };
  return 'touch' in rule.on ? { kind: 'touch', touch: rule.on.touch } : { kind: 'signal', signal: rule.on.signal };
};

/** A rule that counts something else; topics of a signal stay with their signal. */
export function withCounted(rule: GroupRule, counted: Counted): GroupRule {
  const { id, label, points } = rule;
  if (counted.kind === 'state') return { id, label, points, when: counted.when };
  if (counted.kind === 'touch') return { id, label, points, on: { touch: counted.touch } };
  const same = 'on' in rule && 'signal' in rule.on && rule.on.signal === counted.signal;
  return { id, label, points, on: same ? rule.on : { signal: counted.signal } };
}

export function newRule(
  { label, points, counted }: { label: string; points: number; counted: Counted },
  group: Group,
): GroupRule {
  const id = newId(
    label,
    group.rules.map((rule) => rule.id),
  );
  return withCounted({ id, label, points, on: { touch: '' } }, counted);
}

/** Negative groups take points away, the others add: whichever sign was written. */
export const signed = (points: number, kind: Group['kind']): number =>
  kind === 'negative' ? 0 - Math.abs(points) : Math.abs(points);

/** The scores with another group at this place. */
export const withGroups = (scoring: Scoring, groups: Group[]): Scoring => ({
  ...scoring,
  behavior: { ...scoring.behavior, groups },
});

/** Kinds of signals that can be counted: the two everybody has, and those that rules name. */
export function signalsOf({ scoring }: Definitions): string[] {
  const named = (scoring?.behavior.groups ?? []).flatMap(({ rules }) =>
    rules.flatMap((rule) => ('on' in rule && 'signal' in rule.on ? [rule.on.signal] : [])),
  );
  return [...new Set(['intent', 'usage', ...named])];
}
