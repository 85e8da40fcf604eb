import { z } from 'zod';
import { predicate } from '../predicate/predicate.ts';
import { code, days, label, points, property } from './codes.ts';

/** What a rule of behavior counts: touches of a kind, or signals of a kind, of all topics or some. */
const event = z.union([
  z.strictObject({ touch: code }),
  z.strictObject({ signal: code, topics: z.array(code).min(1).max(100).optional() }),
]);

/** Points for each event, faded since; a signal counts by its strength. */
const eventRule = z.strictObject({ id: code, label, on: event, points });
/** Points while something holds, without fading. */
const stateRule = z.strictObject({ id: code, label, when: predicate, points });

/**
 * Rules that share a cap and a half-life. `engagement`: what the person did with us. `intent`: signs from outside. `usage`: what they did
 * with the product (S3-25). `negative`: signs against (S2-57); its cap is the most it can take away.
 */
const group = z.strictObject({
  id: code,
  label,
  kind: z.enum(['engagement', 'intent', 'usage', 'negative']),
  /** The most this group can add, or for `negative` take away; so that no channel makes a score alone (S2-11). */
  cap: z.int().min(1).max(1_000),
  /** Elapsed days in which points lose half their worth; without it they do not fade. */
  halfLifeDays: days.optional(),
  rules: z.array(z.union([eventRule, stateRule])).max(100),
});

const grade = z.strictObject({
  grade: z.string().regex(/^[A-D]$/, 'a grade is A, B, C or D'),
  from: z.int().min(-1_000).max(1_000),
});
const band = z.strictObject({
  band: z.string().regex(/^[1-4]$/, 'a band is 1, 2, 3 or 4'),
  from: z.int().min(0).max(10_000),
});

/** How fit and behavior become points (S3-26). The two are never added to decide: they make a matrix (S5-24). */
export const scoringRules = z.strictObject({
  fit: z.strictObject({
    rules: z
      .array(stateRule.extend({ family: z.enum(['size', 'industry', 'geography', 'title', 'technology', 'other']) }))
      .max(100),
    /** Whoever meets one of these has the lowest grade whatever the points (S5-22). */
    vetoes: z.array(z.strictObject({ id: code, label, when: predicate })).max(50),
    /** Best first; below the last one is D. */
    grades: z.array(grade).min(1).max(3),
  }),
  behavior: z.strictObject({
    groups: z.array(group).max(30),
    /** Points for every channel somebody was active on lately: breadth counts beside depth (S5-23). */
    breadth: z.strictObject({ withinDays: days, perChannel: z.int().min(0).max(100), cap: z.int().min(1).max(1_000) }),
    /** Most active first; below the last one is 4. */
    bands: z.array(band).min(1).max(3),
  }),
  /** Within so many days what is new is counted as recent: a rule can ask for recent points, so that one visit after months of silence does not tip an old score (S2-58). */
  recentDays: days,
  /** The account's score, 0–100 (S2-59): what another system put into this company property, else fit of the company and its signals. */
  account: z.strictObject({ imported: property.optional() }).default({}),
});

export type ScoringRules = z.output<typeof scoringRules>;
export type ScoreGroup = z.output<typeof group>;
export type EventRule = z.output<typeof eventRule>;
export type StateRule = z.output<typeof stateRule>;
