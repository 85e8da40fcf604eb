import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { InboxRow } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

export async function storeDelivery(
  tx: Queryable,
  portalId: PortalId,
  body: string,
  receivedAt: Instant,
): Promise<void> {
  await tx.query('insert into inbox (portal_id, body, received_at) values ($1, $2, $3)', [portalId, body, receivedAt]);
}

/** The oldest deliveries that were not worked on yet. */
export async function openDeliveries(tx: Queryable, portalId: PortalId, limit: number): Promise<InboxRow[]> {
  const { rows } = await tx.query<InboxRow>(
    `select inbox_id as "inboxId", body, received_at as "receivedAt" from inbox
      where portal_id = $1 and processed_at is null order by inbox_id limit $2`,
    [portalId, limit],
  );
  return rows;
}

export async function finishDeliveries(
  tx: Queryable,
  portalId: PortalId,
  ids: readonly number[],
  at: Instant,
): Promise<void> {
  await tx.query('update inbox set processed_at = $3 where portal_id = $1 and inbox_id = any($2)', [portalId, ids, at]);
}

export async function quarantine(
  tx: Queryable,
  portalId: PortalId,
  events: readonly { event: string; reason: string; receivedAt: Instant }[],
): Promise<void> {
  await tx.query(
    `insert into quarantine (portal_id, event, reason, received_at)
     select $1, q.event, q.reason, q."receivedAt" from jsonb_to_recordset($2::jsonb) as q(event text, reason text, "receivedAt" bigint)`,
    [portalId, JSON.stringify(events)],
  );
}

/** Processed deliveries hold personal values; they are kept for a week, long enough to recognise a redelivery by its events. */
export async function pruneDeliveries(tx: Queryable, portalId: PortalId, before: Instant): Promise<number> {
  const { rowCount } = await tx.query('delete from inbox where portal_id = $1 and processed_at < $2', [
    portalId,
    before,
  ]);
  return rowCount;
}
