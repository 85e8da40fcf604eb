import { z } from 'zod';
import { predicate } from '../predicate/predicate.ts';
import { code, days, label, level, property } from './codes.ts';

/** Sets of before levels only counted. */
const criterion = z.strictObject({ id: code, label, when: predicate, level: level.default('observe') });
const band = z.strictObject({ from: z.number().min(0).max(1), to: z.number().min(0).max(1) });

/** What a stage means: its contract between the teams (S1-16, S1-17, S5-04). */
export const stageRule = z.strictObject({
  /** In a sentence or two, for people. */
  meaning: z.string().max(400),
  entry: z.array(criterion).max(20).default([]),
  exit: z.array(criterion).max(20).default([]),
  /** Fields a record should have here (S1-20): of the contact at a stage of a person, of the deal at a stage of a deal. */
  requiredFields: z.array(z.strictObject({ property, label, level })).max(20).default([]),
  ownerRole: z.enum(['marketing', 'sdr', 'ae', 'cs']),
  /** Whether a journey may pass it unseen; one that does is counted as inferred either way. */
  skip: z.enum(['allow', 'forbid']).default('allow'),
  reentry: z.enum(['new_attempt', 'same_attempt']).default('new_attempt'),
  /** Elapsed days in which a journey is expected to go on. */
  windowDays: days.optional(),
  targets: z
    .strictObject({ rate: band.optional(), medianDays: days.optional(), perMonth: z.int().min(1).optional() })
    .default({}),
});

export type StageRule = z.output<typeof stageRule>;
export type Criterion = StageRule['entry'][number];
