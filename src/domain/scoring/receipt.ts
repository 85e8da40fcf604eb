import type { EventRule, ScoreGroup, ScoringRules, StateRule } from '../definitions/scoring-rules.ts';
import { holds, type Subject } from '../predicate/evaluate.ts';
import type { Instant } from '../values/instant.ts';
import { fadedTo, growing, UNIT } from './faded-points.ts';
import { type Count, countsOf, type EventRules, momentOf, type ScoreEvent } from './score-event.ts';
import { breadthPoints, capped, groupSum, type Score, scoreOf, stateRulesOf } from './score.ts';
import { isWithin, ScoreState } from './score-state.ts';

/** One line of a receipt. `units` are thousandths of a point as they count now. */
export interface ReceiptLine {
  readonly id: string;
  readonly label: string;
  readonly units: number;
  /** For what happened: when, and what it was worth when fresh. */
  readonly at?: Instant | undefined;
  readonly freshUnits?: number | undefined;
  /** `cap`: what a group may not add any more; `floor`: what would fall below zero. */
  readonly kind: 'event' | 'state' | 'cap' | 'breadth' | 'floor';
}

export interface ReceiptGroup {
  readonly id: string;
  readonly label: string;
  readonly kind: ScoreGroup['kind'] | 'fit' | 'breadth' | 'floor';
  readonly units: number;
  readonly lines: readonly ReceiptLine[];
}

/** A score with everything it is made of (N5): the lines of a group sum to its points, the groups of behavior to behavior. */
export interface Receipt {
  readonly at: Instant;
  readonly score: Score;
  readonly fit: ReceiptGroup;
  readonly behavior: readonly ReceiptGroup[];
  readonly vetoes: readonly string[];
}

/** The receipt of a score at the subject's instant, worked out from the events themselves; later ones are not part of it. */
export function receiptOf(
  events: readonly ScoreEvent[],
  subject: Subject,
  rules: ScoringRules,
  counting: EventRules,
): Receipt {
  const past = events.filter((event) => momentOf(event) <= subject.at);
  const state = new ScoreState();
  for (const event of past) state.add(event, counting);
  const score = scoreOf(state, subject, rules);
  const counted = past.flatMap((event) =>
    countsOf(event, counting).map((count) => ({ ...count, at: momentOf(event) })),
  );
  const groups = rules.behavior.groups.map((group): ReceiptGroup => {
    const sum = groupSum(group, state, subject);
    const own = counted.filter((each) => each.group === group);
    const lines = [...eventLines(group, own, subject.at), ...stateLines(stateRulesOf(group), subject)];
    const units = capped(group, sum);
    return { id: group.id, label: group.label, kind: group.kind, units, lines: [...lines, ...capLine(units - sum)] };
  });
  const breadth = breadthGroup(state, subject, rules);
  const sum = [...groups, breadth].reduce((total, { units }) => total + units, 0);
  const { rules: fitRules, vetoes } = rules.fit;
  return {
    at: subject.at,
    score,
    fit: { id: 'fit', label: 'Fit', kind: 'fit', units: score.fit, lines: stateLines(fitRules, subject) },
    behavior: [...groups, breadth, ...floorGroup(score.behavior - sum)].filter(({ lines }) => lines.length > 0),
    vetoes: vetoes.filter(({ when }) => holds(when, subject)).map(({ label }) => label),
  };
}

/** Faded points of each event, newest first. They sum to the group's: what rounding leaves over goes to the newest, a unit each. */
function eventLines(group: ScoreGroup, counted: readonly (Count & { at: Instant })[], now: Instant): ReceiptLine[] {
  const fade = (sum: bigint) => fadedTo(sum, now, group.halfLifeDays);
  const weighted = counted
    .map((count) => ({ ...count, weight: growing(count.units, count.at, group.halfLifeDays) }))
    .sort((a, b) => b.at - a.at || compareText(a.rule.id, b.rule.id) || b.units - a.units);
  const whole = fade(weighted.reduce((sum, { weight }) => sum + weight, 0n));
  // Each line is off by at most half a unit, so what is left over is no more than half the number of lines.
  const rest = whole - weighted.reduce((sum, { weight }) => sum + fade(weight), 0);
  return weighted.map(({ rule, at, units, weight }, index) =>
    line(rule, at, units, fade(weight) + (index < Math.abs(rest) ? Math.sign(rest) : 0)),
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const line = ({ id, label }: EventRule, at: Instant, freshUnits: number, units: number): ReceiptLine => ({
  id,
  label,
  units,
  at,
  freshUnits,
  kind: 'event',
});

const stateLines = (rules: readonly StateRule[], subject: Subject): ReceiptLine[] =>
  rules
    .filter(({ when }) => holds(when, subject))
    .map(({ id, label, points }) => ({ id, label, units: points * UNIT, kind: 'state' }));

const capLine = (units: number): ReceiptLine[] =>
  units === 0 ? [] : [{ id: 'cap', label: 'No more counts here', units, kind: 'cap' }];

function breadthGroup(state: ScoreState, subject: Subject, rules: ScoringRules): ReceiptGroup {
  const { withinDays, perChannel } = rules.behavior.breadth;
  const active = [...state.channels].filter(([, last]) => isWithin(last, withinDays, subject.at));
  const lines = active
    .map(([channel]) => channel)
    .sort()
    .map((channel): ReceiptLine => ({
      id: channel,
      label: `Active on ${channel.replaceAll('_', ' ')}`,
      units: perChannel * UNIT,
      kind: 'breadth',
    }));
  const units = breadthPoints(state, subject, rules);
  const sum = lines.reduce((total, each) => total + each.units, 0);
  return {
    id: 'breadth',
    label: 'Several channels',
    kind: 'breadth',
    units,
    lines: [...lines, ...capLine(units - sum)],
  };
}

const floorGroup = (units: number): ReceiptGroup[] =>
  units === 0
    ? []
    : [
        {
          id: 'floor',
          label: 'Not below zero',
          kind: 'floor',
          units,
          lines: [{ id: 'floor', label: 'Not below zero', units, kind: 'floor' }],
        },
      ];
