import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { IS_HELD, MOST_ACTIVE_FIRST } from './assessment-store.ts';
import type { Queryable } from './queryable.ts';

/** How many are held, and how many of them may be let through on a day. */
export async function heldCount(tx: Queryable, portalId: PortalId): Promise<{ count: number; perDay: number }> {
  const { rows } = await tx.query<{ count: number; perDay: number }>(
    `select (select count(*)::integer from assessment a where ${IS_HELD}) as count, release_per_day as "perDay"
       from portal where portal_id = $1`,
    [portalId],
  );
  return rows[0] ?? { count: 0, perDay: 0 };
}

/**
 * Held people who may still be let through on a local day, the most active first.
 *
 * @param now  whoever was looked at just now is looked at again in a minute
 */
export async function releasable(
  tx: Queryable,
  portalId: PortalId,
  day: string,
  now: Instant,
  limit: number,
): Promise<RecordId[]> {
  const { rows } = await tx.query<{ contact_id: string }>(
    `select a.contact_id from assessment a where ${IS_HELD} and a.seen_until < $2
      order by ${MOST_ACTIVE_FIRST}
      limit greatest(0, least($3, (select release_per_day from portal where portal_id = $1)
                                    - (select count(*) from release where portal_id = $1 and day = $4)))`,
    [portalId, now, limit, day],
  );
  return rows.map((row) => recordId(row.contact_id));
}

export async function noteReleased(
  tx: Queryable,
  portalId: PortalId,
  contactIds: readonly RecordId[],
  day: string,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into release (portal_id, day, contact_id, at) select $1, $2, unnest($3::text[]), $4
     on conflict (portal_id, day, contact_id) do update set at = excluded.at`,
    [portalId, day, contactIds, at],
  );
}
