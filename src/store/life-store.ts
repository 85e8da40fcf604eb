import type { Attempt, FrozenAql } from '../domain/health/attempt.ts';
import type { RecycledOffer } from '../domain/health/recycle-yield.ts';
import type { OpenContact } from '../domain/health/stale-contacts.ts';
import { DECIDED_STAGE } from '../domain/journey/fact.ts';
import { DEAL_MILESTONES, type Milestone, PERSON_MILESTONES } from '../domain/journey/milestone.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { ACQUISITION } from '../domain/touch/list-kinds.ts';
import type { LifeRows } from '../usecases/count-lives.ts';
import { COMPANY_LINK } from './event-row.ts';
import type { Queryable } from './queryable.ts';

/** Stages on the way to revenue, in order. */
const SPINE = [...PERSON_MILESTONES, ...DEAL_MILESTONES].filter((milestone) => milestone !== 'LOST');

/** The place on the spine that each journey has come to, from 1, and when it became an AQL. A win that was taken back is none. */
const FURTHEST = `select contact_id, attempt, max(array_position($2::text[], milestone)) as place,
        min(entered_at) filter (where milestone = 'AQL') as aql_at
   from visit
   where portal_id = $1 and contact_id is not null and not (milestone = 'WON' and exited_at is not null) group by contact_id, attempt`;

const PLACE = { LEAD: SPINE.indexOf('LEAD') + 1, AQL: SPINE.indexOf('AQL') + 1 };

/** What became of people since they were leads: everything that the figures over all of them are counted from. */
export const loadLives = async (tx: Queryable, portalId: PortalId): Promise<LifeRows> => ({
  attempts: await attempts(tx, portalId),
  aqls: await frozenAqls(tx, portalId),
  offers: await recycledOffers(tx, portalId),
  contacts: await openContacts(tx, portalId),
  stock: await marketability(tx, portalId),
});

async function attempts(tx: Queryable, portalId: PortalId): Promise<Attempt[]> {
  const { rows } = await tx.query<{
    contactId: RecordId;
    attempt: number;
    startedAt: number;
    endedMilestone: Milestone | null;
    endedAt: number | null;
    place: number | null;
  }>(
    `select j.contact_id as "contactId", j.attempt, j.started_at as "startedAt", j.ended_milestone as "endedMilestone", j.ended_at as "endedAt", f.place
       from journey j left join (${FURTHEST}) f on f.contact_id = j.contact_id and f.attempt = j.attempt
      where j.portal_id = $1 and j.excluded is null and (f.place >= $3 or j.ended_milestone = 'RECYCLED')`,
    [portalId, SPINE, PLACE.AQL],
  );
  return rows.map(({ endedMilestone, endedAt, place, ...row }) => ({
    ...row,
    ended: endedMilestone === null || endedAt === null ? undefined : { milestone: endedMilestone, at: endedAt },
    furthest: SPINE[(place ?? 0) - 1],
  }));
}

async function frozenAqls(tx: Queryable, portalId: PortalId): Promise<FrozenAql[]> {
  const { rows } = await tx.query<Record<'grade' | 'band' | 'gate', string | null> & Omit<FrozenAql, 'grade'>>(
    `select r.survivor_id as "contactId", e.occurred_at as at, e.evidence ->> 'priority' as priority, e.evidence ->> 'cause' as cause,
            e.evidence ->> 'grade' as grade, e.evidence ->> 'band' as band, e.evidence ->> 'gate' as gate, e.definition_version as version
       from event e join record r on r.portal_id = e.portal_id and r.object_type = 'contact' and r.object_id = e.object_id
      where e.portal_id = $1 and e.kind = 'decided' and e.object_type = 'contact' and e.property = $2 and e.value = 'AQL'`,
    [portalId, DECIDED_STAGE],
  );
  return rows.map(({ grade, band, gate, ...row }) => ({
    ...row,
    grade: grade ?? undefined,
    band: band ?? undefined,
    gate: gate ?? undefined,
  }));
}

async function recycledOffers(tx: Queryable, portalId: PortalId): Promise<RecycledOffer[]> {
  const { rows } = await tx.query<{ contactId: RecordId; at: number; reason: string | null; wakeAt: number | null }>(
    `select r.survivor_id as "contactId", h.decided_at as at, h.reason, h.wake_at as "wakeAt"
       from handoff h join record r on r.portal_id = h.portal_id and r.object_type = 'contact' and r.object_id = h.contact_id
      where h.portal_id = $1 and h.state = 'recycled' and h.decided_at is not null order by h.decided_at`,
    [portalId],
  );
  return rows.map(({ reason, wakeAt, ...row }) => ({
    ...row,
    reason: reason ?? undefined,
    wakeAt: wakeAt ?? undefined,
  }));
}

/** The last value of a property of contacts, as a table of contact and value. */
const latest = (property: string) =>
  `select distinct on (object_id) object_id, value from attribute
    where portal_id = $1 and object_type = 'contact' and property = '${property}' order by object_id, occurred_at desc, attribute_id desc`;

/** Both values are known, and they differ. */
const changed = (then: string, now: string) =>
  `coalesce(${then}, '') <> '' and coalesce(${now}, '') <> '' and ${then} <> ${now}`;

async function openContacts(tx: Queryable, portalId: PortalId): Promise<OpenContact[]> {
  const { rows } = await tx.query<Omit<OpenContact, 'stage'> & { place: number }>(
    `with furthest as (${FURTHEST}),
      open as materialized (
        select j.contact_id, f.place, f.aql_at, r.created_at
          from journey j join furthest f on f.contact_id = j.contact_id and f.attempt = j.attempt
          join record r on r.portal_id = $1 and r.object_type = 'contact' and r.object_id = j.contact_id
         where j.portal_id = $1 and j.excluded is null and j.ended_at is null and f.place >= $3 and r.deleted_at is null),
      told as (
        select object_id, max(occurred_at) as at from event
         where portal_id = $1 and object_type = 'contact' and kind = 'observed' and dated group by object_id
        union all
        select object_id, max(occurred_at) from attribute
         where portal_id = $1 and object_type = 'contact' and dated group by object_id),
      heard as (
        select r.survivor_id as contact_id, max(t.at) as at
          from told t join record r on r.portal_id = $1 and r.object_type = 'contact' and r.object_id = t.object_id group by r.survivor_id),
      bounce as (${latest('hs_email_hard_bounce_reason_enum')}),
      optout as (${latest('hs_email_optout')}),
      title as (${latest('jobtitle')}),
      title_then as (
        select distinct on (a.object_id) a.object_id, a.value from attribute a join open o on o.contact_id = a.object_id
         where a.portal_id = $1 and a.object_type = 'contact' and a.property = 'jobtitle' and a.occurred_at <= o.aql_at
         order by a.object_id, a.occurred_at desc, a.attribute_id desc),
      company_then as (
        select distinct on (e.object_id) e.object_id, e.value from event e join open o on o.contact_id = e.object_id
         where e.portal_id = $1 and e.object_type = 'contact' and e.event_type = 'associated' and e.property = $4 and e.occurred_at <= o.aql_at
         order by e.object_id, e.occurred_at desc, e.event_id desc)
     select o.contact_id as "contactId", o.place, coalesce(h.at, o.created_at) as "heardAt", coalesce(b.value, '') <> '' as bounced,
            coalesce(u.value, '') = 'true' as unsubscribed, ${changed('tt.value', 't.value')} as "titleChanged",
            ${changed('ct.value', 'c.company_id')} as "companyChanged"
       from open o
       left join heard h on h.contact_id = o.contact_id
       left join bounce b on b.object_id = o.contact_id
       left join optout u on u.object_id = o.contact_id
       left join title t on t.object_id = o.contact_id
       left join contact_company c on c.portal_id = $1 and c.contact_id = o.contact_id
       left join title_then tt on tt.object_id = o.contact_id
       left join company_then ct on ct.object_id = o.contact_id`,
    [portalId, SPINE, PLACE.LEAD, COMPANY_LINK],
  );
  return rows.map(({ place, ...row }) => ({ ...row, stage: SPINE[place - 1] ?? 'LEAD' }));
}

/** Contacts that are in no open attempt from LEAD on and are no customers, by the first thing that keeps them from being written to. */
async function marketability(tx: Queryable, portalId: PortalId): Promise<LifeRows['stock']> {
  const { rows } = await tx.query<LifeRows['stock'][number]>(
    `with furthest as (${FURTHEST}),
      busy as (
        select distinct j.contact_id from journey j join furthest f on f.contact_id = j.contact_id and f.attempt = j.attempt
         where j.portal_id = $1 and (j.ended_at is null and f.place >= $3 or j.ended_milestone = 'WON')),
      mail as (${latest('email')}),
      optout as (${latest('hs_email_optout')}),
      bounce as (${latest('hs_email_hard_bounce_reason_enum')}),
      source as (${latest(ACQUISITION)})
     select case when coalesce(m.value, '') = '' then 'no_email'
                 when u.value = 'true' then 'unsubscribed'
                 when coalesce(b.value, '') <> '' then 'bounced'
                 when s.value in ('purchased', 'sponsored_no_consent') then 'no_consent'
                 else 'marketable' end as kind, count(*)::integer as count
       from record r
       left join mail m on m.object_id = r.object_id
       left join optout u on u.object_id = r.object_id
       left join bounce b on b.object_id = r.object_id
       left join source s on s.object_id = r.object_id
      where r.portal_id = $1 and r.object_type = 'contact' and r.deleted_at is null and r.survivor_id = r.object_id
        and not exists (select 1 from busy where busy.contact_id = r.object_id)
      group by 1`,
    [portalId, SPINE, PLACE.LEAD],
  );
  return rows;
}
