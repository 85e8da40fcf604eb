import type { RecordType } from '../domain/journey/fact.ts';
import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Queryable } from './queryable.ts';

/** From which change on records of a type are still to be looked at. */
export async function changedSince(tx: Queryable, portalId: PortalId, type: RecordType): Promise<Instant | undefined> {
  const { rows } = await tx.query<{ at: number }>(
    'select changed_since as at from sweep_progress where portal_id = $1 and object_type = $2',
    [portalId, type],
  );
  return rows[0]?.at;
}

export async function saveChangedSince(
  tx: Queryable,
  portalId: PortalId,
  type: RecordType,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into sweep_progress (portal_id, object_type, changed_since) values ($1, $2, $3)
     on conflict (portal_id, object_type) do update set changed_since = excluded.changed_since`,
    [portalId, type, at],
  );
}

/** The latest value we hold of each property of these records, be it history or beside it. */
export async function latestValues(
  tx: Queryable,
  portalId: PortalId,
  type: RecordType,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, ReadonlyMap<string, string>>> {
  const { rows } = await tx.query<{ id: string; property: string; value: string; at: number }>(
    `select distinct on (object_id, property) object_id as id, property, value, occurred_at as at from event
      where portal_id = $1 and kind = 'observed' and object_type = $2 and object_id = any($3) and event_type = 'changed'
      order by object_id, property, occurred_at desc, known_at desc`,
    [portalId, type, ids],
  );
  const attributes = await tx.query<{ id: string; property: string; value: string; at: number }>(
    `select distinct on (object_id, property) object_id as id, property, value, occurred_at as at from attribute
      where portal_id = $1 and object_type = $2 and object_id = any($3)
      order by object_id, property, occurred_at desc, known_at desc`,
    [portalId, type, ids],
  );
  const byRecord = Map.groupBy(
    [...rows, ...attributes.rows].sort((a, b) => a.at - b.at),
    (row) => recordId(row.id),
  );
  return new Map([...byRecord].map(([id, own]) => [id, new Map(own.map((row) => [row.property, row.value]))]));
}
