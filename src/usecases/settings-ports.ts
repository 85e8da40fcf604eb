import type { CalibrationReport } from '../domain/calibration/calibration-report.ts';
import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import type { DraftSections } from '../domain/definitions/draft-document.ts';
import type { Comparison } from '../domain/qualification/compare-replays.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { ApiKey } from './api-keys.ts';
import type { CalibrateOptions } from './calibrate-portal.ts';
import type { Clock, PortalTransaction, Role } from './ports.ts';

/** When a version came into force, who made it so, and why. */
export interface Publication {
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly why: string;
}

export interface StoredDraft {
  readonly sections: DraftSections;
  readonly basedOn: number;
  readonly savedAt: Instant;
  /** User id, or a name from the command line. */
  readonly savedBy: string;
  /** Who wants it published, while a second person has to agree. */
  readonly asked?: Asked | undefined;
}

export interface Asked {
  readonly by: string;
  readonly why: string;
  readonly releasePerDay: number;
}

export interface StoredRole {
  readonly userId: string;
  readonly role: Role;
  /** Named in the settings of the process: not to be changed on a page. */
  readonly isFromSettings: boolean;
}

export interface StoredSimulation {
  readonly simulationId: string;
  readonly document: DefinitionSet;
  readonly days: number;
  readonly minutesPerLead: number;
  readonly sdrs?: number | undefined;
  readonly segmentBy: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly state: 'running' | 'done' | 'failed';
  readonly progress: number;
  /** How often it was begun. */
  readonly attempts: number;
  readonly failure?: string | undefined;
  readonly result?: Comparison | undefined;
}

export interface StoredCalibration extends CalibrateOptions {
  readonly calibrationId: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly state: 'running' | 'done' | 'failed';
  readonly progress: number;
  /** How often it was begun. */
  readonly attempts: number;
  readonly failure?: string | undefined;
  readonly result?: CalibrationReport | undefined;
}

/** What the settings page reads and changes of one portal, inside one transaction. */
export interface SettingsTransaction extends Pick<
  PortalTransaction,
  'portalId' | 'settings' | 'lock' | 'owners' | 'roleOf' | 'answeredRequest' | 'rememberRequest' | 'neighborhood'
> {
  draft(): Promise<StoredDraft | undefined>;
  saveDraft(draft: StoredDraft): Promise<void>;
  dropDraft(): Promise<void>;
  /** @returns undefined for a version the portal never had, and for one that cannot be read any more */
  definitions(version: number): Promise<DefinitionSet | undefined>;
  nextVersion(): Promise<number>;
  saveDefinitions(definitions: DefinitionSet, at: Instant): Promise<void>;
  /** @param releasePerDay  how many held leads may be let through on a day from now on */
  publish(publication: Publication, releasePerDay: number): Promise<void>;
  /** Oldest first. */
  publications(): Promise<Publication[]>;
  held(): Promise<{ count: number; perDay: number }>;
  roles(): Promise<StoredRole[]>;
  saveRole(userId: string, role: Role): Promise<void>;
  /** Labels of properties by `contact.…` and `company.…`. */
  propertyLabels(): Promise<ReadonlyMap<string, string>>;
  simulation(simulationId: string): Promise<StoredSimulation | undefined>;
  addSimulation(
    simulation: Omit<StoredSimulation, 'state' | 'progress' | 'attempts' | 'failure' | 'result'>,
  ): Promise<void>;
  /** How many are still to be done. */
  runningSimulations(): Promise<number>;
  /** The one asked for last where no id is given. */
  calibration(calibrationId: string | undefined): Promise<StoredCalibration | undefined>;
  addCalibration(
    calibration: Omit<StoredCalibration, 'state' | 'progress' | 'attempts' | 'failure' | 'result'>,
  ): Promise<void>;
  runningCalibrations(): Promise<number>;
  apiKeys(): Promise<ApiKey[]>;
  saveApiKey(key: ApiKey, hash: string): Promise<void>;
  /** @returns false when there is no such key, or it was revoked before */
  revokeApiKey(keyId: string, by: string, at: Instant): Promise<boolean>;
}

export interface SettingsNeeds {
  readonly inSettings: <T>(portalId: PortalId, work: (tx: SettingsTransaction) => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  /** Whether nobody publishes alone. */
  readonly needsSecondApprover: boolean;
}
