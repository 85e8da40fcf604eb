import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMPANY_PROPERTIES, CONTACT_PROPERTIES, DEAL_PROPERTIES } from '../../src/adapters/hubspot/schema.ts';
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
  publishedAt: now,
  connectedAt: now,
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

/** HubSpot takes no subscription to these. @source HubSpot docs: Webhooks API (v3), limitations */
const NOT_SUBSCRIBABLE: ReadonlySet<string> = new Set([
  'lastmodifieddate',
  'hs_lastmodifieddate',
  'num_unique_conversion_events',
]);

/** The subscriptions the backend does something with, as `type` or `type:property`: asked from its own reader of webhooks. */
export function followedSubscriptions(): string[] {
  const reader = createWebhookReader(followed, undefined);
  const isFollowed = ([subscriptionType, fields]: readonly [string, object]) => {
    const event = { portalId: 1, occurredAt: now, objectId: 1, subscriptionType, ...fields };
    return reader.understand(event, now).kind === 'observed';
  };
  const changes = RECORD_TYPES.flatMap((type) =>
    [...followed[type]].filter((name) => !NOT_SUBSCRIBABLE.has(name)).map((name) => `${type}.propertyChange:${name}`),
  );
  return [...EVENTS.filter(isFollowed).map(([type]) => type), ...changes].sort();
}

const OWNED: Readonly<Record<RecordType, readonly { readonly name: string }[]>> = {
  contact: CONTACT_PROPERTIES,
  company: COMPANY_PROPERTIES,
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
  objects: { required: both('objects', 'contacts', 'companies', 'deals'), optional: both('objects', 'custom') },
  properties: { required: both('schemas', 'contacts', 'companies', 'deals') },
  schemas: { optional: both('schemas', 'custom') },
  associations: { required: ['crm.objects.contacts.read', 'crm.objects.companies.read', 'crm.objects.deals.read'] },
  pipelines: { required: ['crm.objects.deals.read'] },
  owners: { required: ['crm.objects.owners.read'] },
  // Whoever grants none gets the audience as a file.
  lists: { optional: ['crm.lists.read', 'crm.lists.write'] },
};

/** A card stands only on records that the app may read. @source HubSpot docs: App cards reference */
const READ_SCOPES: Readonly<Record<string, string>> = {
  contacts: 'crm.objects.contacts.read',
  companies: 'crm.objects.companies.read',
  deals: 'crm.objects.deals.read',
  tickets: 'tickets',
};

/**
 * The scopes of every part of HubSpot's API that our adapter calls, and of the records that cards stand on.
 *
 * @param objectTypes of all cards, such as `contacts`
 */
export async function neededScopes(objectTypes: readonly string[]): Promise<Scopes> {
  const folder = join(import.meta.dirname, '../../src/adapters/hubspot');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const used = new Set(['account', ...texts.flatMap((text) => partsIn(text))]);
  const of = (kind: keyof Scopes) => [...used].flatMap((part) => scopesOf(part)[kind] ?? []);
  const shown = objectTypes.flatMap((type) => READ_SCOPES[type] ?? []);
  const sorted = (scopes: readonly string[]) => [...new Set(scopes)].sort();
  return { required: sorted([...of('required'), ...shown]), optional: sorted(of('optional')) };
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
