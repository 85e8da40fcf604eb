import type { FunnelJourney } from '../domain/funnel/journey-columns.ts';
import type { Visit } from '../domain/journey/journey.ts';
import type { Milestone, Track } from '../domain/journey/milestone.ts';
import type { RecordType } from '../domain/journey/fact.ts';
import { type PortalId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { parseMoney } from '../domain/values/money.ts';
import type { DimensionHistory } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

interface JourneyRow {
  contact_id: string;
  attempt: number;
  started_at: number;
  channel: string;
}

interface VisitRow {
  contact_id: string;
  attempt: number;
  object_type: RecordType;
  object_id: string;
  milestone: Milestone;
  track: Track;
  entered_at: number;
  exited_at: number | null;
  basis: Visit['basis'];
  dated: boolean;
  property: string;
}

/** A journey as the funnel counts it, its channel included. */
export interface CountedJourney extends FunnelJourney {
  readonly channel: string;
}

/** All journeys that count, lowest contact id first; breakdown values as they were when each journey started. */
export async function loadFunnelJourneys(tx: Queryable, portalId: PortalId): Promise<CountedJourney[]> {
  const journeys = await tx.query<JourneyRow>(
    `select contact_id, attempt, started_at, channel from journey
      where portal_id = $1 and excluded is null order by length(contact_id), contact_id, attempt`,
    [portalId],
  );
  const records = await tx.query<{ id: string; dimensions: DimensionHistory }>(
    `select object_id as id, dimensions from record where portal_id = $1 and object_type = 'contact'`,
    [portalId],
  );
  const dimensionsOf = new Map(records.rows.map((row) => [row.id, row.dimensions]));
  const visits = await tx.query<VisitRow>(
    `select contact_id, attempt, object_type, object_id, milestone, track, entered_at, exited_at, basis, dated, property
       from visit where portal_id = $1 and contact_id is not null
      order by entered_at, object_type, object_id, seq`,
    [portalId],
  );
  const visitsOf = Map.groupBy(visits.rows, (row) => `${row.contact_id} ${row.attempt}`);
  return journeys.rows.map((row) => ({
    contactId: recordId(row.contact_id),
    attempt: row.attempt,
    channel: row.channel,
    visits: (visitsOf.get(`${row.contact_id} ${row.attempt}`) ?? []).map(visitOf),
    dimensions: dimensionsAt(dimensionsOf.get(row.contact_id) ?? {}, row.started_at),
  }));
}

const visitOf = (row: VisitRow): Visit => ({
  milestone: row.milestone,
  track: row.track,
  enteredAt: row.entered_at,
  exitedAt: row.exited_at ?? undefined,
  basis: row.basis,
  dated: row.dated,
  carrier: { type: row.object_type, id: recordId(row.object_id), property: row.property },
});

/** The value in force when the journey started, else the first one told later. */
function dimensionsAt(dimensions: DimensionHistory, at: Instant): Record<string, string> {
  return Object.fromEntries(
    Object.entries(dimensions).map(([name, values]) => [
      name,
      (values.findLast(([since]) => since <= at) ?? values[0])?.[1] ?? '',
    ]),
  );
}

/** How many journeys every total leaves out, by reason. */
export async function countExcluded(tx: Queryable, portalId: PortalId): Promise<Record<string, number>> {
  const { rows } = await tx.query<{ excluded: string; n: number }>(
    'select excluded, count(*)::int as n from journey where portal_id = $1 and excluded is not null group by excluded order by excluded',
    [portalId],
  );
  return Object.fromEntries(rows.map((row) => [row.excluded, row.n]));
}

/** A deal with its visits, for pipeline figures as of any instant. */
export interface CountedDeal {
  readonly dealId: string;
  readonly createdAt: Instant;
  readonly amount: ReturnType<typeof parseMoney>;
  readonly currency: string;
  readonly visits: readonly Visit[];
}

export async function loadDeals(tx: Queryable, portalId: PortalId): Promise<CountedDeal[]> {
  const deals = await tx.query<{ deal_id: string; created_at: number; amount: string | null; currency: string }>(
    'select deal_id, created_at, amount, currency from deal where portal_id = $1 and excluded is null order by length(deal_id), deal_id',
    [portalId],
  );
  const visits = await tx.query<VisitRow>(
    `select contact_id, attempt, object_type, object_id, milestone, track, entered_at, exited_at, basis, dated, property
       from visit where portal_id = $1 and object_type = 'deal' order by seq`,
    [portalId],
  );
  const visitsOf = Map.groupBy(visits.rows, (row) => row.object_id);
  return deals.rows.map((row) => ({
    dealId: row.deal_id,
    createdAt: row.created_at,
    amount: row.amount === null ? undefined : parseMoney(row.amount),
    currency: row.currency,
    visits: (visitsOf.get(row.deal_id) ?? []).map(visitOf),
  }));
}
