import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';

/** The kinds of CRM record that carry a journey. */
export const RECORD_TYPES = ['contact', 'company', 'deal'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

export interface RecordKey {
  readonly type: RecordType;
  readonly id: RecordId;
}

/**
 * One observed change of a CRM record: the outside world says that a property took a value.
 *
 * `occurredAt` is when it happened, `knownAt` when we heard of it. `dated` is false where the CRM keeps the value but not the moment
 * it was set: `occurredAt` is then the record's creation.
 */
export interface Fact {
  readonly record: RecordKey;
  readonly property: string;
  /** '' means the property was cleared. */
  readonly value: string;
  readonly occurredAt: Instant;
  readonly knownAt: Instant;
  readonly dated: boolean;
  /** Our own write coming back: it tells the value, but nothing happened (design §3). */
  readonly isEcho?: boolean | undefined;
  /** User who set the value, where HubSpot or our card says who. */
  readonly setBy?: string | undefined;
  /** It was said on a card of ours: HubSpot may not know it yet. */
  readonly onCard?: boolean | undefined;
  /** Of what we decided because a person asked for it: who, and why, as a code of the definition set. */
  readonly decidedBy?: { readonly userId: string; readonly reason: string } | undefined;
}

/** Property of the facts that say which stage we decided; the value is the milestone. Not a property of HubSpot. */
export const DECIDED_STAGE = 'l2r_decided_stage';

/** What is always true of a record besides its facts. */
export interface RecordState {
  readonly id: RecordId;
  readonly createdAt: Instant;
  /** Set while the record is in the recycle bin. */
  readonly deletedAt?: Instant | undefined;
  /** Set for ever once it was merged into another record. */
  readonly mergedInto?: RecordId | undefined;
}

/** Order of what happened: by time, and within one instant by value, so that the order of arrival carries no meaning. */
export function compareFacts(a: Fact, b: Fact): number {
  return a.occurredAt - b.occurredAt || compareText(a.property, b.property) || compareText(a.value, b.value);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
