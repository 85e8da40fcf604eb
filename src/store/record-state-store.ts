import type { PortalId } from '../domain/values/ids.ts';
import type { EventRow } from './event-row.ts';
import { mergeWrites } from './outbox-store.ts';
import type { Queryable } from './queryable.ts';

/** Deletion, restoration and merging: the latest deletion or restoration counts; a merge is for ever and moves what was merged before. */
export async function applyRecordStates(tx: Queryable, portalId: PortalId, added: readonly EventRow[]): Promise<void> {
  const states = added.filter((row) => ['deleted', 'restored', 'merged'].includes(row.event_type));
  for (const row of states) {
    await tx.query(
      `insert into record (portal_id, object_type, object_id, created_at, survivor_id) values ($1, $2, $3, $4, $3)
       on conflict (portal_id, object_type, object_id) do nothing`,
      [portalId, row.object_type, row.object_id, row.occurred_at],
    );
    if (row.event_type === 'merged') await mergeRecord(tx, portalId, row);
    await refreshDeletion(tx, portalId, row);
  }
}

async function mergeRecord(
  tx: Queryable,
  portalId: PortalId,
  { object_type, object_id, value, occurred_at }: EventRow,
): Promise<void> {
  await tx.query(
    `insert into record (portal_id, object_type, object_id, created_at, survivor_id) values ($1, $2, $3, $4, $3)
     on conflict (portal_id, object_type, object_id) do nothing`,
    [portalId, object_type, value, occurred_at],
  );
  await tx.query(
    `update record set survivor_id = (select survivor_id from record where portal_id = $1 and object_type = $2 and object_id = $4)
      where portal_id = $1 and object_type = $2 and survivor_id = $3 and object_id <> $4`,
    [portalId, object_type, object_id, value],
  );
  await mergeWrites(tx, portalId, { type: object_type, from: object_id, into: value });
}

async function refreshDeletion(tx: Queryable, portalId: PortalId, { object_type, object_id }: EventRow): Promise<void> {
  await tx.query(
    `with told as (
       select event_type, occurred_at from event
        where portal_id = $1 and kind = 'observed' and object_type = $2 and object_id = $3 and event_type in ('deleted', 'restored', 'merged'))
     update record set deleted_at = coalesce(
       (select min(occurred_at) from told where event_type = 'merged'),
       (select case when event_type = 'deleted' then occurred_at end from told order by occurred_at desc, event_type limit 1))
      where portal_id = $1 and object_type = $2 and object_id = $3`,
    [portalId, object_type, object_id],
  );
}
