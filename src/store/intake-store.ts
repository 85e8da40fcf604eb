import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { NewIntake } from '../usecases/take-in.ts';
import type { OpenRow, RowNeeds } from '../usecases/take-in-row.ts';
import type { Queryable } from './queryable.ts';
import { storableJson } from './storable-json.ts';

/** Signals and touches before lists, like the calls to HubSpot they need. */
const LANE = { signals: 10, touches: 10, list: 20 } as const;

/**
 * Stores a request and its rows. Repeated with the same idempotency key, it is the one that is there.
 *
 * @returns `undefined` when the key came with other content before
 */
export async function saveIntake(
  tx: Queryable,
  portalId: PortalId,
  intake: NewIntake,
): Promise<{ intakeId: string; duplicates: number } | undefined> {
  const { intakeId, kind, listId, idempotencyKey, contentHash, receivedAt } = intake;
  const { rowCount } = await tx.query(
    `insert into intake (portal_id, intake_id, kind, list_id, idempotency_key, content_hash, received_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (portal_id, idempotency_key) do nothing`,
    [portalId, intakeId, kind, listId, idempotencyKey, contentHash, receivedAt],
  );
  if (rowCount === 0) return intakeByKey(tx, portalId, idempotencyKey, contentHash);
  const duplicates = intake.rows.length - (await insertRows(tx, portalId, intake));
  if (duplicates > 0)
    await tx.query('update intake set duplicates = $3 where portal_id = $1 and intake_id = $2', [
      portalId,
      intakeId,
      duplicates,
    ]);
  return { intakeId, duplicates };
}

async function intakeByKey(tx: Queryable, portalId: PortalId, key: string | undefined, contentHash: string) {
  const { rows } = await tx.query<{ intakeId: string; duplicates: number }>(
    `select intake_id as "intakeId", duplicates from intake
      where portal_id = $1 and idempotency_key = $2 and content_hash = $3`,
    [portalId, key, contentHash],
  );
  return rows[0];
}

/** A person is in a list once, unless they were rejected. @returns how many rows wait now */
async function insertRows(tx: Queryable, portalId: PortalId, intake: NewIntake): Promise<number> {
  const { intakeId, kind, listId, receivedAt } = intake;
  const rows = [
    ...intake.rows.map(({ position, key, content, remark }) => ({ position, key, content, ...remark })),
    ...intake.rejected.map(({ row, field, why }) => ({ position: row, field, why })),
  ];
  const { rows: added } = await tx.query<{ waiting: number }>(
    `with added as (
       insert into intake_row (portal_id, intake_id, list_id, position, row_key, content, outcome, field, reason, lane, due_at)
       select $1, $2, $3, r.position, r.key, r.content, case when r.content is null then 'rejected' else 'waiting' end,
              r.field, r.why, $4, $5
         from jsonb_to_recordset($6::jsonb) as r(position int, key text, content jsonb, field text, why text)
        order by r.position
       on conflict do nothing returning outcome)
     select count(*) filter (where outcome = 'waiting')::int as waiting from added`,
    [portalId, intakeId, listId, LANE[kind], receivedAt, storableJson(rows)],
  );
  return added[0]?.waiting ?? 0;
}

/** Whether at least so many rows wait. */
export async function hasWaiting(tx: Queryable, portalId: PortalId, rows: number): Promise<boolean> {
  const { rows: found } = await tx.query(
    `select 1 from intake_row where portal_id = $1 and outcome = 'waiting' offset $2 limit 1`,
    [portalId, rows - 1],
  );
  return found.length > 0;
}

export async function openRows(tx: Queryable, portalId: PortalId, now: Instant, limit: number): Promise<OpenRow[]> {
  const { rows } = await tx.query<OpenRow>(
    `select r.row_id as "rowId", r.intake_id as "intakeId", i.received_at as "receivedAt", r.lane, r.attempts, r.content
       from intake_row r join intake i on i.portal_id = r.portal_id and i.intake_id = r.intake_id
      where r.portal_id = $1 and r.outcome = 'waiting' and r.due_at <= $2
      order by r.lane, r.attempts, r.row_id limit $3`,
    [portalId, now, limit],
  );
  return rows;
}

/** What was sent is forgotten; a remark made before stays unless there is a reason now. */
export async function finishRows(
  tx: Queryable,
  portalId: PortalId,
  outcomes: Parameters<RowNeeds['finishRows']>[1],
): Promise<void> {
  await tx.query(
    `update intake_row r
        set outcome = d.outcome, content = null, field = coalesce(d.field, r.field), reason = coalesce(d.why, r.reason)
       from jsonb_to_recordset($2::jsonb) as d("rowId" bigint, outcome text, field text, why text)
      where r.portal_id = $1 and r.row_id = d."rowId" and r.outcome = 'waiting'`,
    [portalId, storableJson(outcomes)],
  );
}

export async function putOffRows(
  tx: Queryable,
  portalId: PortalId,
  rowIds: readonly number[],
  until: Instant,
): Promise<void> {
  await tx.query(
    'update intake_row set attempts = attempts + 1, due_at = $3 where portal_id = $1 and row_id = any($2)',
    [portalId, rowIds, until],
  );
}

/** Requests of signals and touches that are done are forgotten; lists are kept, so that a person is in one once. */
export async function pruneIntakes(tx: Queryable, portalId: PortalId, before: Instant): Promise<void> {
  const old = `select intake_id from intake i where i.portal_id = $1 and i.received_at < $2 and i.list_id is null and not exists (
    select 1 from intake_row r where r.portal_id = $1 and r.intake_id = i.intake_id and r.outcome = 'waiting')`;
  await tx.query(`delete from intake_row where portal_id = $1 and intake_id in (${old})`, [portalId, before]);
  await tx.query(
    `delete from intake i where i.portal_id = $1 and i.received_at < $2 and i.list_id is null and not exists (
       select 1 from intake_row r where r.portal_id = $1 and r.intake_id = i.intake_id)`,
    [portalId, before],
  );
}
