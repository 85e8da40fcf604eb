import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { DisqualifiedEmail } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

/** Since when people with these addresses are disqualified, by hash. */
export async function disqualifiedEmails(
  tx: Queryable,
  portalId: PortalId,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await tx.query<{ email_hash: string; at: Instant }>(
    'select email_hash, at from disqualified_email where portal_id = $1 and email_hash = any($2)',
    [portalId, hashes],
  );
  return new Map(rows.map((row) => [row.email_hash, row.at]));
}

export async function keepDisqualifiedEmails(
  tx: Queryable,
  portalId: PortalId,
  emails: readonly DisqualifiedEmail[],
): Promise<void> {
  if (emails.length === 0) return;
  await tx.query(
    `insert into disqualified_email as kept (portal_id, email_hash, contact_id, at)
     select distinct on (e.hash) $1, e.hash, e."contactId", e.at
       from jsonb_to_recordset($2::jsonb) as e(hash text, "contactId" text, at bigint) order by e.hash, e.at desc
     on conflict (portal_id, email_hash) do update set contact_id = excluded.contact_id, at = excluded.at where kept.at < excluded.at`,
    [portalId, JSON.stringify(emails)],
  );
}

export async function forgetDisqualifiedEmails(
  tx: Queryable,
  portalId: PortalId,
  hashes: readonly string[],
): Promise<void> {
  await tx.query('delete from disqualified_email where portal_id = $1 and email_hash = any($2)', [portalId, hashes]);
}
