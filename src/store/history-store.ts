import type { RecordKey } from '../domain/journey/fact.ts';
import { type PortalId, recordId } from '../domain/values/ids.ts';
import type { Observation } from '../usecases/ports.ts';
import { mergeWrites } from './outbox-store.ts';
import type { Queryable } from './queryable.ts';
import { storableJson } from './storable-json.ts';

/** One line of the append-only history, as it goes into the table. */
interface EventRow {
  event_type: string;
  object_type: string;
  object_id: string;
  property: string;
  value: string;
  occurred_at: number;
  known_at: number;
  dated: boolean;
  source_type: string;
  source_id: string;
}

/**
 * Adds observations to the history. What is there already, by record, property, value and instant, changes nothing: so redelivery,
 * reordering and repeated reads are harmless.
 *
 * @returns the records whose history changed, and how many lines are new
 */
export async function observe(
  tx: Queryable,
  portalId: PortalId,
  observations: readonly Observation[],
): Promise<{ touched: RecordKey[]; added: number }> {
  const seen = await saveSeen(tx, portalId, observations);
  const added = await insertEvents(tx, portalId, observations.flatMap(eventRow));
  await applyAssociations(tx, portalId, added);
  await applyRecordStates(tx, portalId, added);
  return { touched: await survivorsOf(tx, portalId, [...seen, ...added.flatMap(recordsOf)]), added: added.length };
}

function eventRow(observation: Observation): EventRow[] {
  const base = { property: '', value: '', dated: true, source_type: '', source_id: '' };
  switch (observation.kind) {
    case 'seen':
      return [];
    case 'changed': {
      const { record, property, value, occurredAt, knownAt, dated } = observation.fact;
      const { sourceType: source_type, sourceId: source_id } = observation;
      const when = { occurred_at: occurredAt, known_at: knownAt, dated };
      return [
        {
          event_type: 'changed',
          object_type: record.type,
          object_id: record.id,
          property,
          value,
          ...when,
          source_type,
          source_id,
        },
      ];
    }
    case 'associated':
    case 'dissociated': {
      const { kind, contactId, dealId, at, knownAt, dated } = observation;
      const when = { occurred_at: at, known_at: knownAt };
      return [
        {
          ...base,
          event_type: kind,
          object_type: 'deal',
          object_id: dealId,
          property: 'contact',
          value: contactId,
          ...when,
          dated,
        },
      ];
    }
    case 'deleted':
    case 'restored':
    case 'merged': {
      const { kind, record, at, knownAt } = observation;
      const value = kind === 'merged' ? observation.into : '';
      return [
        {
          ...base,
          event_type: kind,
          object_type: record.type,
          object_id: record.id,
          value,
          occurred_at: at,
          known_at: knownAt,
        },
      ];
    }
  }
}

async function insertEvents(tx: Queryable, portalId: PortalId, rows: readonly EventRow[]): Promise<EventRow[]> {
  if (rows.length === 0) return [];
  const inserted = await tx.query<EventRow>(
    `insert into event (portal_id, kind, event_type, object_type, object_id, property, value, occurred_at, known_at, dated, source_type, source_id)
     select $1, 'observed', e.event_type, e.object_type, e.object_id, e.property, e.value, e.occurred_at, e.known_at, e.dated, e.source_type, e.source_id
       from jsonb_to_recordset($2::jsonb) as e(event_type text, object_type text, object_id text, property text, value text,
            occurred_at bigint, known_at bigint, dated boolean, source_type text, source_id text)
     on conflict (portal_id, object_type, object_id, event_type, property, occurred_at, value) where kind = 'observed' do nothing
     returning event_type, object_type, object_id, property, value, occurred_at, known_at, dated, source_type, source_id`,
    [portalId, storableJson(rows)],
  );
  return inserted.rows;
}

/** Keeps the record itself: when it was created, and its breakdown values. Touches it when it is new or those changed. */
async function saveSeen(tx: Queryable, portalId: PortalId, observations: readonly Observation[]): Promise<RecordKey[]> {
  const seen = observations.flatMap((each) => (each.kind === 'seen' ? [each] : []));
  if (seen.length === 0) return [];
  const latest = new Map(seen.map((each) => [`${each.record.type} ${each.record.id}`, each]));
  const rows = [...latest.values()].map((each) => ({
    ...each.record,
    created_at: each.createdAt,
    dimensions: each.dimensions,
  }));
  const changed = await tx.query<{ object_type: RecordKey['type']; object_id: string }>(
    `insert into record as known (portal_id, object_type, object_id, created_at, survivor_id, dimensions)
     select $1, r.type, r.id, r.created_at, r.id, r.dimensions
       from jsonb_to_recordset($2::jsonb) as r(type text, id text, created_at bigint, dimensions jsonb)
     on conflict (portal_id, object_type, object_id) do update set created_at = excluded.created_at, dimensions = excluded.dimensions
       where known.dimensions <> excluded.dimensions or known.created_at <> excluded.created_at
     returning object_type, object_id`,
    [portalId, storableJson(rows)],
  );
  return changed.rows.map((row) => ({ type: row.object_type, id: recordId(row.object_id) }));
}

/** Which contacts and deals belong together now: the latest word on each pair counts. */
async function applyAssociations(tx: Queryable, portalId: PortalId, added: readonly EventRow[]): Promise<void> {
  const deals = [
    ...new Set(
      added.filter((row) => row.property === 'contact' && row.event_type !== 'changed').map((row) => row.object_id),
    ),
  ];
  if (deals.length === 0) return;
  await tx.query('delete from association where portal_id = $1 and deal_id = any($2)', [portalId, deals]);
  await tx.query(
    `insert into association (portal_id, contact_id, deal_id)
     select portal_id, value, object_id from (
       select distinct on (object_id, value) portal_id, object_id, value, event_type from event
        where portal_id = $1 and kind = 'observed' and object_type = 'deal' and object_id = any($2) and event_type in ('associated', 'dissociated')
        order by object_id, value, occurred_at desc, event_type
     ) latest where event_type = 'associated'`,
    [portalId, deals],
  );
}

/** Deletion, restoration and merging: the latest deletion or restoration counts; a merge is for ever and moves what was merged before. */
async function applyRecordStates(tx: Queryable, portalId: PortalId, added: readonly EventRow[]): Promise<void> {
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

/** A line touches the record it is about; an association or a merge touches both ends. */
function recordsOf(row: EventRow): RecordKey[] {
  const own = { type: row.object_type as RecordKey['type'], id: recordId(row.object_id) };
  if (row.event_type === 'merged') return [own, { type: own.type, id: recordId(row.value) }];
  if (row.event_type === 'associated' || row.event_type === 'dissociated')
    return [own, { type: 'contact', id: recordId(row.value) }];
  return [own];
}

async function survivorsOf(tx: Queryable, portalId: PortalId, keys: readonly RecordKey[]): Promise<RecordKey[]> {
  if (keys.length === 0) return [];
  const { rows } = await tx.query<{ type: RecordKey['type']; id: string }>(
    `select distinct k.type, coalesce(r.survivor_id, k.id) as id
       from jsonb_to_recordset($2::jsonb) as k(type text, id text)
       left join record r on r.portal_id = $1 and r.object_type = k.type and r.object_id = k.id
      union
     select distinct k.type, k.id from jsonb_to_recordset($2::jsonb) as k(type text, id text)`,
    [portalId, JSON.stringify(keys)],
  );
  return rows.map((row) => ({ type: row.type, id: recordId(row.id) }));
}
