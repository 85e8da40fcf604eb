import type { DefinitionSet } from '../definitions/definition-set.ts';
import type { Milestone } from './milestone.ts';

/** A deal stage as the portal describes it. `probability` 0–1. */
export interface DealStage {
  readonly pipeline: string;
  readonly stage: string;
  readonly displayOrder: number;
  readonly probability: number;
  readonly isClosed: boolean;
}

export type StageMap = ReadonlyMap<string, Milestone>;

const OPEN_IN_ORDER = ['MQO', 'SQO', 'STEP1', 'STEP2', 'STEP3', 'STEP4'] as const;

/**
 * What each deal stage of a portal means, by `pipeline/stage`.
 *
 * Closed stages mean won (probability 1) or lost, whatever they are called: portals relabel freely. Open stages follow the
 * definition set, else their order: the first is the meeting set (MQO), the second the accepted opportunity, the rest its steps.
 */
export function mapDealStages(stages: readonly DealStage[], definitions: DefinitionSet): StageMap {
  const map = new Map<string, Milestone>();
  for (const pipeline of new Set(stages.map((stage) => stage.pipeline))) {
    const own = stages.filter((stage) => stage.pipeline === pipeline).sort((a, b) => a.displayOrder - b.displayOrder);
    const named = definitions.dealStages[pipeline] ?? {};
    for (const stage of own.filter((each) => each.isClosed)) {
      map.set(stageKey(pipeline, stage.stage), stage.probability >= 1 ? 'WON' : 'LOST');
    }
    own
      .filter((each) => !each.isClosed)
      .forEach((stage, index) => {
        const wanted = named[stage.stage];
        const open = wanted === 'WON' || wanted === 'LOST' ? undefined : wanted;
        map.set(
          stageKey(pipeline, stage.stage),
          open ?? OPEN_IN_ORDER[Math.min(index, OPEN_IN_ORDER.length - 1)] ?? 'STEP4',
        );
      });
  }
  return map;
}

export const stageKey = (pipeline: string, stage: string): string => `${pipeline}/${stage}`;

/** The first stage, in the portal's order, that carries a milestone; of one pipeline, or of the default one first. */
export function stageCarrying(
  milestone: Milestone,
  stages: readonly DealStage[],
  map: StageMap,
  pipeline?: string,
): DealStage | undefined {
  const carrying = stages
    .filter((each) => map.get(stageKey(each.pipeline, each.stage)) === milestone)
    .filter((each) => pipeline === undefined || each.pipeline === pipeline)
    .sort((a, b) => a.displayOrder - b.displayOrder);
  return carrying.find((each) => each.pipeline === 'default') ?? carrying[0];
}
