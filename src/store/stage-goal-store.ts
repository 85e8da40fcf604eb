import type { AttemptEntries, StageEntry } from '../domain/funnel/stage-goals.ts';
import type { Milestone } from '../domain/journey/milestone.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Queryable } from './queryable.ts';

interface EntryRow {
  contact_id: string;
  attempt: number;
  milestone: Milestone;
  at: number;
  dated: boolean;
  has_ended: boolean;
}

/**
 * The attempts that count and entered one of these stages, if they are open or did so since an instant, with their first entries into
 * stages of the path.
 */
export async function attemptsIn(
  tx: Queryable,
  portalId: PortalId,
  { stages, path, since }: { stages: readonly Milestone[]; path: readonly Milestone[]; since: Instant },
): Promise<AttemptEntries[]> {
  if (stages.length === 0) return [];
  const { rows } = await tx.query<EntryRow>(
    `with judged as (
       select distinct v.contact_id, v.attempt, j.ended_at is not null as has_ended
         from visit v join journey j on j.portal_id = v.portal_id and j.contact_id = v.contact_id and j.attempt = v.attempt
        where v.portal_id = $1 and v.milestone = any($2) and j.excluded is null and (j.ended_at is null or v.entered_at >= $4))
     select v.contact_id, v.attempt, v.milestone, min(v.entered_at) as at, bool_and(v.dated) as dated, j.has_ended
       from visit v join judged j on j.contact_id = v.contact_id and j.attempt = v.attempt
      where v.portal_id = $1 and v.milestone = any($3)
      group by v.contact_id, v.attempt, v.milestone, j.has_ended`,
    [portalId, stages, path, since],
  );
  return [...Map.groupBy(rows, (row) => `${row.contact_id} ${row.attempt}`).values()].map((own) => ({
    entries: new Map(own.map(({ milestone, at, dated }): [Milestone, StageEntry] => [milestone, { at, dated }])),
    hasEnded: own.some(({ has_ended }) => has_ended),
  }));
}
