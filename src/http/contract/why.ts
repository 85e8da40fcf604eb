import { z } from 'zod';
import type { ChecklistItem, DisqualifiedView } from './cards.ts';

/** One line of a receipt. `units` are thousandths of a point as they count at the instant that was asked for. */
export interface ReceiptLineView {
  readonly id: string;
  readonly label: string;
  readonly units: number;
  /** For what happened: when (UTC milliseconds), and what it was worth when fresh. */
  readonly at: number | null;
  readonly freshUnits: number | null;
  /** It happened after the opportunity was accepted, and helped to win it. */
  readonly isAcceleration: boolean;
  /** `cap`: what a group may not add any more; `floor`: what would fall below zero. */
  readonly kind: 'event' | 'state' | 'cap' | 'breadth' | 'floor';
}

/** The lines sum to the group's units, the groups to behavior. */
export interface ReceiptGroupView {
  readonly id: string;
  readonly label: string;
  readonly units: number;
  readonly lines: readonly ReceiptLineView[];
}

/** A rule of fit. `units` count only where it `holds`; where it does not, `why` says what was found and what it takes. */
export interface FitLineView {
  readonly id: string;
  readonly family: string;
  readonly label: string;
  readonly units: number;
  readonly holds: boolean;
  readonly why: string | null;
}

/** What keeps somebody from becoming an AQL now, whatever the score. Instants are UTC milliseconds. */
export type BarrierView =
  | { readonly kind: 'being_worked' }
  | { readonly kind: 'embargo'; readonly until: number }
  | ({ readonly kind: 'disqualified' } & DisqualifiedView)
  /** Would pass, but nothing new has happened since the rules changed or the portal went live. */
  | { readonly kind: 'held'; readonly since: number };

/** The next better grade or band, and how much is missing for it. */
export interface NextStepView {
  readonly name: string;
  /** Points from which on it is reached. */
  readonly from: number;
  /** Thousandths of a point. */
  readonly shortUnits: number;
}

/** How a person stands before the gate to AQL, with everything the score is made of. Units are thousandths of a point. */
export interface StandingView {
  /** Fit and behavior in one: `A2`. */
  readonly cell: string;
  readonly grade: string;
  readonly band: string;
  readonly fitUnits: number;
  readonly behaviorUnits: number;
  /** The way through the gate that is for this person; null when none is. */
  readonly gate: { readonly label: string; readonly mode: 'observe' | 'advise' | 'enforce' } | null;
  readonly passes: boolean;
  readonly checklist: readonly ChecklistItem[];
  /** What keeps the person out whatever the score, as sentences that say what would have to change. */
  readonly shutOut: readonly string[];
  readonly next: { readonly fit: NextStepView | null; readonly behavior: NextStepView | null };
  readonly barrier: BarrierView | null;
  /** What rules a better grade out, and what keeps the person out of the gate for good. */
  readonly vetoes: readonly string[];
  readonly exclusion: string | null;
  /** From a bought list, and without a response so far (S2-32). */
  readonly isPurchased: boolean;
  readonly fit: readonly FitLineView[];
  readonly behavior: readonly ReceiptGroupView[];
  /** Points from which on each grade and band begins, best first. */
  readonly grades: readonly { readonly name: string; readonly from: number }[];
  readonly bands: readonly { readonly name: string; readonly from: number }[];
}

/**
 * `GET /extension/v1/contacts/{contactId}/why`: now, or with `?at=` as it was known then: an ISO instant, or a day `YYYY-MM-DD` of the
 * reporting zone, whose end is meant.
 */
export interface WhyCardAnswer {
  readonly now: number;
  readonly revision: string;
  readonly zone: string;
  readonly contactId: string;
  /** The instant the answer is about; points are faded to it. */
  readonly at: number;
  readonly isPast: boolean;
  /** Version of the definition set that was in force then. */
  readonly version: number;
  /** Null where there is nothing to say: the definition set does not score, or nothing a rule asks about was known. */
  readonly standing: StandingView | null;
  readonly unscored: 'no_rules' | 'nothing_known' | null;
}

/** The instant a past answer is about. */
export const whyAtSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
