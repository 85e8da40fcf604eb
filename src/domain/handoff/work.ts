import type { Question } from '../definitions/qualification-rules.ts';
import type { WorkRules } from '../definitions/work-rules.ts';
import type { DealStage, StageMap } from '../journey/deal-stage.ts';
import type { Fact } from '../journey/fact.ts';
import type { Journey, Visit } from '../journey/journey.ts';
import type { Outcome } from '../qualification/walk-person.ts';
import type { StageCheck } from '../stage/stage-check.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Decision, Handoff, Intent, Reinstatement } from './handoff.ts';
import type { Pool, Roster } from './roster.ts';

export interface WorkPerson {
  readonly contactId: RecordId;
  readonly facts: readonly Fact[];
  readonly journeys: readonly Journey[];
  /** What the gate to AQL said since it was last asked. */
  readonly outcomes?: readonly Outcome[] | undefined;
  /** Since when somebody with the same address is disqualified. */
  readonly barredAt?: Instant | undefined;
}

/** Somebody who would be an AQL, but for what stands before it (S2-23, S2-25): counted and listed. */
export interface Suppressed {
  readonly contactId: RecordId;
  readonly at: Instant;
  readonly priority: 'P1' | 'P2';
  readonly cause: string;
  readonly why: string;
  readonly until?: Instant | undefined;
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
  /** The ways through the gate to AQL, by name. */
  readonly gates: readonly { readonly id: string; readonly label: string }[];
  readonly dealStages: readonly DealStage[];
  readonly stages: StageMap;
  readonly roster: Roster;
  /** Handoffs of these people and deals. */
  readonly handoffs: readonly Handoff[];
  /** Contacts and deals that were deleted or merged away. */
  readonly gone: ReadonlySet<RecordId>;
  /** What discovery has to find out. */
  readonly questions: readonly Question[];
  /** Keys of what was already asked of HubSpot because of them. */
  readonly knownIntents: ReadonlySet<string>;
}

/** What has to be stored and asked of HubSpot. `handoffs` holds new and changed ones. */
export interface FollowUp {
  readonly decisions: readonly Decision[];
  readonly handoffs: readonly Handoff[];
  readonly intents: readonly Intent[];
  readonly turns: readonly (readonly [Pool, string])[];
  readonly suppressed?: readonly Suppressed[] | undefined;
  readonly reinstatements?: readonly Reinstatement[] | undefined;
  readonly checks?: readonly StageCheck[] | undefined;
}

export type Step = Partial<Omit<FollowUp, 'turns'>>;
