import { compareFacts, type Fact, type RecordType } from '../domain/journey/fact.ts';
import { withMergedValues } from '../domain/journey/merged-values.ts';
import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { type RecordHistory, ON_CARD } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

interface RecordRow {
  id: string;
  created_at: number;
  deleted_at: number | null;
  survivor_id: string;
}

/** The records with these ids and those that were merged into them; only records we have seen. */
export async function recordsIn(
  tx: Queryable,
  portalId: PortalId,
  type: RecordType,
  ids: readonly RecordId[],
): Promise<RecordRow[]> {
  const columns = 'object_id as id, created_at, deleted_at, survivor_id';
  const { rows } = await tx.query<RecordRow>(
    `select ${columns} from record where portal_id = $1 and object_type = $2 and object_id = any($3)
      union
     select ${columns} from record where portal_id = $1 and object_type = $2 and survivor_id = any($3)`,
    [portalId, type, ids],
  );
  return rows;
}

interface FactRow {
  id: string;
  property: string;
  value: string;
  occurred_at: number;
  known_at: number;
  dated: boolean;
  is_echo: boolean;
  is_attribute: boolean;
  user_id: string | null;
  reason: string | null;
  set_by: string | null;
  on_card: boolean;
}

/** HubSpot's clock and ours may differ by this much when our own write is recognised. */
const CLOCK_SKEW_MS = 5_000;

/** HubSpot names the user who changed a value by hand; what software sets may bear the id of whoever installed it. */
const SET_BY = `case when source_id like 'userId:%' and (source_type = any(array['${ON_CARD}', 'CRM_UI', 'CRM_UI_BULK_ACTION', 'MOBILE_IOS', 'MOBILE_ANDROID']))
                 then substr(source_id, 8) end`;

/**
 * Records with their facts, and the values that rules ask about among them. A contact or company brings along what was told of those
 * merged into it. A deal does not: the merge itself writes the surviving deal's values, and a merged deal keeps its own past so that
 * its revenue can be taken back.
 */
export async function loadHistories(
  tx: Queryable,
  portalId: PortalId,
  type: RecordType,
  ids: readonly RecordId[],
): Promise<Map<RecordId, RecordHistory>> {
  if (ids.length === 0) return new Map();
  const records = await recordsIn(tx, portalId, type, ids);
  const { rows } = await tx.query<FactRow>(
    `select object_id as id, property, value, occurred_at, known_at, dated, exists (
              select 1 from intent i
               where i.portal_id = event.portal_id and i.object_type = event.object_type and i.object_id = event.object_id
                 and i.kind = 'set' and i.state in ('waiting', 'confirmed')
                 and event.source_type not in ('CRM_UI', 'MOBILE_IOS', 'MOBILE_ANDROID')
                 and (i.content -> event.property ->> 'to' = event.value
                      or event.value = '' and (i.content -> event.property ->> 'clearFirst')::boolean)
                 and event.occurred_at between i.sent_at - $4 and coalesce(i.settled_at, i.sent_at) + $4
            ) as is_echo, false as is_attribute, evidence ->> 'userId' as user_id, evidence ->> 'reason' as reason,
            ${SET_BY} as set_by, false as on_card
       from event
      where portal_id = $1 and object_type = $2 and object_id = any($3) and event_type in ('changed', 'decided')
      union all
     select object_id, property, value, occurred_at, known_at, dated, false, true, null, null,
            ${SET_BY}, source_type = $5 from attribute
      where portal_id = $1 and object_type = $2 and object_id = any($3)
      order by occurred_at, property, value`,
    [portalId, type, records.map((record) => record.id), CLOCK_SKEW_MS, ON_CARD],
  );
  const owner = new Map(records.map((record) => [record.id, type === 'deal' ? record.id : record.survivor_id]));
  const factsOf = Map.groupBy(rows, (row) => owner.get(row.id) ?? row.id);
  const mergedAt = new Map(records.map((record) => [recordId(record.id), record.deleted_at ?? record.created_at]));
  const wanted = new Set<string>(ids);
  return new Map(
    records
      .filter((record) => wanted.has(record.id))
      .map((record) => [recordId(record.id), historyOf(type, record, factsOf.get(record.id) ?? [], mergedAt)]),
  );
}

function historyOf(
  type: RecordType,
  row: RecordRow,
  told: readonly FactRow[],
  mergedAt: ReadonlyMap<RecordId, Instant>,
): RecordHistory {
  const id = recordId(row.id);
  const [attributes, events] = [told.filter((each) => each.is_attribute), told.filter((each) => !each.is_attribute)];
  const factOf = (each: FactRow): Fact => ({
    record: { type, id },
    property: each.property,
    value: each.value,
    occurredAt: each.occurred_at,
    knownAt: each.known_at,
    dated: each.dated,
    ...(each.is_echo ? { isEcho: true } : {}),
    ...(each.set_by === null ? {} : { setBy: each.set_by }),
    ...(each.on_card ? { onCard: true } : {}),
    ...(each.user_id === null ? {} : { decidedBy: { userId: each.user_id, reason: each.reason ?? '' } }),
  });
  const values = withMergedValues(
    id,
    attributes.map((each) => ({ ...factOf(each), toldOf: recordId(each.id) })),
    mergedAt,
  );
  return {
    id,
    createdAt: row.created_at,
    deletedAt: row.deleted_at ?? undefined,
    mergedInto: row.survivor_id === row.id ? undefined : recordId(row.survivor_id),
    facts: [...events.map(factOf), ...values].sort(compareFacts),
  };
}
