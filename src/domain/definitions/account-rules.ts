import { z } from 'zod';
import { predicate } from '../predicate/predicate.ts';
import { code, days, label, property } from './codes.ts';

/** Rules of the account track (S5-05…07) and of work on accounts without a person (S2-12, S2-13). */
export const accountRules = z.strictObject({
  /** In the addressable market. */
  universe: predicate,
  /** Fits: an account that meets this and has a tier is a target (S5-06). */
  icp: predicate,
  /** Company property that holds the tier, and what each tier may hold (S5-50). */
  tiers: z.strictObject({
    property,
    values: z
      .array(
        z.strictObject({
          value: z.string().min(1),
          label,
          least: z.int().min(0).optional(),
          most: z.int().min(1).optional(),
        }),
      )
      .max(10),
  }),
  /** Engagement points of all its people together at which an account is aware (S5-07). */
  awareFrom: z.int().min(1).max(100_000),
  /** Intent points of the account's signals at which it is in the market. */
  inMarketFrom: z.int().min(1).max(100_000),
  /** Whoever meets one of these is no target, whatever the account's score (S2-60). */
  exclusions: z.array(z.strictObject({ id: code, label, when: predicate })).max(50),
  /** Elapsed days an account is not offered again after an offer of it ended. */
  pauseDays: days,
  /** Why an account that was offered is turned down. */
  declineReasons: z
    .array(z.strictObject({ value: code, label }))
    .min(1)
    .max(20)
    .default([
      { value: 'wrong_account', label: 'Not an account for us' },
      { value: 'nobody_to_talk_to', label: 'Nobody to talk to' },
      { value: 'not_now', label: 'Not now' },
    ]),
  /** How many named accounts an AE may have, and how many are exchanged at a time at most (S2-13). */
  namedAccounts: z
    .strictObject({ most: z.int().min(1).max(10_000), swap: z.int().min(1).max(100) })
    .default({ most: 50, swap: 10 }),
});

export type AccountRules = z.output<typeof accountRules>;
