import type { Milestone } from '../domain/journey/milestone.ts';
import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { HealthQuestion, HealthRows } from '../usecases/health-view.ts';
import { heldPeople, loadAssessments } from './assessment-store.ts';
import { loadPublications } from './definition-store.ts';
import { loadOfferFigures } from './offer-figures-store.ts';
import { loadOverrides } from './override-store.ts';
import type { Queryable } from './queryable.ts';
import { heldCount } from './release-store.ts';
import { attemptsIn } from './stage-goal-store.ts';

/** Everything the tab *Model & health* asks for. */
export async function loadHealth(
  tx: Queryable,
  portalId: PortalId,
  { since, now, stages, goals, named }: HealthQuestion,
): Promise<HealthRows> {
  const publication = (await loadPublications(tx, portalId)).at(-1);
  return {
    keptCounts: await countKept(tx, portalId, since),
    kept: await keptBack(tx, portalId, since, named),
    held: (await heldCount(tx, portalId)).count,
    heldPeople: (await heldPeople(tx, portalId, named)).map(({ contactId, heldAt = now, score }) => ({
      contactId,
      heldAt,
      behavior: score.behavior,
    })),
    entrants: await entrants(tx, portalId, since, stages),
    offers: await loadOfferFigures(tx, portalId, since, now),
    overrides: await loadOverrides(tx, portalId, since),
    attempts: await attemptsIn(tx, portalId, goals),
    publication: { publishedBy: publication?.publishedBy ?? '', why: publication?.why ?? '' },
  };
}

async function countKept(tx: Queryable, portalId: PortalId, since: Instant): Promise<HealthRows['keptCounts']> {
  const { rows } = await tx.query<{ why: string; count: number }>(
    'select why, count(*)::integer as count from suppressed_aql where portal_id = $1 and at >= $2 group by why',
    [portalId, since],
  );
  return rows;
}

/** People who would have been an AQL since an instant, newest first. */
async function keptBack(tx: Queryable, portalId: PortalId, since: Instant, limit: number): Promise<HealthRows['kept']> {
  const { rows } = await tx.query<{ contact_id: string; priority: string; why: string; at: number; until: number }>(
    `select contact_id, priority, why, at, until from suppressed_aql
      where portal_id = $1 and at >= $2 order by at desc, contact_id, why limit $3`,
    [portalId, since, limit],
  );
  return rows.map(({ contact_id, until, ...row }) => ({
    ...row,
    contactId: recordId(contact_id),
    until: until === 0 ? undefined : until,
  }));
}

/** People who entered one of these stages since an instant, each once for each stage, with how they stand now. */
async function entrants(
  tx: Queryable,
  portalId: PortalId,
  since: Instant,
  stages: readonly Milestone[],
): Promise<HealthRows['entrants']> {
  if (stages.length === 0) return [];
  const { rows } = await tx.query<{ milestone: string; contact_id: RecordId }>(
    `select distinct milestone, contact_id from visit
      where portal_id = $1 and entered_at >= $2 and milestone = any($3) and contact_id is not null`,
    [portalId, since, stages],
  );
  const assessments = await loadAssessments(tx, portalId, [...new Set(rows.map((row) => row.contact_id))]);
  return rows.flatMap(({ milestone, contact_id }) => {
    const assessment = assessments.get(contact_id);
    return assessment ? [{ milestone, assessment }] : [];
  });
}
