import type { ScoringRules, StateRule } from '../definitions/scoring-rules.ts';
import { holds, type Subject } from '../predicate/evaluate.ts';
import { factsOf } from '../predicate/predicate.ts';
import { fadedTo, growing, UNIT } from '../scoring/faded-points.ts';
import { countsOf, type EventRules, momentOf, type ScoreEvent } from '../scoring/score-event.ts';
import type { Feature, RuleUse } from './calibration-row.ts';
import type { ScoredRule } from './rule-report.ts';

/** A rule among all of the definition set; ids are used once in their group. */
export const ruleKey = (group: string | null, id: string): string => `${group ?? ''}/${id}`;

/** Every rule that gives points: fit first, then group by group. */
export function scoredRulesOf({ fit, behavior }: ScoringRules): ScoredRule[] {
  return [
    ...fit.rules.map(({ id, label, points }) => {
      const own = { group: null, groupLabel: 'Fit', kind: 'fit', counts: 'holds' } as const;
      return { ...own, id, label, points };
    }),
    ...behavior.groups.flatMap((group) =>
      group.rules.map((rule): ScoredRule => {
        const { id, label, points } = rule;
        const counts = 'on' in rule ? 'happened' : 'holds';
        return { group: group.id, groupLabel: group.label, kind: group.kind, id, label, points, counts };
      }),
    ),
  ];
}

/**
 * How often each rule counted at the subject's instant, its points left aside: 1 or 0 for what holds; for what happened the number of
 * events, each faded and a signal by its strength. The rule's points times this number is what it adds before the cap of its group.
 *
 * @param latest  the latest value of `contact.…` and `company.…` to this day: whether a rule could be asked then is a matter of its time
 */
export function ruleUses(
  events: readonly ScoreEvent[],
  subject: Subject,
  scoring: ScoringRules,
  counting: EventRules,
  latest: ReadonlyMap<string, Feature>,
): Map<string, RuleUse> {
  const sums = new Map<string, bigint>();
  for (const event of events.filter((each) => momentOf(each) <= subject.at)) {
    const strength = 'touch' in event ? UNIT : event.signal.strength;
    for (const { group, rule } of countsOf(event, counting)) {
      const key = ruleKey(group.id, rule.id);
      sums.set(key, (sums.get(key) ?? 0n) + growing(strength, momentOf(event), group.halfLifeDays));
    }
  }
  const ofState = (rule: StateRule): RuleUse => ({
    amount: holds(rule.when, subject) ? 1 : 0,
    asked: latestOf(factsOf(rule.when), latest),
  });
  const uses = new Map(scoring.fit.rules.map((rule) => [ruleKey(null, rule.id), ofState(rule)]));
  for (const group of scoring.behavior.groups)
    for (const rule of group.rules) {
      const key = ruleKey(group.id, rule.id);
      if ('when' in rule) uses.set(key, ofState(rule));
      else {
        const amount = fadedTo(sums.get(key) ?? 0n, subject.at, group.halfLifeDays) / UNIT;
        // What happened is known when it happens.
        uses.set(key, { amount, asked: { value: amount, lastChangedAt: subject.at } });
      }
    }
  return uses;
}

/** Of several properties the latest change; without a time if that of one is not known. */
function latestOf(facts: readonly string[], latest: ReadonlyMap<string, Feature>): Feature {
  const stated = facts.flatMap((fact) => latest.get(fact) ?? []);
  const times = stated.map(({ lastChangedAt }) => lastChangedAt);
  const dated = times.filter((at) => at !== undefined);
  const isDated = dated.length > 0 && dated.length === times.length;
  return {
    value: stated.map(({ value }) => value).find((value) => value !== undefined),
    lastChangedAt: isDated ? Math.max(...dated) : undefined,
  };
}
