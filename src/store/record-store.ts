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
