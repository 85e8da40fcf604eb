import { z } from 'zod';

/** What HubSpot sends to a workflow action; more members may come. @source HubSpot docs: Custom workflow actions */
const actionCall = z.object({
  callbackId: z.string().min(1),
  origin: z.object({ portalId: z.union([z.number(), z.string()]).transform(String) }),
  object: z.object({
    objectId: z.union([z.number(), z.string()]).transform(String),
    objectType: z.string(),
  }),
});

export const qualifyNowSchema = actionCall.extend({
  inputFields: z.object({ reason: z.string().nullish() }).nullish(),
});

const field = z.string().trim().max(200).nullish();

/** Either a touch of a type, or a signal of a kind. Numbers come as text or as numbers. */
export const recordSignalSchema = actionCall.extend({
  inputFields: z.object({
    touch_type: field,
    kind: field,
    topic: field,
    source: field,
    /** In percent. */
    strength: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().min(0).max(100).nullish()),
  }),
});

export type RecordSignal = z.output<typeof recordSignalSchema>;
export type QualifyNow = z.output<typeof qualifyNowSchema>;
