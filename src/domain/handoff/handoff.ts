import type { AccountMilestone, Milestone } from '../journey/milestone.ts';
import type { RecordKey } from '../journey/fact.ts';
import type { RecordId } from '../values/ids.ts';
import type { CheckedItem } from '../stage/stage-check.ts';
import type { Instant } from '../values/instant.ts';

/**
 * `lead`: an AQL offered to an SDR. `mqo`: a meeting-set opportunity offered to an AE. `account`: an account that shows intent and of which
 * nobody is being worked, offered without a person (design D7).
 */
export type HandoffKind = 'lead' | 'mqo' | 'account';

/** `rejected` and `recycled` end an offer without acceptance. */
export type HandoffState = 'offered' | 'accepted' | 'rejected' | 'recycled';

/** A decision that waits for HubSpot to take it (design D8). */
export interface Click {
  readonly at: Instant;
  readonly userId: string;
  readonly outcome: Exclude<HandoffState, 'offered'>;
  readonly reason?: string | undefined;
  /** Of an account: the person to start with. */
  readonly contactId?: RecordId | undefined;
  /** What the stage to be entered asked for, and what of it was missing when it was clicked. */
  readonly checked?: readonly CheckedItem[] | undefined;
}

/** An offer of work from one role to another, with owner, clock and outcome (design §2). */
export interface Handoff {
  readonly handoffId: string;
  readonly kind: HandoffKind;
  readonly contactId?: RecordId | undefined;
  readonly attempt?: number | undefined;
  readonly dealId?: RecordId | undefined;
  readonly companyId?: RecordId | undefined;
  readonly priority?: string | undefined;
  /** Coded reason of the offer: a hand-raise reason, a gate, `meeting_booked` or `in_market`. */
  readonly cause: string;
  readonly fromOwnerId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly offeredAt: Instant;
  readonly state: HandoffState;
  readonly click?: Click | undefined;
  readonly decidedAt?: Instant | undefined;
  /** User id; undefined when it was decided in HubSpot itself. */
  readonly decidedBy?: string | undefined;
  readonly reason?: string | undefined;
  /** When a recycled lead is to come back (S2-21). */
  readonly wakeAt?: Instant | undefined;
  /** Why HubSpot did not take the last click. */
  readonly refusal?: string | undefined;
  readonly clock: Clock;
}

/** A wait: met when stopped in time, missed otherwise. */
export interface Clock {
  readonly kind: 'first_response' | 'mqo_decision';
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly stoppedAt?: Instant | undefined;
  /** Set when it was due and not stopped by then. */
  readonly missedAt?: Instant | undefined;
}

/** A stage entry that we decided; never inserted into the past, moved or removed (design D2). */
export interface Decision {
  readonly record: RecordKey;
  /** '' for an account that is in no stage any more. */
  readonly milestone: Milestone | AccountMilestone | '';
  readonly at: Instant;
  /** What it was decided on: ids, codes and instants. */
  readonly evidence: Readonly<Record<string, string | number | boolean | null>>;
}

/** A disqualification that we took back (S2-25). */
export interface Reinstatement {
  readonly record: RecordKey;
  /** Code of the definition set. */
  readonly reason: string;
  readonly at: Instant;
  readonly evidence: Decision['evidence'];
}

export interface Change {
  readonly from?: string | undefined;
  readonly to: string;
  /** HubSpot takes the value only after the property was cleared. */
  readonly clearFirst?: boolean;
}

/** Something HubSpot is asked to do that people may do as well; dropped when a person was faster (design D3). */
export type Intent = { readonly key: string; readonly handoffId?: string | undefined } & (
  | {
      readonly kind: 'set';
      readonly record: RecordKey | TaskKey;
      /** Set `to` where it still is `from`; without `from` whatever it is. */
      readonly changes: Readonly<Record<string, Change>>;
    }
  | { readonly kind: 'create_deal'; readonly record: RecordKey; readonly content: NewDeal }
  | { readonly kind: 'create_task'; readonly record: TaskKey; readonly content: NewTask }
);

/** A task of ours, known by the key of the intent that made it. */
export interface TaskKey {
  readonly type: 'task';
  readonly id: string;
}

export interface NewDeal {
  readonly attempt: number;
  readonly ownerId?: string | undefined;
  readonly pipeline: string;
  readonly stage: string;
}

export interface NewTask {
  readonly linkTo: RecordKey;
  readonly ownerId: string;
  readonly subject: string;
  readonly body: string;
  readonly dueAt: Instant;
  /** When HubSpot reminds the owner; a task without a reminder notifies nobody. */
  readonly remindAt: Instant;
}

export const stopClock = (clock: Clock, at: Instant): Clock =>
  clock.stoppedAt === undefined ? { ...clock, stoppedAt: at } : clock;

/** As last looked at: a running clock counts as missed only once its due time was noticed. */
export function clockState({ dueAt, stoppedAt, missedAt }: Clock): 'running' | 'met' | 'missed' {
  if (stoppedAt !== undefined) return stoppedAt > dueAt ? 'missed' : 'met';
  return missedAt === undefined ? 'running' : 'missed';
}

/** An offer that is over leaves no task behind: neither the first one nor the one that said it was late. */
export function closeTasks({ handoffId, state, clock }: Handoff): Intent[] {
  if (state === 'offered') return [];
  return ['task', ...(clock.missedAt === undefined ? [] : ['late'])].map((task) => ({
    kind: 'set',
    key: `done-${task}-${handoffId}`,
    handoffId,
    record: { type: 'task', id: `${task}-${handoffId}` },
    changes: { hs_task_status: { to: 'COMPLETED' } },
  }));
}

/** A click is taken whole or not at all; of what we ask by ourselves, each property gives way alone. */
export const isClickKey = (key: string): boolean => key.startsWith('click-');

/** Key of the intent that asks HubSpot to take a click. */
export const clickKey = ({ handoffId }: Handoff, { at }: Click): string => `click-${handoffId}-${at}`;
