import { z } from 'zod';
import type { DefinitionSet } from '../../domain/definitions/definition-set.ts';
import type { Difference } from '../../domain/definitions/diff-definitions.ts';
import type { PlaceProblem } from '../../domain/definitions/draft-document.ts';
import type { Use } from '../../domain/definitions/uses-of.ts';
import type { Comparison } from '../../domain/qualification/compare-replays.ts';
import type { Allowed } from './cards.ts';

export type { PlaceProblem };

export interface Draft {
  /** May be unfinished; `problems` says what keeps it from being published. */
  readonly document: unknown;
  readonly basedOn: number;
  readonly savedAt: number;
  readonly savedBy: string;
  readonly problems: readonly PlaceProblem[];
  readonly differences: readonly Difference[];
  /** Set while a second person has to agree: who asked, why, and how many held leads a day would be let through. */
  readonly askedBy: string | null;
  readonly askedWhy: string | null;
  readonly askedReleasePerDay: number | null;
}

export interface PublishedVersion {
  readonly version: number;
  readonly publishedAt: number;
  readonly publishedBy: string;
  readonly why: string;
  /** The latest publication of the list. */
  readonly isInForce: boolean;
}

/** A property of the portal that rules can ask about. */
export interface AskableProperty {
  /** `contact.jobtitle`, `company.industry`. */
  readonly fact: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date' | 'choice' | 'yes_no';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Share of records with a value (0–1) among those we know; null where the rules in force do not ask about it. */
  readonly fillRate: number | null;
  /** How soon a change is seen, in words: at once, or within about 2 minutes (design D12). */
  readonly seen: string;
}

/** What the settings page shows first. */
export interface SettingsAnswer {
  readonly now: number;
  readonly revision: string;
  readonly zone: string;
  readonly mode: 'observe' | 'live';
  readonly inForce: DefinitionSet;
  readonly draft: Draft | null;
  readonly history: readonly PublishedVersion[];
  readonly held: { readonly count: number; readonly perDay: number };
  readonly needsSecondApprover: boolean;
  readonly edit: Allowed;
  readonly publish: Allowed;
  readonly roles: readonly {
    readonly userId: string;
    readonly name: string;
    readonly role: 'admin' | 'ops' | 'manager' | 'member';
  }[];
  readonly manageRoles: Allowed;
}

/** A version as it was published, to be held against another. */
export interface VersionAnswer {
  readonly now: number;
  readonly revision: string;
  readonly definitions: DefinitionSet;
}

/** A what-if that was asked for; it runs as a job and is asked about until it is done. */
export interface SimulationAnswer {
  readonly now: number;
  readonly simulationId: string;
  readonly state: 'running' | 'done' | 'failed';
  /** Records looked at so far. */
  readonly progress: number;
  readonly failure: string | null;
  readonly result: Comparison | null;
}

/** How one contact fares by what is in force and by the draft. */
export interface TryAnswer {
  readonly now: number;
  readonly contactId: string;
  readonly inForce: TriedContact | null;
  readonly draft: TriedContact | null;
}

export interface TriedContact {
  readonly cell: string;
  readonly fitPoints: number;
  readonly behaviorPoints: number;
  readonly gate: string | null;
  readonly passes: boolean;
  readonly missing: readonly string[];
}

/** Properties of contacts or of companies, by label. */
export interface PropertiesAnswer {
  readonly now: number;
  readonly revision: string;
  readonly properties: readonly AskableProperty[];
}

/** Where a fact, a touch type or a kind of signal is used. */
export interface UsesAnswer {
  readonly now: number;
  readonly revision: string;
  readonly inForce: readonly Use[];
  readonly draft: readonly Use[] | null;
}

/** A key of `/v1`; the key itself is never shown again. Instants are UTC milliseconds. */
export interface ApiKeyView {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly createdBy: string;
  readonly createdAt: number;
  /** To the hour. */
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
  readonly revokedBy: string | null;
}

export interface ApiKeysAnswer {
  readonly now: number;
  readonly revision: string;
  readonly keys: readonly ApiKeyView[];
}

export interface CreatedApiKeyAnswer extends ApiKeysAnswer {
  readonly keyId: string;
  /** Shown only in this answer. */
  readonly apiKey: string;
}

const key = z.string().min(8).max(100);
const note = z.string().trim().min(3, 'say why in a few words').max(500);

/**
 * Replaces the draft's sections named; null leaves an optional one out; what is not named stays as it is. `rebase` puts the draft on top
 * of what is in force now, where another version came into force since it was begun. `seen` holds sections as they were before they were
 * edited: where one is another by now, because somebody else has edited it, nothing is replaced.
 */
export const saveDraftSchema = z.strictObject({
  key,
  sections: z.record(z.string().max(40), z.unknown()),
  seen: z.record(z.string().max(40), z.unknown()).default({}),
  rebase: z.boolean().default(false),
});
export const discardDraftSchema = z.strictObject({ key });
export const simulateSchema = z.strictObject({
  key,
  days: z.int().min(1).max(365).default(90),
  minutesPerLead: z.int().min(1).max(600).default(30),
  /** As many as are in the pool of SDRs now where it is not said. */
  sdrs: z.int().min(0).max(1_000).optional(),
  /** `channel`, or `company.…` that the rules in force ask about. */
  segmentBy: z.string().max(110).default('channel'),
});
export const publishSchema = z.strictObject({
  key,
  why: note,
  releasePerDay: z.int().min(0).max(100_000).default(0),
  /** `savedAt` of the draft that was looked at: another one is not published. */
  savedAt: z.int().optional(),
});
export const rollbackSchema = z.strictObject({ key, version: z.int().min(1), why: note });
export const setRoleSchema = z.strictObject({
  key,
  userId: z.string().min(1).max(40),
  role: z.enum(['admin', 'ops', 'manager', 'member']),
});

const apiScope = z.enum(['signals', 'touches', 'lists']);
export type ApiScope = z.output<typeof apiScope>;
export const createApiKeySchema = z.strictObject({
  key,
  name: z.string().trim().min(1, 'say what the key is for').max(100),
  scopes: z.array(apiScope).min(1, 'choose what may be sent with it'),
});
export const revokeApiKeySchema = z.strictObject({ key });
export const propertiesQuery = z.enum(['contact', 'company'], { error: 'say of=contact or of=company' });

export type Simulate = z.input<typeof simulateSchema>;
export type SaveDraft = z.output<typeof saveDraftSchema>;
export type Publish = z.input<typeof publishSchema>;
export type CreateApiKey = z.input<typeof createApiKeySchema>;
