import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import { CONTACT_LINK, type EventRow, isLink } from './event-row.ts';
import type { Queryable } from './queryable.ts';

/** Which contacts and deals belong together now: the latest word on each pair counts. */
export async function applyDealLinks(tx: Queryable, portalId: PortalId, added: readonly EventRow[]): Promise<void> {
  const deals = [...new Set(added.filter((row) => isLink(row, CONTACT_LINK)).map((row) => row.object_id))];
  if (deals.length === 0) return;
  await tx.query('delete from association where portal_id = $1 and deal_id = any($2)', [portalId, deals]);
  await tx.query(
    `insert into association (portal_id, contact_id, deal_id)
     select portal_id, value, object_id from (
       select distinct on (object_id, value) portal_id, object_id, value, event_type from event
        where portal_id = $1 and kind = 'observed' and object_type = 'deal' and object_id = any($2) and event_type in ('associated', 'dissociated')
        order by object_id, value, occurred_at desc, event_type
     ) latest where event_type = 'associated'`,
    [portalId, deals],
  );
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
