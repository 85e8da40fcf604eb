import type { StageRule } from '../definitions/stage-rules.ts';
import type { Milestone } from '../journey/milestone.ts';
import { DAY_MS, type Instant } from '../values/instant.ts';
import { quantile } from '../values/quantile.ts';
import { MIN_ENTRIES, type Ratio, wilson } from '../values/ratio.ts';

/** One attempt with its first observed entries into stages of the path. */
export interface AttemptEntries {
  readonly entries: ReadonlyMap<Milestone, StageEntry>;
  readonly hasEnded: boolean;
}

export interface StageEntry {
  readonly at: Instant;
  /** Whether the moment is known, and not only the record's creation stands for it. */
  readonly dated: boolean;
}

/** `unsure`: the rate is outside its target, and its interval is not. */
export type GoalVerdict = 'below' | 'met' | 'above' | 'unsure';

/** How a stage does against what was set as its goals. Whoever entered it unseen is in none of the figures. */
export interface StageGoal {
  readonly stage: Milestone;
  readonly next: Milestone;
  /** Entries of the last 30 days. */
  readonly lastMonth: number;
  /** Entries that are judged: of so many days as were asked for, ending when the last of them has had its whole window. */
  readonly judged: number;
  /** Of these: entered `next`, within the window where there is one. */
  readonly wentOn: number;
  /** Of these: a later stage was entered, and `next` was not. */
  readonly unseen: number;
  readonly rate: Ratio;
  /** null without a target, and with fewer than 20 judged. */
  readonly verdict: GoalVerdict | null;
  /** Elapsed days to `next` of those that went on, both moments known. */
  readonly medianDays: number | null;
  /** In the stage now, for longer than its window; null without one. */
  readonly beyondWindow: number | null;
}

const MONTH_DAYS = 30;

/**
 * Holds the stages of the path against their conversion window and their targets for volume, rate and speed (S1-16).
 *
 * @param days  entries of so many days are judged
 */
export function stageGoals(
  attempts: readonly AttemptEntries[],
  path: readonly Milestone[],
  rules: Readonly<Partial<Record<Milestone, StageRule>>>,
  now: Instant,
  days: number,
): StageGoal[] {
  return path.flatMap((stage, place) => {
    const rule = rules[stage];
    const [next, ...later] = path.slice(place + 1);
    return rule && next && hasGoals(rule) ? [goalOf({ stage, next, later }, rule, attempts, now, days)] : [];
  });
}

/** Whether anything is to be measured at a stage. */
export const hasGoals = ({ windowDays, targets }: StageRule): boolean =>
  windowDays !== undefined || Object.values(targets).some((target) => target !== undefined);

interface Step {
  readonly stage: Milestone;
  readonly next: Milestone;
  readonly later: readonly Milestone[];
}

function goalOf(
  { stage, next, later }: Step,
  { windowDays, targets }: StageRule,
  attempts: readonly AttemptEntries[],
  now: Instant,
  days: number,
): StageGoal {
  const window = windowDays === undefined ? Number.POSITIVE_INFINITY : windowDays * DAY_MS;
  const until = windowDays === undefined ? now : now - window;
  const entered = attempts.flatMap((attempt) => {
    const entry = attempt.entries.get(stage);
    return entry ? [{ ...attempt, entry, on: attempt.entries.get(next) }] : [];
  });
  const judged = entered.filter(({ entry }) => entry.at > until - days * DAY_MS && entry.at <= until);
  const wentOn = judged.filter(({ entry, on }) => on && on.at - entry.at <= window);
  const rate = wilson(wentOn.length, judged.length);
  return {
    stage,
    next,
    lastMonth: entered.filter(({ entry }) => entry.at > now - MONTH_DAYS * DAY_MS && entry.at <= now).length,
    judged: judged.length,
    wentOn: wentOn.length,
    unseen: judged.filter(({ entries, on }) => !on && later.some((each) => entries.has(each))).length,
    rate,
    verdict: targets.rate && judged.length >= MIN_ENTRIES ? verdictOf(rate, targets.rate) : null,
    medianDays: medianOf(wentOn),
    beyondWindow:
      windowDays === undefined
        ? null
        : entered.filter(
            ({ entries, entry, hasEnded }) =>
              !hasEnded && entry.at < now - window && ![next, ...later].some((each) => entries.has(each)),
          ).length,
  };
}

function verdictOf({ rate, low, high }: Ratio, target: { from: number; to: number }): GoalVerdict {
  if (rate === null || low === null || high === null) return 'unsure';
  if (high < target.from) return 'below';
  if (low > target.to) return 'above';
  return rate >= target.from && rate <= target.to ? 'met' : 'unsure';
}

function medianOf(wentOn: readonly { entry: StageEntry; on: StageEntry | undefined }[]): number | null {
  const elapsed = wentOn.flatMap(({ entry, on }) =>
    on && on.dated && entry.dated && on.at >= entry.at ? [(on.at - entry.at) / DAY_MS] : [],
  );
  return quantile(Float64Array.from(elapsed).sort(), 0.5);
}
