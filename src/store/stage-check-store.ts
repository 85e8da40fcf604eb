import { DECIDED_STAGE, type RecordKey } from '../domain/journey/fact.ts';
import type { Milestone } from '../domain/journey/milestone.ts';
import type { StageCheck } from '../domain/stage/stage-check.ts';
import { type PortalId, recordId } from '../domain/values/ids.ts';
import type { StageCheckStore } from '../usecases/stage-check-ports.ts';
import type { Queryable } from './queryable.ts';

export const createStageCheckStore = (tx: Queryable, portalId: PortalId): StageCheckStore => ({
  unchecked: (from, until, limit) => unchecked(tx, portalId, from, until, limit),
  of: (records) => checksOf(tx, portalId, records),
  save: (checks, version) => saveStageChecks(tx, portalId, checks, version),
});

/** The check falls into the stay it is of: late news may move the beginning of a stay. */
const OF_STAY = `c.stage = v.milestone and c.entered_at between v.entered_at and coalesce(v.exited_at, c.entered_at)`;

async function unchecked(
  tx: Queryable,
  portalId: PortalId,
  from: number,
  until: number,
  limit: number,
): Promise<RecordKey[]> {
  const { rows } = await tx.query<{ type: RecordKey['type']; id: string }>(
    `select distinct v.object_type as type, v.object_id as id from visit v
      where v.portal_id = $1 and v.entered_at between $2 and $3 and v.basis = 'observed' and v.dated and v.property <> $4
        and not exists (
              select 1 from stage_check c
               where c.portal_id = $1 and c.object_type = v.object_type and c.object_id = v.object_id and ${OF_STAY})
        and not exists (
              select 1 from record m
                join stage_check c on c.portal_id = $1 and c.object_type = m.object_type and c.object_id = m.object_id
               where m.portal_id = $1 and m.object_type = v.object_type and m.survivor_id = v.object_id and ${OF_STAY})
      order by v.object_type, v.object_id limit $5`,
    [portalId, from, until, DECIDED_STAGE, limit],
  );
  return rows.map(({ type, id }) => ({ type, id: recordId(id) }));
}

async function checksOf(
  tx: Queryable,
  portalId: PortalId,
  records: readonly RecordKey[],
): Promise<Pick<StageCheck, 'record' | 'stage' | 'enteredAt'>[]> {
  const { rows } = await tx.query<{ type: RecordKey['type']; id: string; stage: Milestone; entered_at: number }>(
    `select k.type, k.id, c.stage, c.entered_at
       from jsonb_to_recordset($2::jsonb) as k(type text, id text)
       cross join lateral (
              select k.id as told union
              select object_id from record where portal_id = $1 and object_type = k.type and survivor_id = k.id
            ) as same
       join stage_check c on c.portal_id = $1 and c.object_type = k.type and c.object_id = same.told
      order by c.entered_at`,
    [portalId, JSON.stringify(records)],
  );
  return rows.map(({ type, id, stage, entered_at }) => ({
    record: { type, id: recordId(id) },
    stage,
    enteredAt: entered_at,
  }));
}

export async function saveStageChecks(
  tx: Queryable,
  portalId: PortalId,
  checks: readonly StageCheck[],
  definitionVersion: number,
): Promise<void> {
  if (checks.length === 0) return;
  const rows = checks.map(({ record, ...check }) => ({ ...check, ...record }));
  await tx.query(
    `insert into stage_check (portal_id, object_type, object_id, stage, entered_at, place, user_id, items, definition_version)
     select $1, c.type, c.id, c.stage, c."enteredAt", c.place, c."userId", c.items, $3
       from jsonb_to_recordset($2::jsonb) as c(type text, id text, stage text, "enteredAt" bigint, place text, "userId" text, items jsonb)
     on conflict do nothing`,
    [portalId, JSON.stringify(rows), definitionVersion],
  );
}
