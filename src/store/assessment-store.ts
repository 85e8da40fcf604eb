import type { Suppressed } from '../domain/handoff/work.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import { type PortalId, type RecordId, recordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { PersonAssessment } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

interface AssessmentRow {
  contact_id: string;
  document: Omit<PersonAssessment, 'contactId' | 'until' | 'facts' | 'actFrom' | 'heldAt' | 'lookAgainAt'>;
  seen_until: number;
  facts: number;
  act_from: number | null;
  held_at: number | null;
  look_again_at: number | null;
}

const COLUMNS = 'contact_id, document, seen_until, facts, act_from, held_at, look_again_at';

export async function loadAssessments(
  tx: Queryable,
  portalId: PortalId,
  contactIds: readonly RecordId[],
): Promise<Map<RecordId, PersonAssessment>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await tx.query<AssessmentRow>(
    `select ${COLUMNS} from assessment where portal_id = $1 and contact_id = any($2)`,
    [portalId, contactIds],
  );
  return new Map(rows.map((row) => [recordId(row.contact_id), toAssessment(row)]));
}

const toAssessment = (row: AssessmentRow): PersonAssessment => ({
  ...row.document,
  contactId: recordId(row.contact_id),
  until: row.seen_until,
  facts: row.facts,
  actFrom: row.act_from ?? Number.POSITIVE_INFINITY,
  heldAt: row.held_at ?? undefined,
  lookAgainAt: row.look_again_at ?? undefined,
});

export async function saveAssessments(
  tx: Queryable,
  portalId: PortalId,
  assessments: readonly PersonAssessment[],
): Promise<void> {
  if (assessments.length === 0) return;
  const rows = assessments.map(({ contactId, until, facts, actFrom, heldAt, lookAgainAt, ...document }) => ({
    contact_id: contactId,
    document,
    seen_until: until,
    facts,
    act_from: Number.isFinite(actFrom) ? actFrom : null,
    held_at: heldAt,
    look_again_at: lookAgainAt,
  }));
  await tx.query(
    `insert into assessment (portal_id, contact_id, at, document, definition_version, seen_until, facts, act_from, held_at, look_again_at)
     select $1, a.contact_id, (a.document ->> 'at')::bigint, a.document, (a.document ->> 'version')::integer, a.seen_until, a.facts, a.act_from,
            a.held_at, a.look_again_at
       from jsonb_to_recordset($2::jsonb) as a(contact_id text, document jsonb, seen_until bigint, facts integer, act_from bigint, held_at bigint,
            look_again_at bigint)
     on conflict (portal_id, contact_id) do update
       set at = excluded.at, document = excluded.document, definition_version = excluded.definition_version, seen_until = excluded.seen_until,
           facts = excluded.facts, act_from = excluded.act_from, held_at = excluded.held_at, look_again_at = excluded.look_again_at`,
    [portalId, JSON.stringify(rows)],
  );
}

/** Whoever was deleted or merged away keeps what was last made of them and is not looked at again. */
const IS_THERE = `exists (select 1 from record r where r.portal_id = a.portal_id and r.object_type = 'contact'
  and r.object_id = a.contact_id and r.survivor_id = r.object_id and r.deleted_at is null)`;

/** People whose time has come: points have faded into another band, an embargo has ended. */
export async function dueAssessments(
  tx: Queryable,
  portalId: PortalId,
  now: Instant,
  limit: number,
): Promise<RecordKey[]> {
  const { rows } = await tx.query<{ contact_id: string }>(
    `select contact_id from assessment a where portal_id = $1 and look_again_at <= $2 and ${IS_THERE}
      order by look_again_at, contact_id limit $3`,
    [portalId, now, limit],
  );
  return rows.map((row) => ({ type: 'contact', id: recordId(row.contact_id) }));
}

/** People who were assessed by rules that are not in force any more, or before the portal went live. */
export async function staleAssessments(tx: Queryable, portalId: PortalId, limit: number): Promise<RecordKey[]> {
  const { rows } = await tx.query<{ contact_id: string }>(
    `select a.contact_id from assessment a join portal p on p.portal_id = a.portal_id
      where a.portal_id = $1 and (a.definition_version <> p.definition_version or a.act_from is null and p.live_at is not null)
        and ${IS_THERE}
      order by a.contact_id limit $2`,
    [portalId, limit],
  );
  return rows.map((row) => ({ type: 'contact', id: recordId(row.contact_id) }));
}

/** Held, and not let through since: who was let through and does not pass after all is not asked again. */
export const IS_HELD = `a.portal_id = $1 and a.held_at is not null and ${IS_THERE} and not exists (
  select 1 from release l where l.portal_id = a.portal_id and l.contact_id = a.contact_id and l.at >= a.held_at)`;

export const MOST_ACTIVE_FIRST = `(a.document -> 'score' ->> 'behavior')::bigint desc, a.contact_id`;

/** Who is held, the most active first. */
export async function heldPeople(tx: Queryable, portalId: PortalId, limit: number): Promise<PersonAssessment[]> {
  const { rows } = await tx.query<AssessmentRow>(
    `select ${COLUMNS} from assessment a where ${IS_HELD} order by ${MOST_ACTIVE_FIRST} limit $2`,
    [portalId, limit],
  );
  return rows.map(toAssessment);
}

/** Keeps who would have been an AQL, once for each cause and barrier. */
export async function saveSuppressed(
  tx: Queryable,
  portalId: PortalId,
  suppressed: readonly Suppressed[],
  definitionVersion: number,
): Promise<void> {
  if (suppressed.length === 0) return;
  await tx.query(
    `insert into suppressed_aql (portal_id, contact_id, priority, cause, why, until, at, definition_version)
     select $1, s."contactId", s.priority, s.cause, s.why, coalesce(s.until, 0), s.at, $3
       from jsonb_to_recordset($2::jsonb) as s("contactId" text, priority text, cause text, why text, until bigint, at bigint)
     on conflict (portal_id, contact_id, priority, cause, why, until) do nothing`,
    [portalId, JSON.stringify(suppressed), definitionVersion],
  );
}
