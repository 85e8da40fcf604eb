import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { type OfferRows, RESPONSE_BUCKETS } from '../usecases/health-view.ts';
import type { Queryable } from './queryable.ts';

const MINUTE = 60_000;

/** Offers made since an instant, counted by who decided them where, by outcome, and by how long the first response took. */
export async function loadOfferFigures(
  tx: Queryable,
  portalId: PortalId,
  since: Instant,
  now: Instant,
): Promise<OfferRows> {
  const OFFERED = 'h.portal_id = $1 and h.offered_at >= $2';
  const adoption = await tx.query<OfferRows['adoption'][number]>(
    `select h.owner_id as "ownerId", count(*) filter (where h.state <> 'offered' and h.decided_by is not null)::integer as "onCards",
            count(*) filter (where h.state <> 'offered' and h.decided_by is null)::integer as "inHubSpot",
            count(*) filter (where h.state = 'offered')::integer as open,
            count(*) filter (where coalesce(c.stopped_at, $3) > c.due_at)::integer as late
       from handoff h join clock c on c.portal_id = h.portal_id and c.handoff_id = h.handoff_id
      where ${OFFERED} group by h.owner_id`,
    [portalId, since, now],
  );
  const outcomes = await tx.query<OfferRows['outcomes'][number]>(
    `select h.state, h.reason, count(*)::integer as count from handoff h where ${OFFERED} and h.kind = 'lead' group by h.state, h.reason`,
    [portalId, since],
  );
  const response = await tx.query<OfferRows['response'][number]>(
    `select width_bucket(c.stopped_at - c.started_at - 1, $3::bigint[]) as bucket, count(*)::integer as whole,
            count(*) filter (where exists (
              select 1 from visit v where v.portal_id = h.portal_id and v.contact_id = h.contact_id and v.milestone = 'MQO'
                 and v.entered_at >= h.offered_at))::integer as part
       from handoff h join clock c on c.portal_id = h.portal_id and c.handoff_id = h.handoff_id
      where ${OFFERED} and h.kind = 'lead' and c.stopped_at is not null group by bucket`,
    [portalId, since, RESPONSE_BUCKETS.flatMap(({ most }) => (most === null ? [] : [most * MINUTE]))],
  );
  return { adoption: adoption.rows, outcomes: outcomes.rows, response: response.rows };
}
