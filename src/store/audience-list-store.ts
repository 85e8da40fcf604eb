import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { AudienceList } from '../usecases/audience-ports.ts';
import type { Queryable } from './queryable.ts';

export async function loadAudienceList(tx: Queryable, portalId: PortalId): Promise<AudienceList | undefined> {
  const { rows } = await tx.query<{
    list_id: string;
    score: number;
    or_intent: boolean;
    kept_at: Instant;
    is_gone: boolean;
  }>('select list_id, score, or_intent, kept_at, is_gone from audience_list where portal_id = $1', [portalId]);
  const row = rows[0];
  return (
    row && {
      listId: row.list_id,
      rule: { score: row.score, orIntent: row.or_intent },
      keptAt: row.kept_at,
      isGone: row.is_gone,
    }
  );
}

export async function saveAudienceList(tx: Queryable, portalId: PortalId, list: AudienceList): Promise<void> {
  const { listId, rule, keptAt, isGone } = list;
  await tx.query(
    `insert into audience_list (portal_id, list_id, score, or_intent, kept_at, is_gone) values ($1, $2, $3, $4, $5, $6)
     on conflict (portal_id) do update set list_id = excluded.list_id, score = excluded.score, or_intent = excluded.or_intent,
       kept_at = excluded.kept_at, is_gone = excluded.is_gone`,
    [portalId, listId, rule.score, rule.orIntent, keptAt, isGone],
  );
}
