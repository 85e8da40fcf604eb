import type { Level } from '../definitions/codes.ts';
import type { RecordKey } from '../journey/fact.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Instant } from '../values/instant.ts';
import type { GateItem } from './stage-gate.ts';

/** What became of one thing that a stage asks for; codes and names of the definition set, no value of a record. */
export interface CheckedItem {
  readonly id: string;
  readonly label: string;
  readonly level: Level;
  readonly done: boolean;
}

/**
 * A stage that was entered, held against what it asks for: once, with what was known then. An entry is an override where something was
 * missing that is required or asked for.
 */
export interface StageCheck {
  readonly record: RecordKey;
  readonly stage: Milestone;
  readonly enteredAt: Instant;
  /** Whether it was entered by a click on a card of ours or in HubSpot itself. */
  readonly place: 'card' | 'hubspot';
  /** User who entered it; undefined where HubSpot does not say. */
  readonly userId: string | undefined;
  readonly items: readonly CheckedItem[];
}

export const checked = (items: readonly GateItem[]): CheckedItem[] =>
  items.map(({ id, label, level, done }) => ({ id, label, level, done }));
