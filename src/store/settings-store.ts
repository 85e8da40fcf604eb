import { type DefinitionSet, parseDefinitionSet } from '../domain/definitions/definition-set.ts';
import type { DealStage } from '../domain/journey/deal-stage.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { PortalDetails, PortalSettings, RecordMapping } from '../usecases/ports.ts';
import {
  BY_SETTINGS,
  publishVersion,
  saveDefinitions,
  wasPublished,
  wasPublishedByPerson,
} from './definition-store.ts';
import type { Queryable } from './queryable.ts';

interface PortalRow {
  time_zone: string;
  currency: string;
  dimensions: string[];
  backfilled_at: number | null;
  live_at: number | null;
  published_at: number;
  connected_at: number;
  document: unknown;
  version: number;
}

/** @throws Error when the portal was never connected: a mistake of the caller */
export async function loadSettings(tx: Queryable, portalId: PortalId): Promise<PortalSettings> {
  const { rows } = await tx.query<PortalRow>(
    `select p.time_zone, p.currency, p.dimensions, p.backfilled_at, p.live_at, d.document, d.version,
            (select max(published_at) from publication u where u.portal_id = p.portal_id) as published_at
       from portal p join definition_set d on d.portal_id = p.portal_id and d.version = p.definition_version
      where p.portal_id = $1`,
    [portalId],
  );
  const row = rows[0];
  if (!row) throw new Error(`Portal ${portalId} is not connected.`);
  return {
    portalId,
    timeZone: row.time_zone,
    currency: row.currency,
    dimensions: row.dimensions,
    backfilledAt: row.backfilled_at ?? undefined,
    liveAt: row.live_at ?? undefined,
    publishedAt: row.published_at,
    connectedAt: row.connected_at,
    definitions: parseDefinitionSet(row.document, `Definition set ${row.version} of portal ${portalId}`),
    stages: await loadStages(tx, portalId),
  };
}

async function loadStages(tx: Queryable, portalId: PortalId): Promise<DealStage[]> {
  const { rows } = await tx.query<DealStage>(
    `select pipeline, stage, display_order as "displayOrder", probability, is_closed as "isClosed"
       from deal_stage where portal_id = $1 order by pipeline, display_order, stage`,
    [portalId],
  );
  return rows;
}

export interface Connection extends PortalDetails {
  readonly definitions: DefinitionSet;
  readonly stages: readonly (DealStage & { readonly label: string })[];
  readonly dimensions: readonly string[];
}

/**
 * Takes a portal in, or refreshes what it says about itself; the history stays. A definition set it never had is published, until
 * people publish themselves: then what the settings name, or a new version of the app ships, is theirs to take over.
 *
 * @throws DefinitionsChangedError when the version is known with other content
 */
export async function saveConnection(tx: Queryable, connection: Connection, at: Instant): Promise<void> {
  const { portalId, timeZone, currency, definitions, stages, dimensions } = connection;
  const isTheirs = await wasPublishedByPerson(tx, portalId);
  if (!isTheirs) await saveDefinitions(tx, portalId, definitions, at);
  await tx.query(
    `insert into portal (portal_id, time_zone, currency, definition_version, dimensions, connected_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (portal_id) do update set time_zone = excluded.time_zone, currency = excluded.currency, dimensions = excluded.dimensions`,
    [portalId, timeZone, currency, definitions.version, dimensions, at],
  );
  if (!isTheirs && !(await wasPublished(tx, portalId, definitions.version))) {
    const why = 'The settings name this definition set.';
    const publication = { version: definitions.version, publishedAt: at, publishedBy: BY_SETTINGS, why };
    await publishVersion(tx, portalId, publication, 0);
  }
  await tx.query('delete from deal_stage where portal_id = $1', [portalId]);
  await tx.query(
    `insert into deal_stage (portal_id, pipeline, stage, label, display_order, probability, is_closed)
     select $1, s.pipeline, s.stage, s.label, s."displayOrder", s.probability, s."isClosed"
       from jsonb_to_recordset($2::jsonb)
         as s(pipeline text, stage text, label text, "displayOrder" integer, probability double precision, "isClosed" boolean)`,
    [portalId, JSON.stringify(stages)],
  );
}

/** Which properties we write in HubSpot, and whose they are. */
export async function saveWrittenProperties(
  tx: Queryable,
  portalId: PortalId,
  properties: RecordMapping['writtenProperties'],
): Promise<void> {
  await tx.query('delete from written_property where portal_id = $1', [portalId]);
  await tx.query(
    `insert into written_property (portal_id, object_type, property, ownership)
     select $1, w.type, w.property, w.ownership from jsonb_to_recordset($2::jsonb) as w(type text, property text, ownership text)`,
    [portalId, JSON.stringify(properties)],
  );
}

/** From now on the rules of work are applied in this portal; once live it stays so. */
export async function goLive(tx: Queryable, portalId: PortalId, at: Instant): Promise<void> {
  await tx.query('update portal set live_at = $2 where portal_id = $1 and live_at is null', [portalId, at]);
}

export async function listPortals(database: Queryable): Promise<PortalId[]> {
  const { rows } = await database.query<{ portal_id: PortalId }>('select portal_id from portal order by portal_id');
  return rows.map((row) => row.portal_id);
}
