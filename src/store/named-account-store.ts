import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { NamedAccount, NamedAccountChange } from '../usecases/account-ports.ts';
import type { Queryable } from './queryable.ts';

/** Of these companies or of all; one that was merged away is its survivor, named by whoever named it first. */
export async function loadNamedAccounts(
  tx: Queryable,
  portalId: PortalId,
  companyIds?: readonly RecordId[],
): Promise<NamedAccount[]> {
  if (companyIds?.length === 0) return [];
  const { rows } = await tx.query<NamedAccount>(
    `select distinct on (length(company_id), company_id) company_id as "companyId", owner_id as "ownerId", since from (
       select coalesce(r.survivor_id, n.company_id) as company_id, n.owner_id, n.since
         from named_account n
         left join record r on r.portal_id = $1 and r.object_type = 'company' and r.object_id = n.company_id
        where n.portal_id = $1) named
      where $2::text[] is null or company_id = any($2)
      order by length(company_id), company_id, since, owner_id`,
    [portalId, companyIds === undefined ? null : [...companyIds]],
  );
  return rows;
}

/** Names an account for an AE. */
export async function addNamedAccount(
  tx: Queryable,
  portalId: PortalId,
  { companyId, ownerId, since }: NamedAccount,
): Promise<void> {
  await tx.query('insert into named_account (portal_id, company_id, owner_id, since) values ($1, $2, $3, $4)', [
    portalId,
    companyId,
    ownerId,
    since,
  ]);
}

/** Also of companies merged into it. */
export async function dropNamedAccount(tx: Queryable, portalId: PortalId, companyId: RecordId): Promise<void> {
  await tx.query(
    `delete from named_account where portal_id = $1 and (company_id = $2 or company_id in (
       select object_id from record where portal_id = $1 and object_type = 'company' and survivor_id = $2))`,
    [portalId, companyId],
  );
}

export async function logNamedAccountChange(
  tx: Queryable,
  portalId: PortalId,
  { ownerId, added, dropped, reason, by, at }: NamedAccountChange,
): Promise<void> {
  await tx.query(
    `insert into named_account_change (portal_id, owner_id, added_company_id, dropped_company_id, reason, changed_by, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [portalId, ownerId, added, dropped, reason, by, at satisfies Instant],
  );
}

/** Every change, oldest first. */
export async function loadNamedAccountChanges(tx: Queryable, portalId: PortalId): Promise<NamedAccountChange[]> {
  const { rows } = await tx.query<{
    ownerId: string;
    added: RecordId | null;
    dropped: RecordId | null;
    reason: string;
    by: string;
    at: number;
  }>(
    `select owner_id as "ownerId", added_company_id as added, dropped_company_id as dropped, reason, changed_by as by, at
       from named_account_change where portal_id = $1 order by change_id`,
    [portalId],
  );
  return rows.map(({ added, dropped, ...row }) => ({
    ...row,
    added: added ?? undefined,
    dropped: dropped ?? undefined,
  }));
}
