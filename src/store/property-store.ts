import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { PortalProperty } from '../usecases/ports.ts';
import type { StoredProperty } from '../usecases/portal-properties.ts';
import type { Queryable } from './queryable.ts';
import { storableJson } from './storable-json.ts';

type ObjectType = 'contact' | 'company';

/** When the portal was last asked for its properties. */
export async function propertiesReadAt(tx: Queryable, portalId: PortalId): Promise<Instant | undefined> {
  const { rows } = await tx.query<{ at: number | null }>(
    'select properties_read_at as at from portal where portal_id = $1',
    [portalId],
  );
  return rows[0]?.at ?? undefined;
}

/** Replaces what is known of the portal's properties of one type. */
export async function saveProperties(
  tx: Queryable,
  portalId: PortalId,
  type: ObjectType,
  properties: readonly PortalProperty[],
  fillRates: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = properties.map((property) => ({ ...property, fillRate: fillRates.get(property.name) ?? null }));
  await tx.query('delete from portal_property where portal_id = $1 and object_type = $2', [portalId, type]);
  await tx.query(
    `insert into portal_property (portal_id, object_type, property, label, kind, options, is_hidden, is_calculated, fill_rate)
     select $1, $2, p.name, p.label, p.kind, p.options, p."isHidden", p."isCalculated", p."fillRate"
       from jsonb_to_recordset($3::jsonb) as p(name text, label text, kind text, options jsonb, "isHidden" boolean,
            "isCalculated" boolean, "fillRate" double precision)
     on conflict do nothing`,
    [portalId, type, storableJson(rows)],
  );
}

export async function markPropertiesRead(tx: Queryable, portalId: PortalId, at: Instant): Promise<void> {
  await tx.query('update portal set properties_read_at = $2 where portal_id = $1', [portalId, at]);
}

export async function loadProperties(tx: Queryable, portalId: PortalId, type: ObjectType): Promise<StoredProperty[]> {
  const { rows } = await tx.query<StoredProperty>(
    `select property as name, label, kind, options, is_hidden as "isHidden", is_calculated as "isCalculated",
            fill_rate as "fillRate"
       from portal_property where portal_id = $1 and object_type = $2 order by lower(label), property`,
    [portalId, type],
  );
  return rows;
}

/** Labels by `contact.…` and `company.…`. */
export async function propertyLabels(tx: Queryable, portalId: PortalId): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ fact: string; label: string }>(
    `select object_type || '.' || property as fact, label from portal_property where portal_id = $1`,
    [portalId],
  );
  return new Map(rows.map(({ fact, label }) => [fact, label]));
}

/** So many records say well enough how many have a value; counting all of a large portal would make others wait. */
const SAMPLE = 5_000;

/** Share of records with a value, by property, of those that are there; none where we know no records. */
export async function fillRates(
  tx: Queryable,
  portalId: PortalId,
  type: ObjectType,
  properties: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ property: string; rate: number }>(
    `with sample as materialized (
       select object_id from record
        where portal_id = $1 and object_type = $2 and survivor_id = object_id and deleted_at is null
        order by md5(object_id) limit $4),
     known as (
       select object_id, property, value, occurred_at, known_at from attribute
        where portal_id = $1 and object_type = $2 and property = any($3) and object_id in (select object_id from sample)
       union all
       select object_id, property, value, occurred_at, known_at from event
        where portal_id = $1 and kind = 'observed' and event_type = 'changed' and object_type = $2 and property = any($3)
          and object_id in (select object_id from sample)),
     latest as (
       select distinct on (object_id, property) property, value from known
        order by object_id, property, occurred_at desc, known_at desc)
     select p.property, count(l.value)::double precision / (select count(*) from sample) as rate
       from unnest($3::text[]) as p(property) left join latest l on l.property = p.property and l.value <> ''
      where exists (select 1 from sample) group by p.property`,
    [portalId, type, properties, SAMPLE],
  );
  return new Map(rows.map(({ property, rate }) => [property, rate]));
}
