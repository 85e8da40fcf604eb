import type { RecordKey, RecordType } from '../domain/journey/fact.ts';
import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Queryable } from './queryable.ts';

/** Which of these records were never read. */
export async function unknownRecords(
  tx: Queryable,
  portalId: PortalId,
  keys: readonly RecordKey[],
): Promise<RecordKey[]> {
  if (keys.length === 0) return [];
  const { rows } = await tx.query<RecordKey>(
    `select k.type, k.id from jsonb_to_recordset($2::jsonb) as k(type text, id text)
      where not exists (select 1 from record r where r.portal_id = $1 and r.object_type = k.type and r.object_id = k.id)`,
    [portalId, JSON.stringify(keys)],
  );
  return rows;
}

/** Which of these records are in the recycle bin, as far as we know. */
export async function deletedRecords(
  tx: Queryable,
  portalId: PortalId,
  keys: readonly RecordKey[],
): Promise<RecordKey[]> {
  if (keys.length === 0) return [];
  const { rows } = await tx.query<RecordKey>(
    `select k.type, k.id from jsonb_to_recordset($2::jsonb) as k(type text, id text)
       join record r on r.portal_id = $1 and r.object_type = k.type and r.object_id = k.id
      where r.deleted_at is not null and r.survivor_id = r.object_id`,
    [portalId, JSON.stringify(keys.map(({ type, id }) => ({ type, id })))],
  );
  return rows;
}

/**
 * The records ever seen, page by page, contacts before deals. Companies come first, and only those without people: the others come
 * with their people.
 */
export async function recordsAfter(
  tx: Queryable,
  portalId: PortalId,
  after: RecordKey | undefined,
  limit: number,
): Promise<RecordKey[]> {
  const { rows } = await tx.query<RecordKey>(
    `select object_type as type, object_id as id from record
      where portal_id = $1 and (object_type, object_id) > ($2, $3)
        and not (object_type = 'company' and exists (
          select 1 from contact_company c where c.portal_id = $1 and c.company_id = record.object_id))
      order by object_type, object_id limit $4`,
    [portalId, after?.type ?? '', after?.id ?? '', limit],
  );
  return rows;
}

/** Which record each of these is now part of; only records we have seen. */
export async function survivorIds(
  tx: Queryable,
  portalId: PortalId,
  type: RecordType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordId>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; survivor_id: string }>(
    'select object_id as id, survivor_id from record where portal_id = $1 and object_type = $2 and object_id = any($3)',
    [portalId, type, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, recordId(row.survivor_id)]));
}

/** These records and all that were merged into what they are now part of; ids we have not seen are their own. */
export async function withMerged(
  tx: Queryable,
  portalId: PortalId,
  type: RecordType,
  ids: readonly string[],
): Promise<ReadonlyMap<RecordId, RecordId>> {
  if (ids.length === 0) return new Map();
  const own = await survivorIds(tx, portalId, type, ids);
  const survivorOf = new Map(ids.map((id) => [recordId(id), own.get(id) ?? recordId(id)]));
  const { rows } = await tx.query<{ id: string; survivor_id: string }>(
    'select object_id as id, survivor_id from record where portal_id = $1 and object_type = $2 and survivor_id = any($3)',
    [portalId, type, [...new Set(survivorOf.values())]],
  );
  for (const row of rows) survivorOf.set(recordId(row.id), recordId(row.survivor_id));
  return survivorOf;
}
