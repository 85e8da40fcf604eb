import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTACT_PROPERTIES, DEAL_PROPERTIES } from '../../src/adapters/hubspot/schema.ts';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { createWebhookReader } from '../../src/adapters/hubspot/webhook-reader.ts';
import { followedOf } from '../../src/compose/followed.ts';
import { RECORD_TYPES, type RecordType } from '../../src/domain/journey/fact.ts';
import { portalId } from '../../src/domain/values/ids.ts';

const now = Date.UTC(2026, 0, 1);

const followed = followedOf({
  portalId: portalId('1'),
  timeZone: 'UTC',
  currency: 'EUR',
  definitions: SHIPPED_DEFINITIONS,
  stages: [],
  dimensions: [],
});

/** Each kind of event HubSpot can be asked for, as it delivers it, but for property changes. */
const EVENTS: readonly (readonly [string, object])[] = [
  ...RECORD_TYPES.flatMap((type) => [
    ...['creation', 'deletion', 'restore', 'privacyDeletion'].map((kind) => [`${type}.${kind}`, {}] as const),
    [`${type}.merge`, { primaryObjectId: 1, mergedObjectIds: [2], newObjectId: 1 }] as const,
  ]),
  ['contact.associationChange', { associationType: 'CONTACT_TO_DEAL', fromObjectId: 1, toObjectId: 2 }],
  ['company.associationChange', { associationType: 'COMPANY_TO_CONTACT', fromObjectId: 1, toObjectId: 2 }],
  ['deal.associationChange', { associationType: 'DEAL_TO_CONTACT', fromObjectId: 1, toObjectId: 2 }],
];

/** The subscriptions the backend does something with, as `type` or `type:property`: asked from its own reader of webhooks. */
export function followedSubscriptions(): string[] {
  const reader = createWebhookReader(followed, undefined);
  const isFollowed = ([subscriptionType, fields]: readonly [string, object]) => {
    const event = { portalId: 1, occurredAt: now, objectId: 1, subscriptionType, ...fields };
    return reader.understand(event, now).kind === 'observed';
  };
  const changes = RECORD_TYPES.flatMap((type) => [...followed[type]].map((name) => `${type}.propertyChange:${name}`));
  return [...EVENTS.filter(isFollowed).map(([type]) => type), ...changes].sort();
}

const OWNED: Readonly<Record<RecordType, readonly { readonly name: string }[]>> = {
  contact: CONTACT_PROPERTIES,
  company: [],
  deal: DEAL_PROPERTIES,
};

/** Properties of a record whose changes a card may wait for: those the backend follows or writes. */
export const knownProperties = (type: RecordType): ReadonlySet<string> =>
  new Set([...followed[type], ...OWNED[type].map(({ name }) => name)]);

export interface Scopes {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const both = (family: string, ...objects: readonly string[]): string[] =>
  objects.flatMap((object) => [`crm.${family}.${object}.read`, `crm.${family}.${object}.write`]);

/** What each part of HubSpot's API needs. @source HubSpot docs: Scopes */
const SCOPES_OF: Readonly<Record<string, Partial<Scopes>>> = {
  account: { required: ['oauth'] },
  // Custom objects come with an Enterprise tier only.
  objects: { required: both('objects', 'contacts', 'deals'), optional: both('objects', 'custom') },
  properties: { required: both('schemas', 'contacts', 'deals') },
  schemas: { optional: both('schemas', 'custom') },
  associations: { required: ['crm.objects.contacts.read', 'crm.objects.deals.read'] },
  pipelines: { required: ['crm.objects.deals.read'] },
  owners: { required: ['crm.objects.owners.read'] },
};

/** The scopes of every part of HubSpot's API that our adapter calls. */
export async function neededScopes(): Promise<Scopes> {
  const folder = join(import.meta.dirname, '../../src/adapters/hubspot');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const used = new Set(['account', ...texts.flatMap((text) => partsIn(text))]);
  const of = (kind: keyof Scopes) => [...new Set([...used].flatMap((part) => scopesOf(part)[kind] ?? []))].sort();
  return { required: of('required'), optional: of('optional') };
}

/** Calls through the client, and those by path. */
const partsIn = (text: string): string[] =>
  [...text.matchAll(/\bclient\.crm\.(\w+)|path: [`']\/(?:crm\/)?(\w+)/g)].map(
    ([, called, asked]) => called ?? asked ?? '',
  );

function scopesOf(part: string): Partial<Scopes> {
  const scopes = SCOPES_OF[part];
  if (!scopes)
    throw new Error(`The adapter calls HubSpot's ${part}, and this table does not know which scopes that needs.`);
  return scopes;
}
