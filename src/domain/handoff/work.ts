import type { WorkRules } from '../definitions/work-rules.ts';
import type { DealStage, StageMap } from '../journey/deal-stage.ts';
import type { Fact } from '../journey/fact.ts';
import type { Journey, Visit } from '../journey/journey.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Decision, Handoff, Intent } from './handoff.ts';
import type { Pool, Roster } from './roster.ts';

export interface WorkPerson {
  readonly contactId: RecordId;
  readonly facts: readonly Fact[];
  readonly journeys: readonly Journey[];
}

export interface WorkDeal {
  readonly dealId: RecordId;
  readonly facts: readonly Fact[];
  readonly contactId?: RecordId | undefined;
  readonly pipeline: string;
  readonly ownerId?: string | undefined;
  readonly visits: readonly Visit[];
}

/** What the rules of work are applied to, and with what. */
export interface WorkContext {
  readonly now: Instant;
  /** Nothing that happened before is acted upon (design D19). */
  readonly liveAt: Instant;
  readonly zone: string;
  readonly rules: WorkRules;
  readonly dealStages: readonly DealStage[];
  readonly stages: StageMap;
  readonly roster: Roster;
  /** Handoffs of these people and deals. */
  readonly handoffs: readonly Handoff[];
  /** Contacts and deals that were deleted or merged away. */
  readonly gone: ReadonlySet<RecordId>;
  /** Keys of what was already asked of HubSpot because of them. */
  readonly knownIntents: ReadonlySet<string>;
}

/** What has to be stored and asked of HubSpot. `handoffs` holds new and changed ones. */
export interface FollowUp {
  readonly decisions: readonly Decision[];
  readonly handoffs: readonly Handoff[];
  readonly intents: readonly Intent[];
  readonly turns: readonly (readonly [Pool, string])[];
}

export type Step = Partial<Omit<FollowUp, 'turns'>>;
