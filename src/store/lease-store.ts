import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { type Lease, LeaseLostError } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

export interface LeaseRequest {
  readonly name: string;
  readonly owner: string;
  readonly now: Instant;
  readonly forMs: number;
}

/** Takes or renews a portal's lease; undefined while somebody else holds it. Each new holder gets a higher fence. */
export async function takeLease(
  tx: Queryable,
  portalId: PortalId,
  { name, owner, now, forMs }: LeaseRequest,
): Promise<Lease | undefined> {
  const { rows } = await tx.query<{ fence: number }>(
    `insert into lease as l (portal_id, name, owner, until, fence) values ($1, $2, $3, $4, 1)
     on conflict (portal_id, name) do update
       set owner = excluded.owner, until = excluded.until, fence = l.fence + case when l.owner = excluded.owner then 0 else 1 end
     where l.owner = excluded.owner or l.until < $5
     returning fence`,
    [portalId, name, owner, now + forMs, now],
  );
  const row = rows[0];
  return row && { portalId, name, owner, fence: row.fence };
}

/**
 * Proves that the lease is still ours, renews it, and makes the portal's other writers of history wait until this transaction ends: the
 * decision about a person must see everything committed before it.
 */
export async function holdLease(tx: Queryable, lease: Lease, until: Instant): Promise<void> {
  const { portalId, name, owner, fence } = lease;
  await lockPortal(tx, portalId);
  const { rowCount } = await tx.query(
    'update lease set until = $5 where portal_id = $1 and name = $2 and owner = $3 and fence = $4',
    [portalId, name, owner, fence, until],
  );
  if (rowCount === 0) throw new LeaseLostError(`Another process has taken over "${name}" of portal ${portalId}.`);
}

/** One writer of decisions at a time, whatever it was asked by: what it reads cannot be outdated before it commits. */
export async function lockPortal(tx: Queryable, portalId: PortalId): Promise<void> {
  await tx.query('select 1 from portal where portal_id = $1 for update', [portalId]);
}

export async function releaseLease(tx: Queryable, { portalId, name, owner, fence }: Lease): Promise<void> {
  await tx.query('update lease set until = 0 where portal_id = $1 and name = $2 and owner = $3 and fence = $4', [
    portalId,
    name,
    owner,
    fence,
  ]);
}

/** Frees leases of processes that cannot be alive any more: only right where this process owns the whole database. */
export async function clearLeases(database: Queryable): Promise<void> {
  await database.query('update lease set until = 0');
}
