import { z } from 'zod';

/** What HubSpot sends to a workflow action; more members may come. @source HubSpot docs: Custom workflow actions */
export const qualifyNowSchema = z.object({
  callbackId: z.string().min(1),
  origin: z.object({ portalId: z.union([z.number(), z.string()]).transform(String) }),
  object: z.object({
    objectId: z.union([z.number(), z.string()]).transform(String),
    objectType: z.string(),
  }),
  inputFields: z.object({ reason: z.string().nullish() }).nullish(),
});

export type QualifyNow = z.output<typeof qualifyNowSchema>;
