import { isDeepStrictEqual } from 'node:util';
import { type DefinitionSet, definitionSetSchema, parseDefinitionSet } from '../domain/definitions/definition-set.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Publication } from '../usecases/settings-ports.ts';
import type { Queryable } from './queryable.ts';

/** A published definition set never changes: decisions of the past point to it. */
export class DefinitionsChangedError extends Error {
  override readonly name = 'DefinitionsChangedError';
  readonly exitCode = 2;
}

/**
 * Keeps a definition set under its version.
 *
 * @throws DefinitionsChangedError when the version is known with other content
 */
export async function saveDefinitions(
  tx: Queryable,
  portalId: PortalId,
  definitions: DefinitionSet,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into definition_set (portal_id, version, document, published_at) values ($1, $2, $3, $4)
     on conflict (portal_id, version) do nothing`,
    [portalId, definitions.version, JSON.stringify(definitions), at],
  );
  // Compared as they are read: members that came with a newer app are told by their defaults.
  const { rows } = await tx.query<{ document: unknown }>(
    'select document from definition_set where portal_id = $1 and version = $2',
    [portalId, definitions.version],
  );
  const stored = definitionSetSchema.safeParse(rows[0]?.document);
  if (isDeepStrictEqual(stored.data, JSON.parse(JSON.stringify(definitions)))) return;
  throw new DefinitionsChangedError(
    `Version ${definitions.version} of the definition set was already used in portal ${portalId} with other content. Raise its version number.`,
  );
}

/**
 * The version is in force from now on; what was decided before stays as it was decided.
 *
 * @param releasePerDay  how many people who would newly pass are let through on a day (design D5)
 */
export async function publishVersion(
  tx: Queryable,
  portalId: PortalId,
  { version, publishedAt, publishedBy, why }: Publication,
  releasePerDay: number,
): Promise<void> {
  await tx.query('update portal set definition_version = $2, release_per_day = $3 where portal_id = $1', [
    portalId,
    version,
    releasePerDay,
  ]);
  await tx.query(
    'insert into publication (portal_id, version, published_at, published_by, why) values ($1, $2, $3, $4, $5)',
    [portalId, version, publishedAt, publishedBy, why],
  );
}

export async function wasPublished(tx: Queryable, portalId: PortalId, version: number): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from publication where portal_id = $1 and version = $2 limit 1', [
    portalId,
    version,
  ]);
  return rowCount > 0;
}

/** By whom a start of the process publishes what its settings name. */
export const BY_SETTINGS = 'settings';

/** Whether a person has ever published here, on the settings page or from the command line. */
export async function wasPublishedByPerson(tx: Queryable, portalId: PortalId): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from publication where portal_id = $1 and published_by <> $2 limit 1', [
    portalId,
    BY_SETTINGS,
  ]);
  return rowCount > 0;
}

/** The number after all that were ever used. */
export async function nextVersion(tx: Queryable, portalId: PortalId): Promise<number> {
  const { rows } = await tx.query<{ next: number }>(
    'select coalesce(max(version), 0)::integer + 1 as next from definition_set where portal_id = $1',
    [portalId],
  );
  return rows[0]?.next ?? 1;
}

/** Every publication, oldest first; the last one is in force. */
export async function loadPublications(tx: Queryable, portalId: PortalId): Promise<Publication[]> {
  const { rows } = await tx.query<Publication>(
    `select version, published_at as "publishedAt", published_by as "publishedBy", why from publication
      where portal_id = $1 order by publication_id`,
    [portalId],
  );
  return rows;
}

/** @returns undefined for a version the portal has never had */
export async function loadDefinitions(
  tx: Queryable,
  portalId: PortalId,
  version: number,
): Promise<DefinitionSet | undefined> {
  const { rows } = await tx.query<{ document: unknown }>(
    'select document from definition_set where portal_id = $1 and version = $2',
    [portalId, version],
  );
  return rows[0] && parseDefinitionSet(rows[0].document, `Definition set ${version} of portal ${portalId}`);
}

/** What was in force at an instant; before the first publication, that one. @throws Error when the portal was never connected */
export async function definitionsAt(tx: Queryable, portalId: PortalId, at: Instant): Promise<DefinitionSet> {
  const publications = await loadPublications(tx, portalId);
  const inForce = publications.findLast(({ publishedAt }) => publishedAt <= at) ?? publications[0];
  const found = inForce && (await loadDefinitions(tx, portalId, inForce.version));
  if (!found) throw new Error(`Portal ${portalId} is not connected.`);
  return found;
}
