import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Queryable } from './queryable.ts';

export async function loadProgress(
  tx: Queryable,
  portalId: PortalId,
  step: string,
): Promise<{ cursor?: string; done: boolean }> {
  const { rows } = await tx.query<{ cursor: string | null; done: boolean }>(
    'select cursor, done from backfill_progress where portal_id = $1 and object_type = $2',
    [portalId, step],
  );
  const row = rows[0];
  return row ? { done: row.done, ...(row.cursor === null ? {} : { cursor: row.cursor }) } : { done: false };
}

/** Without a cursor the step is done. */
export async function saveProgress(
  tx: Queryable,
  portalId: PortalId,
  step: string,
  cursor: string | undefined,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into backfill_progress (portal_id, object_type, started_at, cursor, done) values ($1, $2, $3, $4, $5)
     on conflict (portal_id, object_type) do update set cursor = excluded.cursor, done = excluded.done`,
    [portalId, step, at, cursor ?? null, cursor === undefined],
  );
}

/** The whole read is in the history; the next one starts from the beginning. */
export async function finishBackfill(tx: Queryable, portalId: PortalId, at: Instant): Promise<void> {
  await tx.query('delete from backfill_progress where portal_id = $1', [portalId]);
  await tx.query('update portal set backfilled_at = $2 where portal_id = $1', [portalId, at]);
}
