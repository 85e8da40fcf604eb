import { z } from 'zod';

/** Building blocks of the definition set's sections. */
export const property = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,99}$/, 'a property is named by its internal name: lower-case letters, digits, _');
export const code = z.string().regex(/^[a-z0-9_]{1,40}$/, 'a code is lower-case letters, digits and _');
export const label = z.string().min(1).max(80);
/** Whole points of a score. */
export const points = z.int().min(-1_000).max(1_000);
/** What happens where something is missing at a stage: nobody goes on, a person has to say that they go on all the same, or it is counted. */
export const level = z.enum(['block', 'warn', 'observe']);
export type Level = z.output<typeof level>;
export const days = z.int().min(1).max(3_650);
