import { z } from 'zod';
import {
  type Allowed,
  type ChecklistItem,
  type Choice,
  despite,
  type HandoffView,
  type PathStep,
  type Person,
} from './cards.ts';

/** A part of the account's score; the parts sum to it. Points with their fraction. */
export interface ScorePartView {
  readonly label: string;
  readonly points: number;
}

/** A buying sign from outside HubSpot that the rules count. */
export interface SignView {
  readonly topic: string;
  readonly kind: string;
  /** 0–1 */
  readonly strength: number;
  readonly source: string;
  readonly at: number;
}

export interface AccountPersonView {
  readonly contactId: string;
  /** As far as the rules ask for it; else what HubSpot calls the record. */
  readonly name: string;
  readonly title: string | null;
  /** Fit and behavior, as in `A1`; null where no rule has heard anything. */
  readonly cell: string | null;
  /** Where the latest attempt stands, or how it ended. */
  readonly stage: string | null;
  readonly isWorked: boolean;
  /** What is missing of what starting with them asks for. */
  readonly missing: readonly ChecklistItem[];
}

/** What would be better on the list of the AE who has named this account. */
export interface SwapView {
  readonly why: string;
  readonly instead: string;
  readonly insteadName: string;
  readonly allowed: Allowed;
}

/** `GET /extension/v1/companies/{companyId}/account`, and the answer of the actions on that card. Instants are UTC milliseconds. */
export interface AccountCardAnswer {
  readonly now: number;
  readonly revision: string;
  readonly zone: string;
  readonly companyId: string;
  /** Null where the account is not known, or the definition set has no rules for accounts. */
  readonly account: {
    readonly path: readonly PathStep[];
    readonly stage: { readonly id: string; readonly label: string; readonly enteredAt: number } | null;
    readonly score: number;
    readonly parts: readonly ScorePartView[];
    readonly icp: boolean;
    /** What keeps it from fitting, each a sentence's part. */
    readonly missing: readonly string[];
    /** Label of what excludes it, whatever its score. */
    readonly excluded: string | null;
    readonly tier: string | null;
    /** Points, and from how many on an account is aware, or in the market. */
    readonly engagement: { readonly points: number; readonly from: number };
    readonly intent: { readonly points: number; readonly from: number };
    /** Latest first. */
    readonly signs: readonly SignView[];
    /** The most promising first; `peopleCount` says how many there are. */
    readonly people: readonly AccountPersonView[];
    readonly peopleCount: number;
    readonly namedBy: Person | null;
    readonly swap: SwapView | null;
  } | null;
  readonly priority: string | null;
  readonly handoff: HandoffView | null;
  readonly nextStep: string;
  readonly accept: Allowed;
  readonly decline: Allowed;
  readonly start: Allowed;
  readonly declineReasons: readonly Choice[];
}

const key = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const handoffId = z.string();
const id = z.string().regex(/^\d{1,20}$/);

/** `POST /extension/v1/companies/{companyId}/accept` */
export const acceptAccountSchema = z.strictObject({ key, handoffId });
/** `POST /extension/v1/companies/{companyId}/decline` */
export const declineAccountSchema = z.strictObject({ key, handoffId, reason: z.string() });
/** `POST /extension/v1/companies/{companyId}/start`: with this person the journey starts. */
export const startWithPersonSchema = z.strictObject({ key, handoffId, contactId: id, despite });
/** `POST /extension/v1/companies/{companyId}/swap`: gives the account up for another one. */
export const swapAccountSchema = z.strictObject({ key, instead: id });

export type SwapAccount = z.output<typeof swapAccountSchema>;
