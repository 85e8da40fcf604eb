import type { ScoreGroup, ScoringRules, StateRule } from '../definitions/scoring-rules.ts';
import { holds, type Subject } from '../predicate/evaluate.ts';
import { fadedTo, UNIT } from './faded-points.ts';
import { isWithin, type ScoreState } from './score-state.ts';

/** What a person is worth working on, at an instant. Points are thousandths, as integers. */
export interface Score {
  readonly fit: number;
  /** A (best) to D; D by veto whatever the points. */
  readonly grade: string;
  readonly behavior: number;
  /** 1 (most active) to 4. */
  readonly band: string;
  /** What behavior is made of, after caps. */
  readonly engagement: number;
  readonly intent: number;
  readonly usage: number;
  readonly negative: number;
  readonly breadth: number;
  /** Fresh points of the last days: what a crossing of the line needs (S2-58). */
  readonly recent: number;
}

/** The cell of the fit × behavior matrix: `A1` is the best fit and the most active (S5-24). */
export const cellOf = ({ grade, band }: Score): string => `${grade}${band}`;

/** @param subject  what is known of the person and the company, at the instant that is asked for */
export function scoreOf(state: ScoreState, subject: Subject, rules: ScoringRules): Score {
  const fit = statePoints(rules.fit.rules, subject);
  const of = (kind: ScoreGroup['kind']) =>
    rules.behavior.groups
      .filter((group) => group.kind === kind)
      .reduce((sum, group) => sum + groupPoints(group, state, subject), 0);
  const parts = { engagement: of('engagement'), intent: of('intent'), usage: of('usage'), negative: of('negative') };
  const breadth = breadthPoints(state, subject, rules);
  const sum = parts.engagement + parts.intent + parts.usage + parts.negative + breadth;
  const behavior = Math.max(0, sum);
  return {
    fit,
    grade: gradeOf(fit, subject, rules),
    behavior,
    band: rules.behavior.bands.find(({ from }) => behavior >= from * UNIT)?.band ?? '4',
    ...parts,
    breadth,
    recent: recentPoints(state, subject, rules),
  };
}

export const statePoints = (rules: readonly StateRule[], subject: Subject): number =>
  rules.reduce((sum, { when, points }) => (holds(when, subject) ? sum + points * UNIT : sum), 0);

/** Thousandths of a group before its cap: what happened, faded, and what holds. */
export const groupSum = (group: ScoreGroup, state: ScoreState, subject: Subject): number =>
  fadedTo(state.sums.get(group.id) ?? 0n, subject.at, group.halfLifeDays) + statePoints(stateRulesOf(group), subject);

/** The rules of a group that look at what holds; the others count events. */
export const stateRulesOf = (group: ScoreGroup): StateRule[] => group.rules.filter((rule) => 'when' in rule);

function groupPoints(group: ScoreGroup, state: ScoreState, subject: Subject): number {
  return capped(group, groupSum(group, state, subject));
}

/** A group adds at most its cap and never takes away; one of negatives takes away at most its cap and never adds. */
export const capped = ({ kind, cap }: ScoreGroup, units: number): number =>
  kind === 'negative' ? Math.min(0, Math.max(-cap * UNIT, units)) : Math.max(0, Math.min(cap * UNIT, units));

export function breadthPoints({ channels }: ScoreState, { at }: Subject, { behavior }: ScoringRules): number {
  const { withinDays, perChannel, cap } = behavior.breadth;
  const active = [...channels.values()].filter((last) => isWithin(last, withinDays, at)).length;
  return Math.min(cap, active * perChannel) * UNIT;
}

const recentPoints = ({ fresh }: ScoreState, { at }: Subject, { recentDays }: ScoringRules): number =>
  fresh.reduce((sum, [moment, units]) => (isWithin(moment, recentDays, at) ? sum + units : sum), 0);

function gradeOf(fit: number, subject: Subject, { fit: { vetoes, grades } }: ScoringRules): string {
  if (vetoes.some(({ when }) => holds(when, subject))) return 'D';
  return grades.find(({ from }) => fit >= from * UNIT)?.grade ?? 'D';
}
