import { z } from 'zod';
import { code, label, property } from './codes.ts';

/** How a change of a contact property tells of a touch. */
const carrier = z.strictObject({
  property,
  /** Only values in which one of these stands, without regard to case. */
  contains: z.array(z.string().min(1).max(100)).min(1).max(20).optional(),
});

/** One kind of marketing interaction (S2-03): a new kind needs no code. */
export const touchType = z.strictObject({
  id: code,
  label,
  channel: code,
  /** A response makes a lead (S2-05): something notable, as against an opened e-mail or a mere registration. */
  isResponse: z.boolean(),
  /** Share of credit in attribution, relative to other touches. */
  weight: z.number().min(0).max(100).default(1),
  /** None: touches of this kind are only told through the API, a list or the workflow action *Record a signal*. */
  carrier: carrier.optional(),
});

export type TouchType = z.output<typeof touchType>;
export const touchTypes = z.array(touchType).max(200);
