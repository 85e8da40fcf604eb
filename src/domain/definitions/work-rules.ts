import { z } from 'zod';

const property = z.string().regex(/^[a-z][a-z0-9_]{0,99}$/);
const code = z.string().regex(/^[a-z0-9_]{1,40}$/, 'a code is lower-case letters, digits and _');
const label = z.string().min(1).max(60);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time is HH:MM');
const write = z.strictObject({ property, value: z.string().min(1) });
/** From values not named here HubSpot moves a lifecycle stage only after it was cleared (design D3). */
const stageWrite = write.extend({ forwardFrom: z.array(z.string()) });

/** What makes somebody a hand-raiser (S2-07): a form whose name contains a phrase; the first that fits gives the reason. */
const handRaise = z.strictObject({
  conversionDate: property,
  conversionForm: property,
  forms: z.array(z.strictObject({ contains: z.string().min(1), reason: code })).min(1),
  reasons: z.array(z.strictObject({ value: code, label })).min(1),
});

/** A clock's target and limit in minutes. */
const minutes = z.strictObject({ target: z.int().min(1), limit: z.int().min(1) });

/** The rules of work: what is offered to whom, how long it may wait, and how it may end (design §6). */
export const workRules = z.strictObject({
  handRaise,
  /** Contact property that says when a meeting was last booked; a meeting makes the deal (S2-15). */
  meetingBooked: property,
  /** Working time of the pools, in the portal's zone: the same on each of the weekdays (1 Monday … 7 Sunday). */
  calendar: z.strictObject({
    weekdays: z.array(z.int().min(1).max(7)).min(1),
    openings: z.array(z.tuple([time, time])).min(1),
    holidays: z.array(z.iso.date()),
  }),
  /** First response of the SDR, in working minutes (S2-07, S3-23). */
  firstResponse: z.strictObject({ P1: minutes, P2: minutes, P3: minutes, P4: minutes }),
  /** Decision of the AE on a meeting-set opportunity, in elapsed minutes (S2-17). */
  mqoDecision: minutes,
  /** What is written into HubSpot's own properties when we decide a stage. */
  writes: z.strictObject({ AQL: stageWrite, MAL: write, RECYCLED: write, DISQUALIFIED: write }),
  /** After so many elapsed days the lead is asked about again; `offer` offers it then where it still fits (S2-21, S2-22). */
  recycleReasons: z
    .array(
      z.strictObject({ value: code, label, wakeDays: z.int().min(1), onWake: z.enum(['ask', 'offer']).default('ask') }),
    )
    .min(1),
  /** Why somebody is never to come back (S2-25). */
  disqualifyReasons: z.array(z.strictObject({ value: code, label })).min(1),
  /** Why that is taken back all the same. */
  reinstateReasons: z.array(z.strictObject({ value: code, label })).min(1),
  rejectReasons: z.array(z.strictObject({ value: code, label })).min(1),
});

export type WorkRules = z.output<typeof workRules>;
