import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { OutboxRow, OutgoingRecord, WriteOutcome } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

/** Sets what records should say. Work is outgoing only where HubSpot has not confirmed that yet; a changed wish is tried again at once. */
export async function enqueue(
  tx: Queryable,
  portalId: PortalId,
  records: readonly OutgoingRecord[],
  dueAt: Instant,
): Promise<void> {
  if (records.length === 0) return;
  await tx.query(
    `insert into outbox as o (portal_id, object_type, object_id, ownership, lane, desired, pending, due_at)
     select $1, r.type, r.id, 'ours', r.lane, r.desired, r.desired <> '{}'::jsonb, $3
       from jsonb_to_recordset($2::jsonb) as r(type text, id text, lane smallint, desired jsonb)
     on conflict (portal_id, object_type, object_id, ownership) do update
       set desired = excluded.desired, lane = excluded.lane, due_at = excluded.due_at, attempts = 0, parked_reason = null,
           pending = excluded.desired <> o.confirmed
     where o.desired <> excluded.desired`,
    [portalId, JSON.stringify(records), dueAt],
  );
}

/**
 * Changes some of what contacts should say and leaves the rest; '' takes a value away. A record that is waiting for something more valuable
 * keeps its place.
 */
export async function enqueueFigures(
  tx: Queryable,
  portalId: PortalId,
  figures: readonly { readonly contactId: string; readonly values: Readonly<Record<string, string>> }[],
  lane: number,
  dueAt: Instant,
): Promise<void> {
  if (figures.length === 0) return;
  const rows = figures.map(({ contactId, values }) => ({
    id: contactId,
    names: Object.keys(values),
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
  }));
  await tx.query(
    `with wished as (
       select o.object_id, (o.desired - r.names) || r.values as desired
         from jsonb_to_recordset($2::jsonb) as r(id text, names text[], values jsonb)
         join outbox o on o.portal_id = $1 and o.object_type = 'contact' and o.object_id = r.id and o.ownership = 'ours')
     update outbox as o
        set desired = w.desired, lane = case when o.pending then least(o.lane, $3::smallint) else $3::smallint end,
            due_at = case when o.pending then o.due_at else $4 end, attempts = 0, parked_reason = null,
            pending = w.desired <> o.confirmed
       from wished w
      where o.portal_id = $1 and o.object_type = 'contact' and o.object_id = w.object_id and o.ownership = 'ours'
        and o.desired <> w.desired`,
    [portalId, JSON.stringify(rows), lane, dueAt],
  );
}

/** Due work of the most valuable lane, one record type at a time, so that it fits one batch call. */
export async function dueWrites(tx: Queryable, portalId: PortalId, now: Instant, limit: number): Promise<OutboxRow[]> {
  const first = await tx.query<{ lane: number; object_type: string }>(
    `select lane, object_type from outbox
      where portal_id = $1 and pending and parked_reason is null and due_at <= $2
      order by lane, object_type limit 1`,
    [portalId, now],
  );
  const next = first.rows[0];
  if (!next) return [];
  const { rows } = await tx.query<OutboxRow>(
    `select object_type as type, object_id as id, ownership, lane, desired, confirmed, attempts from outbox
      where portal_id = $1 and lane = $3 and object_type = $4 and pending and parked_reason is null and due_at <= $2
      order by due_at, object_id limit $5`,
    [portalId, now, next.lane, next.object_type, limit],
  );
  return rows;
}

/**
 * Records what HubSpot did. Confirmed is what was sent, so a wish that changed meanwhile stays outgoing; a refusal parks the row with
 * its reason; an unknown outcome is tried again later, as writing the same values twice does no harm. Where a merge made us unsure
 * meanwhile of what HubSpot says, the row is simply sent again.
 */
export async function settleWrites(
  tx: Queryable,
  portalId: PortalId,
  sent: readonly OutboxRow[],
  outcomes: readonly WriteOutcome[],
  retryAt: (attempts: number) => Instant,
): Promise<void> {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const rows = sent.map((row) => {
    const outcome = outcomeOf.get(row.id) ?? { id: row.id, kind: 'unknown', reason: 'no answer for this record' };
    return {
      type: row.type,
      id: row.id,
      ownership: row.ownership,
      before: row.confirmed,
      sent: row.desired,
      kind: outcome.kind,
      reason: outcome.kind === 'written' ? null : outcome.reason,
      retryAt: retryAt(row.attempts + 1),
    };
  });
  await tx.query(
    `update outbox o set
       confirmed = case when s.kind = 'written' then s.sent else o.confirmed end,
       pending = case when s.kind = 'written' then o.desired <> s.sent else o.pending end,
       parked_reason = case when s.kind = 'refused' and o.desired = s.sent then s.reason end,
       attempts = case when s.kind = 'unknown' then o.attempts + 1 else 0 end,
       due_at = case when s.kind = 'unknown' then s."retryAt" else o.due_at end
       from jsonb_to_recordset($2::jsonb) as s(type text, id text, ownership text, before jsonb, sent jsonb, kind text, reason text, "retryAt" bigint)
      where o.portal_id = $1 and o.object_type = s.type and o.object_id = s.id and o.ownership = s.ownership and o.confirmed = s.before`,
    [portalId, JSON.stringify(rows)],
  );
}

/** Nothing is written to records that are gone. Should one come back, it is compared with what HubSpot confirmed of it. */
export async function withdraw(
  tx: Queryable,
  portalId: PortalId,
  records: readonly { type: string; id: string }[],
): Promise<void> {
  if (records.length === 0) return;
  await tx.query(
    `update outbox o set desired = o.confirmed, pending = false, attempts = 0, parked_reason = null
       from jsonb_to_recordset($2::jsonb) as r(type text, id text)
      where o.portal_id = $1 and o.object_type = r.type and o.object_id = r.id`,
    [portalId, JSON.stringify(records)],
  );
}

/**
 * A merge in HubSpot mixes the values of two records: of the survivor we no longer know what it says. So all that either may say is
 * written, or cleared, once more.
 */
export async function mergeWrites(
  tx: Queryable,
  portalId: PortalId,
  { type, from, into }: { type: string; from: string; into: string },
): Promise<void> {
  await tx.query(
    `insert into outbox (portal_id, object_type, object_id, ownership, lane, desired, confirmed, pending, due_at)
     select $1, $2, r.survivor_id, o.ownership, min(o.lane), '{}', jsonb_object_agg(name, null), true, min(o.due_at)
       from record r
       join outbox o on o.portal_id = $1 and o.object_type = $2 and o.object_id in ($3, r.survivor_id)
      cross join jsonb_object_keys(o.desired || o.confirmed) as name
      where r.portal_id = $1 and r.object_type = $2 and r.object_id = $4
      group by r.survivor_id, o.ownership
     on conflict (portal_id, object_type, object_id, ownership) do update
       set confirmed = excluded.confirmed, pending = true, attempts = 0, parked_reason = null`,
    [portalId, type, from, into],
  );
  await tx.query('delete from outbox where portal_id = $1 and object_type = $2 and object_id = $3', [
    portalId,
    type,
    from,
  ]);
}

/** Puts off everything that was about to be sent, because the portal as a whole cannot be written to now. */
export async function postponeWrites(
  tx: Queryable,
  portalId: PortalId,
  rows: readonly OutboxRow[],
  until: Instant,
): Promise<void> {
  await tx.query(
    `update outbox set due_at = $4 where portal_id = $1 and object_type = any($2) and object_id = any($3) and pending`,
    [portalId, [...new Set(rows.map((row) => row.type))], rows.map((row) => row.id), until],
  );
}

/** When the next outgoing work is due; undefined when there is none. */
export async function nextDueAt(tx: Queryable, portalId: PortalId): Promise<Instant | undefined> {
  const { rows } = await tx.query<{ due_at: number | null }>(
    'select min(due_at) as due_at from outbox where portal_id = $1 and pending and parked_reason is null',
    [portalId],
  );
  return rows[0]?.due_at ?? undefined;
}
