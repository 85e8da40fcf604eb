import type { z } from 'zod';
import { RECORD_TYPES, type RecordKey, type RecordType } from '../../domain/journey/fact.ts';
import { type PortalId, portalId, type RecordId, recordId } from '../../domain/values/ids.ts';
import { type Instant, MINUTE_MS } from '../../domain/values/instant.ts';
import { MalformedDeliveryError, type Observation, type Understood, type WebhookReader } from '../../usecases/ports.ts';
import {
  type AssociationChangeEvent,
  type MergeEvent,
  parseWebhookBody,
  type PropertyChangeEvent,
  type RecordEvent,
  webhookEvent,
} from '../../wire/hubspot/webhook-event.ts';

/** HubSpot was founded in 2006: an earlier event is a unit mistake. A clock that runs ahead is forgiven ten minutes. */
const EARLIEST = Date.UTC(2006, 0, 1);
const AHEAD_MS = 10 * MINUTE_MS;

/** Object type ids of HubSpot, as generic events and associations name them. */
const TYPE_IDS: Readonly<Record<string, RecordType>> = { '0-1': 'contact', '0-2': 'company', '0-3': 'deal' };

/**
 * What HubSpot's webhook events mean. `followed` says which properties belong into the history, by record type.
 */
export function createWebhookReader(
  followed: Readonly<Record<RecordType, ReadonlySet<string>>>,
  appId: string | undefined,
): WebhookReader {
  return {
    split,
    events: parseWebhookBody,
    understand: (event, knownAt) => understand(event, knownAt, followed, appId),
  };
}

function split(body: string): ReturnType<WebhookReader['split']> {
  const byPortal = new Map<PortalId, unknown[]>();
  const orphans: string[] = [];
  for (const event of parse(body)) {
    const portal = portalOf(event);
    if (portal === undefined) orphans.push(JSON.stringify(event));
    else byPortal.set(portal, [...(byPortal.get(portal) ?? []), event]);
  }
  return { byPortal: new Map([...byPortal].map(([portal, events]) => [portal, JSON.stringify(events)])), orphans };
}

function parse(body: string): unknown[] {
  try {
    return parseWebhookBody(body);
  } catch (cause) {
    throw new MalformedDeliveryError('A webhook delivery must be a JSON array of events.', { cause });
  }
}

function portalOf(event: unknown): PortalId | undefined {
  if (typeof event !== 'object' || event === null || !('portalId' in event)) return undefined;
  const text = String(event.portalId);
  return /^[1-9]\d*$/.test(text) ? portalId(text) : undefined;
}

function understand(
  input: unknown,
  knownAt: Instant,
  followed: Readonly<Record<RecordType, ReadonlySet<string>>>,
  appId: string | undefined,
): Understood {
  const parsed = webhookEvent.safeParse(input);
  if (!parsed.success) return { kind: 'unreadable', reason: reasonOf(parsed.error) };
  const event = parsed.data;
  if (event.occurredAt < EARLIEST || event.occurredAt > knownAt + AHEAD_MS)
    return { kind: 'unreadable', reason: `occurredAt ${event.occurredAt} is no plausible moment` };
  if (appId !== undefined && event.appId !== undefined && event.appId !== appId)
    return { kind: 'ignored', reason: 'another app' };
  const kind = event.subscriptionType.slice(event.subscriptionType.indexOf('.') + 1);
  // Its two ends carry their own types; a generic one may name no other.
  if (kind === 'associationChange') return association(event as AssociationChangeEvent, knownAt);
  const type = typeOf(event);
  if (type === undefined) return { kind: 'ignored', reason: 'object type not followed' };
  switch (kind) {
    case 'propertyChange':
      return propertyChange(event as PropertyChangeEvent, type, knownAt, followed[type]);
    case 'creation':
    case 'deletion':
    case 'restore':
      return recordChange(event as RecordEvent, kind, type, knownAt);
    case 'merge':
      return merge(event as MergeEvent, type, knownAt);
    default:
      return { kind: 'ignored', reason: 'subscription type not followed' };
  }
}

/** What is wrong with the fields of an event, told for its own kind and without its values. */
function reasonOf({ issues }: z.ZodError): string {
  const own = issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const isOwnKind = (kind: readonly z.core.$ZodIssue[]) => kind.every(({ path }) => path[0] !== 'subscriptionType');
    return issue.errors.find(isOwnKind) ?? issue.errors.at(-1) ?? [];
  });
  return own.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`).join('; ');
}

function typeOf(event: { subscriptionType: string; objectTypeId?: string | undefined }): RecordType | undefined {
  const object = event.subscriptionType.split('.')[0] ?? '';
  return object === 'object' ? TYPE_IDS[event.objectTypeId ?? ''] : RECORD_TYPES.find((type) => type === object);
}

function propertyChange(
  event: PropertyChangeEvent,
  type: RecordType,
  knownAt: Instant,
  followed: ReadonlySet<string>,
): Understood {
  const { propertyName: property, propertyValue: value, occurredAt } = event;
  if (!followed.has(property)) return { kind: 'ignored', reason: 'property not followed' };
  const record = { type, id: recordId(event.objectId) };
  const fact = { record, property, value, occurredAt, knownAt, dated: true };
  const observation: Observation = {
    kind: 'changed',
    fact,
    sourceType: event.changeSource ?? '',
    sourceId: event.sourceId ?? '',
  };
  return { kind: 'observed', observations: [observation], read: reading([record], false) };
}

function recordChange(
  event: RecordEvent,
  kind: 'creation' | 'deletion' | 'restore',
  type: RecordType,
  knownAt: Instant,
): Understood {
  const record = { type, id: recordId(event.objectId) };
  if (kind === 'creation') return { kind: 'observed', observations: [], read: reading([record], false) };
  const told = { record, at: event.occurredAt, knownAt };
  if (kind === 'deletion') return { kind: 'observed', observations: [{ kind: 'deleted', ...told }], read: [] };
  return { kind: 'observed', observations: [{ kind: 'restored', ...told }], read: reading([record], true) };
}

/** The survivor may carry a new id; then the one called primary was merged away as well. */
function merge(event: MergeEvent, type: RecordType, knownAt: Instant): Understood {
  const into = recordId(event.newObjectId ?? event.primaryObjectId);
  const gone = [...new Set([...event.mergedObjectIds, event.primaryObjectId])].filter((id) => id !== into);
  const observations = gone.map((id): Observation => ({
    kind: 'merged',
    record: { type, id: recordId(id) },
    into,
    at: event.occurredAt,
    knownAt,
  }));
  return { kind: 'observed', observations, read: reading([{ type, id: into }], true) };
}

function association(event: AssociationChangeEvent, knownAt: Instant): Understood {
  const ends = endsOf(event);
  if (!ends) return { kind: 'ignored', reason: 'association not followed' };
  const { contactId, other } = ends;
  const { occurredAt: at, associationRemoved: isRemoved } = event;
  const read = reading([{ type: 'contact', id: contactId }, other], false);
  if (other.type === 'company')
    return {
      kind: 'observed',
      observations: [],
      read,
      companyChanges: [{ contactId, companyId: other.id, at, isRemoved }],
    };
  const kind = isRemoved ? 'dissociated' : 'associated';
  const observation: Observation = { kind, contactId, dealId: other.id, at, knownAt, dated: true };
  return { kind: 'observed', observations: [observation], read };
}

/** The contact and what it is linked with; undefined for links between other records. */
function endsOf(event: AssociationChangeEvent): { contactId: RecordId; other: RecordKey } | undefined {
  const { associationType, fromObjectTypeId, toObjectTypeId } = event;
  const named = (associationType ?? '').split('_TO_').map((name) => name.toLowerCase());
  const [fromType, toType] =
    associationType === undefined
      ? [TYPE_IDS[fromObjectTypeId ?? ''], TYPE_IDS[toObjectTypeId ?? '']]
      : named.map((name) => RECORD_TYPES.find((type) => type === name));
  const [from, to] = [recordId(event.fromObjectId), recordId(event.toObjectId)];
  if (fromType === 'contact' && toType !== undefined && toType !== 'contact')
    return { contactId: from, other: { type: toType, id: to } };
  if (toType === 'contact' && fromType !== undefined && fromType !== 'contact')
    return { contactId: to, other: { type: fromType, id: from } };
  return undefined;
}

const reading = (keys: readonly RecordKey[], always: boolean) => keys.map((key) => ({ ...key, always }));
