import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Queryable } from './queryable.ts';

/** Whether the machinery moves: what waits, what was set aside, and how old the oldest waiting work is. */
export interface WorkStatus {
  readonly events: number;
  readonly inboxOpen: number;
  readonly oldestInboxAt: Instant | null;
  readonly outboxOpen: number;
  readonly parked: number;
  readonly quarantined: number;
}

export async function workStatus(tx: Queryable, portalId: PortalId): Promise<WorkStatus> {
  const { rows } = await tx.query<WorkStatus>(
    `select (select count(*)::int from event where portal_id = $1) as events,
            (select count(*)::int from inbox where portal_id = $1 and processed_at is null) as "inboxOpen",
            (select min(received_at) from inbox where portal_id = $1 and processed_at is null) as "oldestInboxAt",
            (select count(*)::int from outbox where portal_id = $1 and pending and parked_reason is null) as "outboxOpen",
            (select count(*)::int from outbox where portal_id = $1 and parked_reason is not null) as parked,
            (select count(*)::int from quarantine where portal_id = $1) as quarantined`,
    [portalId],
  );
  const row = rows[0];
  if (!row) throw new Error('A count always answers one row.');
  return row;
}
