import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { RecordKey } from './fact.ts';
import type { Milestone, Track } from './milestone.ts';

/**
 * How we know of a stage entry: `observed` on the carrier itself; `derived` from another value (a customer without a won deal) or
 * from a value whose moment is not kept. Skipped stages are never stored: reports infer them from the path.
 */
export type Basis = 'observed' | 'derived';

/** One entry of one stage with its exit. */
export interface Visit {
  readonly milestone: Milestone;
  readonly track: Track;
  readonly enteredAt: Instant;
  /** Undefined while the journey is still there; an ending (won, lost, a side exit) stays open unless it was undone. */
  readonly exitedAt?: Instant | undefined;
  readonly basis: Basis;
  /** False where `enteredAt` is only the record's creation: such entries count, but say nothing about speed. */
  readonly dated: boolean;
  /** The record and property that carried the entry. */
  readonly carrier: RecordKey & { readonly property: string };
}

/** One person's one attempt at the way from lead to revenue. */
export interface Journey {
  readonly contactId: RecordId;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly visits: readonly Visit[];
  /** The deals this attempt led to, in the order they appeared. */
  readonly dealIds: readonly RecordId[];
  /** Instant of the earliest entry. */
  readonly startedAt: Instant;
  /** The end that stands: won, lost, or a side exit after which nothing followed. */
  readonly ended?: { readonly milestone: Milestone; readonly at: Instant } | undefined;
  /** True when a deal outcome came before the person's first stage entry: kept and counted, left out of durations. */
  readonly early: boolean;
  readonly source: string;
  readonly channel: string;
  readonly direction: 'inbound' | 'outbound' | 'unknown';
}

export const isStanding = (visit: Visit): boolean => visit.exitedAt === undefined;
