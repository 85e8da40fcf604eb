import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Queryable } from './queryable.ts';

/** Keeps the open pipeline of a local day (`YYYY-MM-DD`) as it stands now. Taken once; a repeated run changes nothing. */
export async function takeSnapshot(tx: Queryable, portalId: PortalId, day: string, at: Instant): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into pipeline_snapshot (portal_id, day, deal_id, pipeline, stage, milestone, amount, currency, close_date, owner_id, taken_at)
     select portal_id, $2, deal_id, pipeline, stage, milestone, amount, currency, close_date, owner_id, $3
       from deal
      where portal_id = $1 and excluded is null and coalesce(milestone, '') not in ('WON', 'LOST')
        and not exists (select 1 from pipeline_snapshot s where s.portal_id = $1 and s.day = $2)`,
    [portalId, day, at],
  );
  return rowCount;
}
