import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { PersonAssessment } from '../usecases/ports.ts';
import type { HealthRows } from '../usecases/read-model.ts';
import { heldCount } from './release-store.ts';
import { loadPublications } from './definition-store.ts';
import type { Queryable } from './queryable.ts';

/** Everything the tab *Model & health* asks for. */
export async function loadHealth(tx: Queryable, portalId: PortalId, since: Instant, now: Instant): Promise<HealthRows> {
  const publication = (await loadPublications(tx, portalId)).at(-1);
  return {
    kept: await keptBack(tx, portalId, since),
    held: (await heldCount(tx, portalId)).count,
    entrants: await entrants(tx, portalId, since),
    offers: await offersSince(tx, portalId, since, now),
    publication: { publishedBy: publication?.publishedBy ?? '', why: publication?.why ?? '' },
  };
}

interface KeptRow {
  readonly contactId: RecordId;
  readonly priority: string;
  readonly why: string;
  readonly at: Instant;
  readonly until: Instant | undefined;
}

/** People who would have been an AQL since an instant, newest first. */
async function keptBack(tx: Queryable, portalId: PortalId, since: Instant): Promise<KeptRow[]> {
  const { rows } = await tx.query<{ contact_id: string; priority: string; why: string; at: number; until: number }>(
    'select contact_id, priority, why, at, until from suppressed_aql where portal_id = $1 and at >= $2 order by at desc, contact_id, why',
    [portalId, since],
  );
  return rows.map(({ contact_id, until, ...row }) => ({
    ...row,
    contactId: recordId(contact_id),
    until: until === 0 ? undefined : until,
  }));
}

/** People who entered a stage since an instant, each once for each stage, with how they stand now. */
async function entrants(
  tx: Queryable,
  portalId: PortalId,
  since: Instant,
): Promise<
  {
    milestone: string;
    assessment: Pick<PersonAssessment, 'score' | 'account' | 'icp' | 'target' | 'excluded' | 'purchased'>;
  }[]
> {
  const { rows } = await tx.query<{ milestone: string; document: PersonAssessment }>(
    `select distinct v.milestone, v.contact_id, a.document from visit v
       join assessment a on a.portal_id = v.portal_id and a.contact_id = v.contact_id
      where v.portal_id = $1 and v.entered_at >= $2`,
    [portalId, since],
  );
  return rows.map(({ milestone, document }) => ({ milestone, assessment: document }));
}

interface OfferRow {
  readonly kind: string;
  readonly ownerId: string | undefined;
  readonly state: string;
  readonly onCard: boolean;
  readonly reason: string | undefined;
  /** Elapsed minutes until it was answered; undefined while it was not. */
  readonly minutes: number | undefined;
  readonly isLate: boolean;
  /** The person came to a meeting-set opportunity after the offer. */
  readonly cameToMeeting: boolean;
}

/** Offers made since an instant. */
async function offersSince(tx: Queryable, portalId: PortalId, since: Instant, now: Instant): Promise<OfferRow[]> {
  const { rows } = await tx.query<{
    kind: string;
    owner_id: string | null;
    state: string;
    decided_by: string | null;
    reason: string | null;
    started_at: number;
    due_at: number;
    stopped_at: number | null;
    met: boolean;
  }>(
    `select h.kind, h.owner_id, h.state, h.decided_by, h.reason, c.started_at, c.due_at, c.stopped_at,
            exists (select 1 from visit v where v.portal_id = h.portal_id and v.contact_id = h.contact_id and v.milestone = 'MQO'
                       and v.entered_at >= h.offered_at) as met
       from handoff h join clock c on c.portal_id = h.portal_id and c.handoff_id = h.handoff_id
      where h.portal_id = $1 and h.offered_at >= $2 order by h.handoff_id`,
    [portalId, since],
  );
  return rows.map((row) => ({
    kind: row.kind,
    ownerId: row.owner_id ?? undefined,
    state: row.state,
    onCard: row.decided_by !== null,
    reason: row.reason ?? undefined,
    minutes: row.stopped_at === null ? undefined : (row.stopped_at - row.started_at) / 60_000,
    isLate: (row.stopped_at ?? now) > row.due_at,
    cameToMeeting: row.met,
  }));
}
