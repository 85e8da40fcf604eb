import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { PrintLinks } from '../usecases/print-model.ts';
import type { Queryable } from './queryable.ts';

type Link = Parameters<PrintLinks['add']>[1];

/** Keeps a link, and forgets those that ended before an instant. */
export async function addPrintLink(
  tx: Queryable,
  portalId: PortalId,
  { hash, askedBy, expiresAt }: Link,
  forgetBefore: Instant,
): Promise<void> {
  await tx.query('delete from print_link where portal_id = $1 and expires_at < $2', [portalId, forgetBefore]);
  await tx.query('insert into print_link (portal_id, hash, asked_by, expires_at) values ($1, $2, $3, $4)', [
    portalId,
    hash,
    askedBy,
    expiresAt,
  ]);
}

/** Opens a link: of several who try at once, one does. */
export async function openPrintLink(
  tx: Queryable,
  portalId: PortalId,
  hash: string,
  now: Instant,
): Promise<'open' | 'used' | 'late' | 'unknown'> {
  const opened = await tx.query(
    `update print_link set opened_at = $3 where portal_id = $1 and hash = $2 and opened_at is null and expires_at > $3 returning hash`,
    [portalId, hash, now],
  );
  if (opened.rows.length > 0) return 'open';
  const { rows } = await tx.query<{ opened_at: number | null }>(
    'select opened_at from print_link where portal_id = $1 and hash = $2',
    [portalId, hash],
  );
  const [link] = rows;
  if (!link) return 'unknown';
  return link.opened_at === null ? 'late' : 'used';
}
