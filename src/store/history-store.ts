import type { RecordKey } from '../domain/journey/fact.ts';
import { type PortalId, recordId } from '../domain/values/ids.ts';
import type { Observation } from '../usecases/ports.ts';
import { applyCompanyLinks } from './company-link-store.ts';
import { applyDealLinks } from './deal-link-store.ts';
import { COMPANY_LINK, CONTACT_LINK, type EventRow, isLink } from './event-row.ts';
import type { Queryable } from './queryable.ts';
import { applyRecordStates } from './record-state-store.ts';
import { storableJson } from './storable-json.ts';
import { withMoments } from './undated-rows.ts';

/**
 * Adds observations to the history. What is there already, by record, property, value and instant, changes nothing: so redelivery,
 * reordering and repeated reads are harmless. Values that may be personal are kept beside the history, in the same way.
 *
 * @returns the records whose history changed, and how many lines are new
 */
export async function observe(
  tx: Queryable,
  portalId: PortalId,
  observations: readonly Observation[],
): Promise<{ touched: RecordKey[]; added: number }> {
  const seen = await saveSeen(tx, portalId, observations);
  const isAttribute = (each: Observation) => each.kind === 'changed' && each.isAttribute === true;
  const events = observations.filter((each) => !isAttribute(each)).flatMap(eventRow);
  const attributes = observations.filter(isAttribute).flatMap(eventRow);
  const added = [
    ...(await insertEvents(tx, portalId, await withMoments(tx, portalId, 'event', events))),
    ...(await insertAttributes(tx, portalId, await withMoments(tx, portalId, 'attribute', attributes))),
  ];
  await applyDealLinks(tx, portalId, added);
  await applyRecordStates(tx, portalId, added);
  await applyCompanyLinks(tx, portalId, added);
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
      const { kind: event_type, at, knownAt, dated } = observation;
      return [{ ...base, ...linkOf(observation), event_type, occurred_at: at, known_at: knownAt, dated }];
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

/** A deal names its contacts, a contact its company. */
function linkOf(link: Extract<Observation, { kind: 'associated' | 'dissociated' }>) {
  return 'dealId' in link
    ? { object_type: 'deal', object_id: link.dealId, property: CONTACT_LINK, value: link.contactId }
    : { object_type: 'contact', object_id: link.contactId, property: COMPANY_LINK, value: link.companyId };
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

async function insertAttributes(tx: Queryable, portalId: PortalId, rows: readonly EventRow[]): Promise<EventRow[]> {
  if (rows.length === 0) return [];
  const inserted = await tx.query<EventRow>(
    `insert into attribute (portal_id, object_type, object_id, property, value, occurred_at, known_at, dated, source_type, source_id)
     select $1, a.object_type, a.object_id, a.property, a.value, a.occurred_at, a.known_at, a.dated, a.source_type, a.source_id
       from jsonb_to_recordset($2::jsonb) as a(object_type text, object_id text, property text, value text,
            occurred_at bigint, known_at bigint, dated boolean, source_type text, source_id text)
     on conflict (portal_id, object_type, object_id, property, occurred_at, md5(value)) do nothing
     returning 'changed' as event_type, object_type, object_id, property, value, occurred_at, known_at, dated, source_type, source_id`,
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

/**
 * A line touches the record it is about; a deal's link and a merge touch both ends. A company's link touches the contact alone, with
 * which the company comes: for its other people nothing has changed, and there may be thousands.
 */
function recordsOf(row: EventRow): RecordKey[] {
  const own = { type: row.object_type as RecordKey['type'], id: recordId(row.object_id) };
  if (row.event_type === 'merged') return [own, { type: own.type, id: recordId(row.value) }];
  if (isLink(row, CONTACT_LINK)) return [own, { type: 'contact', id: recordId(row.value) }];
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
