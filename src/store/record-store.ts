import type { RecordKey } from '../domain/journey/fact.ts';
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

/** The records ever seen, contacts before deals, page by page. */
export async function recordsAfter(
  tx: Queryable,
  portalId: PortalId,
  after: RecordKey | undefined,
  limit: number,
): Promise<RecordKey[]> {
  const { rows } = await tx.query<RecordKey>(
    `select object_type as type, object_id as id from record
      where portal_id = $1 and (object_type, object_id) > ($2, $3) order by object_type, object_id limit $4`,
    [portalId, after?.type ?? '', after?.id ?? '', limit],
  );
  return rows;
}

/** The contacts we hold for each deal; only deals of which an association was ever told are in the map. */
export async function knownContacts(
  tx: Queryable,
  portalId: PortalId,
  dealIds: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, readonly RecordId[]>> {
  const { rows } = await tx.query<{ deal_id: string; contacts: string[] }>(
    `select e.object_id as deal_id,
            coalesce((select array_agg(a.contact_id) from association a where a.portal_id = $1 and a.deal_id = e.object_id), '{}') as contacts
       from event e
      where e.portal_id = $1 and e.kind = 'observed' and e.object_type = 'deal' and e.object_id = any($2) and e.event_type in ('associated', 'dissociated')
      group by e.object_id`,
    [portalId, dealIds],
  );
  return new Map(rows.map((row) => [recordId(row.deal_id), row.contacts.map(recordId)]));
}
