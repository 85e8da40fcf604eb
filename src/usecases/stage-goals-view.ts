import { labelOf, type DefinitionSet } from '../domain/definitions/definition-set.ts';
import { hasGoals, type AttemptEntries, stageGoals } from '../domain/funnel/stage-goals.ts';
import { MILESTONES, type Milestone } from '../domain/journey/milestone.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import { shareOf } from './share-of.ts';

/** Which attempts the goals of stages are held against. */
export interface GoalQuestion {
  readonly stages: readonly Milestone[];
  readonly path: readonly Milestone[];
  readonly since: Instant;
}

/** What has to be known to judge entries of the last days. */
export function goalQuestion({ stages }: DefinitionSet, path: readonly Milestone[], since: Instant): GoalQuestion {
  const withGoals = MILESTONES.filter((stage) => path.includes(stage) && stages[stage] && hasGoals(stages[stage]));
  const longest = Math.max(0, ...withGoals.map((stage) => stages[stage]?.windowDays ?? 0));
  return { stages: withGoals, path, since: since - longest * DAY_MS };
}

/** The goals of stages as the tab *Model & health* tells them. */
export function goalsView(
  attempts: readonly AttemptEntries[],
  definitions: DefinitionSet,
  path: readonly Milestone[],
  now: Instant,
  days: number,
) {
  return stageGoals(attempts, path, definitions.stages, now, days).map(
    ({ stage, next, rate: _rate, judged, wentOn, ...goal }) => {
      const { windowDays = null, targets } = definitions.stages[stage] ?? { targets: {} };
      return {
        stage: labelOf(definitions, stage),
        next: labelOf(definitions, next),
        windowDays,
        targetRate: targets.rate ?? null,
        targetMedianDays: targets.medianDays ?? null,
        targetPerMonth: targets.perMonth ?? null,
        ...goal,
        wentOn: shareOf(wentOn, judged),
      };
    },
  );
}
