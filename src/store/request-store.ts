import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { AnsweredRequest } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

export async function answeredRequest(
  tx: Queryable,
  portalId: PortalId,
  key: string,
): Promise<AnsweredRequest | undefined> {
  const { rows } = await tx.query<{ answer: AnsweredRequest }>(
    'select answer from answered_request where portal_id = $1 and request_key = $2',
    [portalId, key],
  );
  return rows[0]?.answer;
}

export async function rememberRequest(
  tx: Queryable,
  portalId: PortalId,
  key: string,
  answer: AnsweredRequest,
  at: Instant,
): Promise<void> {
  await tx.query(
    'insert into answered_request (portal_id, request_key, answer, at) values ($1, $2, $3, $4) on conflict do nothing',
    [portalId, key, JSON.stringify(answer), at],
  );
}

/** Requests are remembered for as long as anybody repeats them. @source HubSpot docs: custom workflow actions, 72 hours at most */
export async function pruneRequests(tx: Queryable, portalId: PortalId, before: Instant): Promise<void> {
  await tx.query('delete from answered_request where portal_id = $1 and at < $2', [portalId, before]);
}
