import type { RecordKey } from '../domain/journey/fact.ts';
import type { StageCheck } from '../domain/stage/stage-check.ts';
import type { Instant } from '../domain/values/instant.ts';

/** Entries of stages that were held against what the stage asks for. */
export interface StageCheckStore {
  /** Contacts and deals that entered a stage in HubSpot itself in this time, which was not looked at yet. */
  unchecked(from: Instant, until: Instant, limit: number): Promise<RecordKey[]>;
  /** Stages of these records that were looked at, also under the ids of those merged into them. */
  of(records: readonly RecordKey[]): Promise<Pick<StageCheck, 'record' | 'stage' | 'enteredAt'>[]>;
  /** An entry that was looked at before stays as it was found then. */
  save(checks: readonly StageCheck[], definitionVersion: number): Promise<void>;
}
