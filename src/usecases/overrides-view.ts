import { type DefinitionSet, labelOf } from '../domain/definitions/definition-set.ts';
import { type Milestone, rankOf } from '../domain/journey/milestone.ts';
import { shareOf } from './share-of.ts';
import type { Owner } from './ports.ts';
import { nameOfUser } from './respond-to-handoff.ts';

/** What the store tells of stages that were entered: each entry was held against what its stage asked for. */
export interface OverrideRows {
  /** Entries without something required or asked for; `userId` is null where HubSpot does not say whose they were. */
  readonly overrides: readonly {
    readonly stage: Milestone;
    readonly userId: string | null;
    readonly onCards: number;
    readonly inHubSpot: number;
  }[];
  /** What was missing in these. */
  readonly missing: readonly {
    readonly stage: Milestone;
    readonly userId: string | null;
    readonly label: string;
    readonly count: number;
  }[];
  /** Of all entries, by what was asked for or only counted. */
  readonly criteria: readonly {
    readonly stage: Milestone;
    readonly id: string;
    readonly label: string;
    readonly entered: number;
    readonly unmet: number;
  }[];
}

const NAMED = 3;

/** Who went past which stage without what it asks for, and what would not have passed had it been required (S4-36, N22). */
export function overridesView(
  { overrides, missing, criteria }: OverrideRows,
  definitions: DefinitionSet,
  owners: readonly Owner[],
) {
  const most = (stage: Milestone, userId: string | null) =>
    missing
      .filter((each) => each.stage === stage && each.userId === userId)
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
      .slice(0, NAMED)
      .map(({ label, count }) => `${label} (${count})`);
  return {
    overrides: overrides
      .map(({ stage, userId, ...counts }) => ({
        person: nameOfUser(userId ?? undefined, owners),
        stage: labelOf(definitions, stage),
        ...counts,
        missing: most(stage, userId),
      }))
      .sort((a, b) => b.onCards + b.inHubSpot - a.onCards - a.inHubSpot || (a.person < b.person ? -1 : 1)),
    wouldBlock: criteria
      .toSorted((a, b) => rankOf(a.stage) - rankOf(b.stage) || (a.id < b.id ? -1 : 1))
      .map(({ stage, label: criterion, entered, unmet }) => ({
        stage: labelOf(definitions, stage),
        criterion,
        ...shareOf(unmet, entered),
      })),
  };
}
