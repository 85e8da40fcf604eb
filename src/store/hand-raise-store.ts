import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { HandRaise } from '../usecases/hand-raises.ts';
import type { Queryable } from './queryable.ts';

export async function addHandRaises(tx: Queryable, portalId: PortalId, raises: readonly HandRaise[]): Promise<void> {
  if (raises.length === 0) return;
  await tx.query(
    `insert into hand_raise (portal_id, contact_id, at, reason, trigger)
     select $1, h."contactId", h.at, h.reason, h.trigger
       from jsonb_to_recordset($2::jsonb) as h("contactId" text, at bigint, reason text, trigger text)
     on conflict do nothing`,
    [portalId, JSON.stringify(raises)],
  );
}

/** Hand-raises that are not part of the history yet, oldest first. */
export async function openHandRaises(tx: Queryable, portalId: PortalId, limit: number): Promise<HandRaise[]> {
  const { rows } = await tx.query<HandRaise>(
    `select contact_id as "contactId", at, reason, trigger from hand_raise
      where portal_id = $1 and processed_at is null order by at, contact_id limit $2`,
    [portalId, limit],
  );
  return rows;
}

export async function finishHandRaises(
  tx: Queryable,
  portalId: PortalId,
  raises: readonly HandRaise[],
  at: Instant,
): Promise<void> {
  await tx.query(
    `update hand_raise h set processed_at = $3
       from jsonb_to_recordset($2::jsonb) as d("contactId" text, at bigint)
      where h.portal_id = $1 and h.contact_id = d."contactId" and h.at = d.at`,
    [portalId, JSON.stringify(raises), at],
  );
}

/** Up to when conversions were looked for. */
export async function conversionsUntil(tx: Queryable, portalId: PortalId): Promise<Instant | undefined> {
  const { rows } = await tx.query<{ at: number | null }>(
    'select conversions_until as at from portal where portal_id = $1',
    [portalId],
  );
  return rows[0]?.at ?? undefined;
}

export async function saveConversionsUntil(tx: Queryable, portalId: PortalId, at: Instant): Promise<void> {
  await tx.query('update portal set conversions_until = $2 where portal_id = $1', [portalId, at]);
}
