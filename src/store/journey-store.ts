import type { Journey, Visit } from '../domain/journey/journey.ts';
import type { RevenueEntry } from '../domain/pipeline/revenue-ledger.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { formatMoney, type Money } from '../domain/values/money.ts';
import { ENGINE_VERSION } from '../domain/engine-version.ts';
import type { DealState, PersonState } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

/** Replaces the journeys and person-track visits of these people; deal-track visits only learn which attempt they belong to. */
export async function savePeople(
  tx: Queryable,
  portalId: PortalId,
  people: readonly PersonState[],
  definitionVersion: number,
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map((person) => person.contactId);
  await tx.query('delete from journey where portal_id = $1 and contact_id = any($2)', [portalId, ids]);
  await tx.query("delete from visit where portal_id = $1 and object_type = 'contact' and object_id = any($2)", [
    portalId,
    ids,
  ]);
  await tx.query('update visit set contact_id = null, attempt = null where portal_id = $1 and contact_id = any($2)', [
    portalId,
    ids,
  ]);
  await insertJourneys(tx, portalId, people, definitionVersion);
  const own = people.flatMap((person) => numbered(person.journeys.flatMap(contactVisits)));
  await insertVisits(tx, portalId, own, definitionVersion);
  await claimDealVisits(
    tx,
    portalId,
    people.flatMap((person) => person.journeys),
  );
}

/** Replaces the state, visits and revenue of these deals. Save them before the people they belong to. */
export async function saveDeals(
  tx: Queryable,
  portalId: PortalId,
  deals: readonly DealState[],
  definitionVersion: number,
): Promise<void> {
  if (deals.length === 0) return;
  const ids = deals.map((deal) => deal.dealId);
  await tx.query("delete from visit where portal_id = $1 and object_type = 'deal' and object_id = any($2)", [
    portalId,
    ids,
  ]);
  await tx.query('delete from revenue where portal_id = $1 and deal_id = any($2)', [portalId, ids]);
  await tx.query('delete from deal where portal_id = $1 and deal_id = any($2)', [portalId, ids]);
  await insertDeals(tx, portalId, deals);
  await insertVisits(
    tx,
    portalId,
    deals.flatMap((deal) => numbered(deal.visits.map((visit) => ({ visit })))),
    definitionVersion,
  );
  await insertRevenue(
    tx,
    portalId,
    deals.flatMap((deal) => deal.revenue.map((entry, index) => ({ ...entry, seq: index + 1 }))),
  );
}

interface OwnedVisit {
  readonly visit: Visit;
  readonly contactId?: string;
  readonly attempt?: number;
}

const numbered = (visits: readonly OwnedVisit[]) => visits.map((each, index) => ({ ...each, seq: index + 1 }));

const contactVisits = (journey: Journey): OwnedVisit[] =>
  journey.visits
    .filter((visit) => visit.carrier.type === 'contact')
    .map((visit) => ({ visit, contactId: journey.contactId, attempt: journey.attempt }));

async function insertVisits(
  tx: Queryable,
  portalId: PortalId,
  visits: readonly (OwnedVisit & { seq: number })[],
  definitionVersion: number,
): Promise<void> {
  const rows = visits.map(({ visit, contactId, attempt, seq }) => ({
    ...visit,
    type: visit.carrier.type,
    id: visit.carrier.id,
    property: visit.carrier.property,
    contactId,
    attempt,
    seq,
  }));
  await tx.query(
    `insert into visit (portal_id, object_type, object_id, seq, contact_id, attempt, milestone, track, entered_at, exited_at, basis, dated, property, definition_version)
     select $1, v.type, v.id, v.seq, v."contactId", v.attempt, v.milestone, v.track, v."enteredAt", v."exitedAt", v.basis, v.dated, v.property, $3
       from jsonb_to_recordset($2::jsonb) as v(type text, id text, seq integer, "contactId" text, attempt integer, milestone text, track text,
            "enteredAt" bigint, "exitedAt" bigint, basis text, dated boolean, property text)`,
    [portalId, JSON.stringify(rows), definitionVersion],
  );
}

async function claimDealVisits(tx: Queryable, portalId: PortalId, journeys: readonly Journey[]): Promise<void> {
  const rows = journeys.flatMap((journey) =>
    journey.dealIds.map((dealId) => ({ dealId, contactId: journey.contactId, attempt: journey.attempt })),
  );
  await tx.query(
    `update visit set contact_id = j."contactId", attempt = j.attempt
       from jsonb_to_recordset($2::jsonb) as j("dealId" text, "contactId" text, attempt integer)
      where visit.portal_id = $1 and visit.object_type = 'deal' and visit.object_id = j."dealId"`,
    [portalId, JSON.stringify(rows)],
  );
}

async function insertJourneys(
  tx: Queryable,
  portalId: PortalId,
  people: readonly PersonState[],
  definitionVersion: number,
): Promise<void> {
  const rows = people.flatMap(({ journeys, excluded }) =>
    journeys.map((journey) => ({
      ...journey,
      visits: undefined,
      endedMilestone: journey.ended?.milestone,
      endedAt: journey.ended?.at,
      excluded,
    })),
  );
  await tx.query(
    `insert into journey (portal_id, contact_id, attempt, started_at, ended_milestone, ended_at, early, source, channel, direction, deal_ids,
            won_amount, won_currency, won_close_date, excluded, definition_version, engine_version)
     select $1, j."contactId", j.attempt, j."startedAt", j."endedMilestone", j."endedAt", j.early, j.source, j.channel, j.direction, j."dealIds",
            d.amount, d.currency, d.close_date, j.excluded, $3, $4
       from jsonb_to_recordset($2::jsonb) as j("contactId" text, attempt integer, "startedAt" bigint, "endedMilestone" text, "endedAt" bigint,
            early boolean, source text, channel text, direction text, "dealIds" text[], excluded text)
       left join lateral (
         select amount, currency, close_date from deal
          where portal_id = $1 and deal_id = any(j."dealIds") and milestone = 'WON' and excluded is null
          order by array_position(j."dealIds", deal_id) limit 1) d on true`,
    [portalId, JSON.stringify(rows), definitionVersion, ENGINE_VERSION],
  );
}

async function insertDeals(tx: Queryable, portalId: PortalId, deals: readonly DealState[]): Promise<void> {
  const rows = deals.map((deal) => ({ ...deal, visits: undefined, revenue: undefined, amount: decimal(deal.amount) }));
  await tx.query(
    `insert into deal (portal_id, deal_id, origin_contact_id, created_at, pipeline, stage, milestone, amount, currency, close_date, owner_id, excluded)
     select $1, d."dealId", d."originContactId", d."createdAt", d.pipeline, d.stage, d.milestone, d.amount, d.currency, d."closeDate", d."ownerId", d.excluded
       from jsonb_to_recordset($2::jsonb) as d("dealId" text, "originContactId" text, "createdAt" bigint, pipeline text, stage text, milestone text,
            amount numeric, currency text, "closeDate" text, "ownerId" text, excluded text)`,
    [portalId, JSON.stringify(rows)],
  );
}

async function insertRevenue(
  tx: Queryable,
  portalId: PortalId,
  entries: readonly (RevenueEntry & { seq: number })[],
): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, amount: decimal(entry.amount) }));
  await tx.query(
    `insert into revenue (portal_id, deal_id, seq, at, change, amount, currency, close_date)
     select $1, r."dealId", r.seq, r.at, r.change, r.amount, r.currency, r."closeDate"
       from jsonb_to_recordset($2::jsonb) as r("dealId" text, seq integer, at bigint, change text, amount numeric, currency text, "closeDate" text)`,
    [portalId, JSON.stringify(rows)],
  );
}

const decimal = (amount: Money | undefined): string | undefined =>
  amount === undefined ? undefined : formatMoney(amount);
