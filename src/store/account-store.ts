import { worthOf } from '../domain/account/suggest-swaps.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import { SIGNAL } from '../domain/touch/signal.ts';
import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { AccountState, AccountStore } from '../usecases/account-ports.ts';
import { loadCrowds } from './account-people-store.ts';
import { loadAccountHandoffs } from './handoff-store.ts';
import {
  addNamedAccount,
  dropNamedAccount,
  loadNamedAccountChanges,
  loadNamedAccounts,
  logNamedAccountChange,
} from './named-account-store.ts';
import type { Queryable } from './queryable.ts';
import { loadHistories } from './record-histories.ts';

/** The accounts of one portal inside one transaction. */
export const createAccountStore = (tx: Queryable, portalId: PortalId): AccountStore => ({
  crowds: (companyIds) => loadCrowds(tx, portalId, companyIds),
  load: (companyIds) => loadAccounts(tx, portalId, companyIds),
  everyCompany: () => everyCompany(tx, portalId),
  save: (accounts) => saveAccounts(tx, portalId, accounts),
  saveVisits: (accounts) => saveVisits(tx, portalId, accounts),
  due: (now, limit) => dueAccounts(tx, portalId, now, limit),
  best: (limit) => bestAccounts(tx, portalId, limit),
  signaled: () => signaledAccounts(tx, portalId),
  companies: (companyIds) => loadHistories(tx, portalId, 'company', companyIds),
  handoffs: (companyIds) => loadAccountHandoffs(tx, portalId, companyIds),
  named: (companyIds) => loadNamedAccounts(tx, portalId, companyIds),
  name: (account) => addNamedAccount(tx, portalId, account),
  giveUp: (companyId) => dropNamedAccount(tx, portalId, companyId),
  log: (change) => logNamedAccountChange(tx, portalId, change),
  changes: () => loadNamedAccountChanges(tx, portalId),
});

/** Those merged into these accounts. */
const MERGED = `select object_id from record
  where portal_id = $1 and object_type = 'company' and survivor_id = any($2) and survivor_id <> object_id`;

/** Replaces how these accounts stand; those merged into them are gone. */
async function saveAccounts(tx: Queryable, portalId: PortalId, accounts: readonly AccountState[]): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map(({ companyId, assessment, people, openJourneys, worked, excluded, lookAgainAt }) => ({
    companyId,
    document: { assessment },
    people,
    openJourneys,
    worked,
    worth: excluded === undefined ? worthOf(assessment) : 0,
    excluded,
    lookAgainAt,
  }));
  await tx.query(
    `with merged as (delete from account where portal_id = $1 and company_id in (${MERGED}))
     insert into account (portal_id, company_id, at, document, definition_version, people, open_journeys, worked, worth, excluded, look_again_at)
     select $1, a."companyId", (a.document -> 'assessment' ->> 'at')::bigint, a.document, (a.document -> 'assessment' ->> 'version')::integer,
            a.people, a."openJourneys", a.worked, a.worth, a.excluded, a."lookAgainAt"
       from jsonb_to_recordset($3::jsonb) as a("companyId" text, document jsonb, people integer, "openJourneys" integer, worked integer,
            worth bigint, excluded text, "lookAgainAt" bigint)
     on conflict (portal_id, company_id) do update
       set at = excluded.at, document = excluded.document, definition_version = excluded.definition_version, people = excluded.people,
           open_journeys = excluded.open_journeys, worked = excluded.worked, worth = excluded.worth, excluded = excluded.excluded,
           look_again_at = excluded.look_again_at`,
    [portalId, accounts.map(({ companyId }) => companyId), JSON.stringify(rows)],
  );
}

/** Replaces the stays of these accounts. */
async function saveVisits(
  tx: Queryable,
  portalId: PortalId,
  accounts: readonly Pick<AccountState, 'companyId' | 'visits'>[],
): Promise<void> {
  if (accounts.length === 0) return;
  const ids = accounts.map(({ companyId }) => companyId);
  await tx.query(
    `delete from account_visit where portal_id = $1 and (company_id = any($2) or company_id in (${MERGED}))`,
    [portalId, ids],
  );
  const visits = accounts.flatMap(({ companyId, visits: own }) =>
    own.map((visit, index) => ({ companyId, seq: index + 1, ...visit })),
  );
  await tx.query(
    `insert into account_visit (portal_id, company_id, seq, milestone, entered_at, exited_at)
     select $1, v."companyId", v.seq, v.milestone, v."enteredAt", v."exitedAt"
       from jsonb_to_recordset($2::jsonb) as v("companyId" text, seq integer, milestone text, "enteredAt" bigint, "exitedAt" bigint)`,
    [portalId, JSON.stringify(visits)],
  );
}

/**
 * Accounts about which there is something new to say: their time has come, other rules are in force, or nobody has looked at them yet.
 */
async function dueAccounts(tx: Queryable, portalId: PortalId, now: Instant, limit: number): Promise<RecordKey[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select r.object_id as id from record r
       join portal p on p.portal_id = r.portal_id
       left join account a on a.portal_id = r.portal_id and a.company_id = r.object_id
      where r.portal_id = $1 and r.object_type = 'company' and r.survivor_id = r.object_id and r.deleted_at is null
        and (a.company_id is null or a.look_again_at <= $2 or a.definition_version <> p.definition_version)
      order by a.look_again_at, r.object_id limit $3`,
    [portalId, now, limit],
  );
  return rows.map(({ id }) => ({ type: 'company', id: recordId(id) }));
}

/** Accounts that nobody has named and nobody works on, the most worth going after first. */
async function bestAccounts(tx: Queryable, portalId: PortalId, limit: number): Promise<RecordId[]> {
  const { rows } = await tx.query<{ company_id: RecordId }>(
    `select a.company_id from account a
      where a.portal_id = $1 and a.worth > 0 and a.worked = 0
        and not exists (select 1 from named_account n where n.portal_id = $1 and n.company_id = a.company_id)
        and not exists (select 1 from handoff h where h.portal_id = $1 and h.company_id = a.company_id and h.state = 'offered')
      order by a.worth desc, length(a.company_id), a.company_id limit $2`,
    [portalId, limit],
  );
  return rows.map((row) => row.company_id);
}

async function signaledAccounts(tx: Queryable, portalId: PortalId): Promise<RecordId[]> {
  const { rows } = await tx.query<{ id: RecordId }>(
    `select r.survivor_id as id from record r
      where r.portal_id = $1 and r.object_type = 'company' and exists (
        select 1 from event e
         where e.portal_id = $1 and e.object_type = 'company' and e.object_id = r.object_id and e.kind = 'observed'
           and e.event_type = 'changed' and e.property = $2)
      group by 1 order by length(r.survivor_id), 1`,
    [portalId, SIGNAL],
  );
  return rows.map((row) => row.id);
}

async function everyCompany(
  tx: Queryable,
  portalId: PortalId,
): Promise<{ id: RecordId; createdAt: Instant; deletedAt?: Instant | undefined }[]> {
  const { rows } = await tx.query<{ id: RecordId; created_at: number; deleted_at: number | null }>(
    `select object_id as id, created_at, deleted_at from record
      where portal_id = $1 and object_type = 'company' and survivor_id = object_id order by length(object_id), object_id`,
    [portalId],
  );
  return rows.map(({ id, created_at, deleted_at }) => ({
    id,
    createdAt: created_at,
    deletedAt: deleted_at ?? undefined,
  }));
}

interface AccountRow {
  company_id: RecordId;
  document: Pick<AccountState, 'assessment'>;
  people: number;
  open_journeys: number;
  worked: number;
  excluded: string | null;
  look_again_at: number | null;
}

/** How accounts stand, lowest id first: these, or all of them. */
export async function loadAccounts(
  tx: Queryable,
  portalId: PortalId,
  companyIds?: readonly RecordId[],
): Promise<AccountState[]> {
  const only = companyIds === undefined ? null : [...companyIds];
  const { rows } = await tx.query<AccountRow>(
    `select company_id, document, people, open_journeys, worked, excluded, look_again_at from account
      where portal_id = $1 and ($2::text[] is null or company_id = any($2)) order by length(company_id), company_id`,
    [portalId, only],
  );
  const visits = await tx.query<{
    company_id: string;
    milestone: AccountState['visits'][number]['milestone'];
    entered_at: number;
    exited_at: number | null;
  }>(
    `select company_id, milestone, entered_at, exited_at from account_visit
      where portal_id = $1 and ($2::text[] is null or company_id = any($2)) order by seq`,
    [portalId, only],
  );
  const visitsOf = Map.groupBy(visits.rows, (row) => row.company_id);
  return rows.map((row) => ({
    companyId: row.company_id,
    assessment: row.document.assessment,
    people: row.people,
    openJourneys: row.open_journeys,
    worked: row.worked,
    excluded: row.excluded ?? undefined,
    lookAgainAt: row.look_again_at ?? undefined,
    visits: (visitsOf.get(row.company_id) ?? []).map(({ milestone, entered_at, exited_at }) => ({
      milestone,
      enteredAt: entered_at,
      exitedAt: exited_at ?? undefined,
    })),
  }));
}
