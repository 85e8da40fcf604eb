import { z } from 'zod';

/** An id of HubSpot: a JSON integer or text of digits on the wire, always text with us (it may exceed 2^53). */
const id = z.union([z.string().regex(/^\d+$/), z.number().int().nonnegative()]).transform((value) => String(value));

const common = {
  portalId: id,
  /** UTC milliseconds. Orders events; arrival order means nothing. */
  occurredAt: z.number().int(),
  /** Not unique: HubSpot repeats values and its test button always sends 100. */
  eventId: id.optional(),
  subscriptionId: id.optional(),
  appId: id.optional(),
  /** 0 for the first delivery, raised with each retry. */
  attemptNumber: z.number().int().nonnegative().default(0),
  changeSource: z.string().optional(),
  sourceId: z.string().optional(),
  /** Only on the generic `object.*` events, for example `0-136`. */
  objectTypeId: z.string().optional(),
};

const ofKind = <Kind extends string>(kind: Kind) => z.templateLiteral([z.string(), '.', z.literal(kind)]);

const recordKinds = ['creation', 'deletion', 'restore', 'privacyDeletion'] as const;

/** A record appeared, went to the recycle bin, came back, or was erased for good. */
export const recordEvent = z.looseObject({
  ...common,
  subscriptionType: z.templateLiteral([z.string(), '.', z.enum(recordKinds)]),
  objectId: id,
  changeFlag: z.string().optional(),
});

/** One property has a new value; `''` when it was cleared. Several changed properties are several events. */
export const propertyChangeEvent = z.looseObject({
  ...common,
  subscriptionType: ofKind('propertyChange'),
  objectId: id,
  propertyName: z.string().min(1),
  propertyValue: z
    .union([z.string(), z.number().transform(String), z.boolean().transform(String), z.null().transform(() => '')])
    .default(''),
});

/** Records were merged. The surviving record may carry a third id, `newObjectId`. */
export const mergeEvent = z.looseObject({
  ...common,
  subscriptionType: ofKind('merge'),
  objectId: id.optional(),
  primaryObjectId: id,
  mergedObjectIds: z.array(id),
  newObjectId: id.optional(),
  numberOfPropertiesMoved: z.number().optional(),
});

/** Two records were linked or unlinked. */
export const associationChangeEvent = z.looseObject({
  ...common,
  subscriptionType: ofKind('associationChange'),
  associationType: z.string().optional(),
  fromObjectId: id,
  toObjectId: id,
  fromObjectTypeId: z.string().optional(),
  toObjectTypeId: z.string().optional(),
  associationRemoved: z.boolean().default(false),
  isPrimaryAssociation: z.boolean().optional(),
});

const knownKind = new RegExp(`\\.(${[...recordKinds, 'propertyChange', 'merge', 'associationChange'].join('|')})$`);

/** Any other subscription type, for example `conversation.newMessage`: nothing to act on, but no error either. */
export const otherEvent = z.looseObject({
  ...common,
  subscriptionType: z.string().refine((type) => !knownKind.test(type), { error: 'is of another kind', abort: true }),
});

export type RecordEvent = z.infer<typeof recordEvent>;
export type PropertyChangeEvent = z.infer<typeof propertyChangeEvent>;
export type MergeEvent = z.infer<typeof mergeEvent>;
export type AssociationChangeEvent = z.infer<typeof associationChangeEvent>;
export type OtherEvent = z.infer<typeof otherEvent>;

/**
 * One event of a webhook delivery, as HubSpot publishes it. Unknown keys are kept; `eventType`, the name in older
 * pages, counts as `subscriptionType`; ids come out as text.
 *
 * @source HubSpot docs: Webhooks API (v3), payloads
 */
export const webhookEvent = z.preprocess(
  withSubscriptionType,
  z.union([recordEvent, propertyChangeEvent, mergeEvent, associationChangeEvent, otherEvent]),
);

export type WebhookEvent = z.infer<typeof webhookEvent>;

/**
 * Reads the body of a webhook delivery: a JSON array of events, each still unchecked.
 *
 * Integers beyond 2^53 come out as text with all their digits, where plain JSON reading would round them.
 *
 * @throws SyntaxError when the text is not JSON or not an array
 */
export function parseWebhookBody(text: string): unknown[] {
  const body: unknown = JSON.parse(text, exactInteger);
  if (!Array.isArray(body)) throw new SyntaxError('A webhook delivery must be a JSON array of events.');
  return body;
}

function exactInteger(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source ?? '';
  return /^-?\d+$/.test(source) ? source : value;
}

function withSubscriptionType(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || 'subscriptionType' in input || !('eventType' in input))
    return input;
  return { ...input, subscriptionType: input.eventType };
}
