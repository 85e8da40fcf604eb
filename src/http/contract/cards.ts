import { z } from 'zod';

/** Whether the person looking may do something now; if not, why, in words for them. */
export type Allowed = { readonly allowed: true } | { readonly allowed: false; readonly why: string };

export interface Person {
  readonly ownerId: string;
  readonly name: string;
}

/** A running or stopped clock. Instants are UTC milliseconds. */
export interface ClockView {
  /** What has to happen before `dueAt`, in words: "First response". */
  readonly label: string;
  readonly startedAt: number;
  readonly dueAt: number;
  /** How long it may take, in the clock's own time: nights and weekends between `startedAt` and `dueAt` may not count. */
  readonly limitMinutes: number;
  /** When it was answered; null while it runs. */
  readonly stoppedAt: number | null;
  /** `missed`: due and not answered, or answered too late. */
  readonly state: 'running' | 'met' | 'missed';
}

/**
 * An offer of work from one role to another (design §2). `pending`: somebody clicked, HubSpot has not confirmed yet. When HubSpot
 * refuses, the handoff is `offered` again and `refusal` holds HubSpot's reason.
 */
export interface HandoffView {
  readonly handoffId: string;
  readonly state: 'offered' | 'pending' | 'accepted' | 'rejected' | 'recycled';
  readonly offeredAt: number;
  readonly offeredTo: Person | null;
  readonly offeredFrom: Person | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly reason: string | null;
  readonly refusal: string | null;
  readonly clock: ClockView | null;
}

export interface PathStep {
  readonly id: string;
  readonly label: string;
  /** First entry in this attempt; null when it was skipped or lies ahead. */
  readonly enteredAt: number | null;
  readonly state: 'done' | 'skipped' | 'current' | 'ahead';
}

export interface JourneyView {
  readonly attempt: number;
  readonly path: readonly PathStep[];
  readonly stage: { readonly id: string; readonly label: string; readonly enteredAt: number } | null;
  /** How journeys of this channel leave the stage for the next; null below 20 entries. */
  readonly usual: { readonly medianDays: number | null; readonly rate: number | null };
  readonly ended: { readonly label: string; readonly at: number } | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** An answer to a question of discovery. */
export interface AnswerView {
  readonly id: string;
  readonly label: string;
  /** How strictly it is asked for when an opportunity is accepted. */
  readonly level: 'block' | 'warn' | 'observe';
  /** '' where there is none, or none any more. */
  readonly value: string;
  /** Who gave it and when; null where nobody ever did. */
  readonly by: string | null;
  readonly at: number | null;
  /** The answer before it. */
  readonly before: string | null;
}

export interface AnswersView {
  readonly items: readonly AnswerView[];
  readonly edit: Allowed;
}

/** What a stage asks for before it is entered. */
export interface GateView {
  readonly stage: { readonly id: string; readonly label: string };
  readonly items: readonly ChecklistItem[];
}

/** `GET /extension/v1/contacts/{contactId}/lead`, and the answer of the actions on that card. */
export interface LeadCardAnswer {
  /** The server's clock, UTC milliseconds: what a card counts from. */
  readonly now: number;
  /** Changes whenever something shown changes. */
  readonly revision: string;
  /** The reporting zone (IANA): every day and time on the card is told in it. */
  readonly zone: string;
  readonly contactId: string;
  readonly journey: JourneyView | null;
  readonly priority: { readonly id: string; readonly reason: string } | null;
  readonly owner: Person | null;
  readonly handoff: HandoffView | null;
  /** What should happen next and by whom, one sentence. */
  readonly nextStep: string;
  readonly accept: Allowed;
  readonly recycle: Allowed;
  readonly recycleReasons: readonly Choice[];
  /** Of the stage that accepting enters, else of the next one that asks for anything; null where none does. */
  readonly gate: GateView | null;
  readonly answers: AnswersView;
  /** Set while the person is disqualified, which no score and no raised hand overcomes. */
  readonly disqualified: DisqualifiedView | null;
  readonly disqualify: Allowed;
  readonly disqualifyReasons: readonly Choice[];
  readonly reinstate: Allowed;
  readonly reinstateReasons: readonly Choice[];
}

/** A person who is no buyer, for ever: who said so, when (UTC milliseconds) and why. */
export interface DisqualifiedView {
  /** Null, like the reason, where it was somebody with the same address who was disqualified. */
  readonly by: string | null;
  readonly at: number | null;
  readonly reason: string | null;
  readonly isByAddress: boolean;
}

export interface ChecklistItem {
  readonly id: string;
  readonly label: string;
  readonly done: boolean;
  /** What was found, or what is missing. */
  readonly detail: string;
  /**
   * What happens where it is missing: nobody goes on, a person has to say that they go on all the same, or it is counted. Left out for
   * what only informs.
   */
  readonly level?: 'block' | 'warn' | 'observe';
}

/** `GET /extension/v1/deals/{dealId}/handoff`, and the answer of the actions on that card. */
export interface HandoffCardAnswer {
  readonly now: number;
  readonly revision: string;
  readonly zone: string;
  readonly dealId: string;
  readonly stage: { readonly id: string; readonly label: string; readonly enteredAt: number } | null;
  readonly handoff: HandoffView | null;
  readonly checklist: readonly ChecklistItem[];
  /** Of the contact the opportunity came from. */
  readonly answers: AnswersView;
  /** What the deal says now, to start the form from. Decimal text; `YYYY-MM-DD` in the reporting zone. */
  readonly amount: string | null;
  readonly closeDate: string | null;
  readonly currency: string;
  readonly nextStep: string;
  readonly accept: Allowed;
  readonly reject: Allowed;
  readonly rejectReasons: readonly Choice[];
}

/** Made once in the card for each click, so that a repeated request is one click (design D23). */
const key = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);

/** Ids of what the stage asks for and the person goes on without: those that were shown as missing and confirmed. */
export const despite = z.array(z.string().max(120)).max(100).default([]);

/** `POST /extension/v1/contacts/{contactId}/accept` */
export const acceptLeadSchema = z.strictObject({ key, handoffId: z.string(), despite });
/** `POST /extension/v1/contacts/{contactId}/recycle` */
export const recycleLeadSchema = z.strictObject({ key, handoffId: z.string().nullable(), reason: z.string() });
/** `POST /extension/v1/contacts/{contactId}/disqualify`: `handoffId` is the offer that was seen, if there was one. */
export const disqualifySchema = z.strictObject({ key, handoffId: z.string().nullable(), reason: z.string() });
/** `POST /extension/v1/contacts/{contactId}/reinstate` */
export const reinstateSchema = z.strictObject({ key, reason: z.string() });
/** `POST /extension/v1/deals/{dealId}/accept`: `amount` is decimal text above zero, `closeDate` a day in the portal's zone. */
export const acceptDealSchema = z.strictObject({
  key,
  handoffId: z.string(),
  amount: z.string().regex(/^\d{1,15}(\.\d{1,2})?$/, 'write the amount as digits, with at most two decimals'),
  closeDate: z.iso.date(),
  despite,
});
/** `POST /extension/v1/contacts/{contactId}/answers` and `…/deals/{dealId}/answers`: those that change, by id; '' takes one back. */
export const saveAnswersSchema = z.strictObject({
  key,
  answers: z.record(z.string().max(40), z.string().max(300, 'write at most 300 characters')),
});
/** `POST /extension/v1/deals/{dealId}/reject` */
export const rejectDealSchema = z.strictObject({ key, handoffId: z.string(), reason: z.string() });

export type AcceptLead = z.output<typeof acceptLeadSchema>;
export type RecycleLead = z.output<typeof recycleLeadSchema>;
export type Disqualify = z.output<typeof disqualifySchema>;
export type Reinstate = z.output<typeof reinstateSchema>;
export type SaveAnswers = z.output<typeof saveAnswersSchema>;
export type AcceptDeal = z.output<typeof acceptDealSchema>;
export type RejectDeal = z.output<typeof rejectDealSchema>;

/** Every refusal of the API (RFC 9457). 409: somebody was faster; 422: something is missing or wrong. `detail` is for the person. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}
