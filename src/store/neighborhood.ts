import type { Fact, RecordKey, RecordType } from '../domain/journey/fact.ts';
import { compareIds, type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Neighborhood, RecordHistory } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

interface Link {
  contactId: RecordId;
  dealId: RecordId;
}

/** Loads everything the decision about the touched records needs, in two steps along the associations between contacts and deals. */
export async function loadNeighborhood(
  tx: Queryable,
  portalId: PortalId,
  touched: readonly RecordKey[],
): Promise<Neighborhood> {
  const touchedContacts = idsOf(touched, 'contact');
  const affectedDeals = union(
    idsOf(touched, 'deal'),
    (await linksOf(tx, portalId, 'contact_id', touchedContacts)).map((link) => link.dealId),
  );
  const affectedContacts = union(
    touchedContacts,
    (await linksOf(tx, portalId, 'deal_id', affectedDeals)).map((link) => link.contactId),
  );
  const dealIds = union(
    affectedDeals,
    (await linksOf(tx, portalId, 'contact_id', affectedContacts)).map((link) => link.dealId),
  );
  const links = await linksOf(tx, portalId, 'deal_id', dealIds);
  const contactIds = union(
    affectedContacts,
    links.map((link) => link.contactId),
  );
  return {
    affectedContacts,
    affectedDeals,
    links,
    contacts: await loadHistories(tx, portalId, 'contact', contactIds),
    deals: await loadHistories(tx, portalId, 'deal', dealIds),
  };
}

const idsOf = (keys: readonly RecordKey[], type: RecordType): RecordId[] =>
  keys.filter((key) => key.type === type).map((key) => key.id);

const union = (a: readonly RecordId[], b: readonly RecordId[]): RecordId[] => [...new Set([...a, ...b])];

/** Associations between surviving records: a merged contact's deals are its survivor's. */
async function linksOf(
  tx: Queryable,
  portalId: PortalId,
  by: 'contact_id' | 'deal_id',
  ids: readonly RecordId[],
): Promise<Link[]> {
  if (ids.length === 0) return [];
  const own = await recordsIn(tx, portalId, by === 'contact_id' ? 'contact' : 'deal', ids);
  const { rows } = await tx.query<{ contact_id: string; deal_id: string }>(
    `select contact_id, deal_id from association where portal_id = $1 and ${by} = any($2)`,
    [portalId, [...new Set([...ids, ...own.map((record) => record.id)])]],
  );
  const contacts = await survivorOf(
    tx,
    portalId,
    'contact',
    rows.map((row) => row.contact_id),
  );
  const deals = await survivorOf(
    tx,
    portalId,
    'deal',
    rows.map((row) => row.deal_id),
  );
  const links = rows.map((row) => ({ contactId: contacts(row.contact_id), dealId: deals(row.deal_id) }));
  return [...new Map(links.map((link) => [`${link.contactId} ${link.dealId}`, link])).values()].sort(
    (a, b) => compareIds(a.dealId, b.dealId) || compareIds(a.contactId, b.contactId),
  );
}

/** Says of an id which record it now belongs to; an id we have not seen is its own. */
async function survivorOf(
  tx: Queryable,
  portalId: PortalId,
  type: RecordType,
  ids: readonly string[],
): Promise<(id: string) => RecordId> {
  const { rows } = await tx.query<{ id: string; survivor_id: string }>(
    'select object_id as id, survivor_id from record where portal_id = $1 and object_type = $2 and object_id = any($3)',
    [portalId, type, [...new Set(ids)]],
  );
  const survivors = new Map(rows.map((row) => [row.id, row.survivor_id]));
  return (id) => recordId(survivors.get(id) ?? id);
}

interface RecordRow {
  id: string;
  created_at: number;
  deleted_at: number | null;
  survivor_id: string;
}

/** The records with these ids and those that were merged into them; only records we have seen. */
async function recordsIn(
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
}

/** HubSpot's clock and ours may differ by this much when our own write is recognised. */
const CLOCK_SKEW_MS = 5_000;

/**
 * Records with their facts. A contact brings along what was told of contacts merged into it. A deal does not: the merge itself writes
 * the surviving deal's values, and a merged deal keeps its own past so that its revenue can be taken back.
 */
async function loadHistories(
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
            ) as is_echo
       from event
      where portal_id = $1 and object_type = $2 and object_id = any($3) and event_type in ('changed', 'decided')
      order by occurred_at, property, value`,
    [portalId, type, records.map((record) => record.id), CLOCK_SKEW_MS],
  );
  const owner = new Map(records.map((record) => [record.id, type === 'contact' ? record.survivor_id : record.id]));
  const factsOf = Map.groupBy(rows, (row) => owner.get(row.id) ?? row.id);
  const wanted = new Set<string>(ids);
  return new Map(
    records
      .filter((record) => wanted.has(record.id))
      .map((record) => [recordId(record.id), historyOf(type, record, factsOf.get(record.id) ?? [])]),
  );
}

const historyOf = (type: RecordType, row: RecordRow, facts: readonly FactRow[]): RecordHistory => ({
  id: recordId(row.id),
  createdAt: row.created_at,
  deletedAt: row.deleted_at ?? undefined,
  mergedInto: row.survivor_id === row.id ? undefined : recordId(row.survivor_id),
  facts: facts.map((each): Fact => ({
    record: { type, id: recordId(row.id) },
    property: each.property,
    value: each.value,
    occurredAt: each.occurred_at,
    knownAt: each.known_at,
    dated: each.dated,
    ...(each.is_echo ? { isEcho: true } : {}),
  })),
});
