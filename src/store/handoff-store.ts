import { recordOf } from '../domain/handoff/assign.ts';
import type { Click, Clock, Handoff } from '../domain/handoff/handoff.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Queryable } from './queryable.ts';

interface HandoffRow {
  handoff_id: string;
  kind: Handoff['kind'];
  contact_id: string | null;
  attempt: number | null;
  deal_id: string | null;
  company_id: string | null;
  priority: string | null;
  cause: string;
  from_owner_id: string | null;
  owner_id: string | null;
  offered_at: number;
  state: Handoff['state'];
  click: Click | null;
  decided_at: number | null;
  decided_by: string | null;
  reason: string | null;
  wake_at: number | null;
  refusal: string | null;
  clock_kind: Clock['kind'];
  started_at: number;
  due_at: number;
  stopped_at: number | null;
  missed_at: number | null;
}

const COLUMNS = `h.handoff_id, h.kind, coalesce(r.survivor_id, h.contact_id) as contact_id, h.attempt, h.deal_id, coalesce(rc.survivor_id, h.company_id) as company_id, h.priority, h.cause, h.from_owner_id, h.owner_id, h.offered_at,
  h.state, h.click, h.decided_at, h.decided_by, h.reason, h.wake_at, h.refusal, c.kind as clock_kind, c.started_at, c.due_at, c.stopped_at, c.missed_at`;
/** A contact or company that was merged away is now its survivor. */
const TABLES = `handoff h
  join clock c on c.portal_id = h.portal_id and c.handoff_id = h.handoff_id
  left join record r on r.portal_id = h.portal_id and r.object_type = 'contact' and r.object_id = h.contact_id
  left join record rc on rc.portal_id = h.portal_id and rc.object_type = 'company' and rc.object_id = h.company_id`;

/** Handoffs of these contacts and deals, oldest first. */
export async function loadHandoffs(
  tx: Queryable,
  portalId: PortalId,
  contactIds: readonly RecordId[],
  dealIds: readonly RecordId[],
): Promise<Handoff[]> {
  const { rows } = await tx.query<HandoffRow>(
    `select ${COLUMNS} from ${TABLES}
      where h.portal_id = $1 and (coalesce(r.survivor_id, h.contact_id) = any($2) or h.deal_id = any($3)) order by h.offered_at, h.handoff_id`,
    [portalId, contactIds, dealIds],
  );
  return rows.map(handoffOf);
}

/** Offers of accounts, oldest first: of these, or all of them. */
export async function loadAccountHandoffs(
  tx: Queryable,
  portalId: PortalId,
  companyIds?: readonly RecordId[],
): Promise<Handoff[]> {
  if (companyIds?.length === 0) return [];
  const { rows } = await tx.query<HandoffRow>(
    `select ${COLUMNS} from ${TABLES}
      where h.portal_id = $1 and h.kind = 'account' and ($2::text[] is null or coalesce(rc.survivor_id, h.company_id) = any($2))
      order by h.offered_at, h.handoff_id`,
    [portalId, companyIds === undefined ? null : [...companyIds]],
  );
  return rows.map(handoffOf);
}

export async function loadHandoff(tx: Queryable, portalId: PortalId, handoffId: string): Promise<Handoff | undefined> {
  const { rows } = await tx.query<HandoffRow>(
    `select ${COLUMNS} from ${TABLES} where h.portal_id = $1 and h.handoff_id = $2`,
    [portalId, handoffId],
  );
  return rows[0] && handoffOf(rows[0]);
}

export async function saveHandoffs(
  tx: Queryable,
  portalId: PortalId,
  handoffs: readonly Handoff[],
  definitionVersion: number,
): Promise<void> {
  if (handoffs.length === 0) return;
  await tx.query(
    `insert into handoff (portal_id, handoff_id, kind, contact_id, attempt, deal_id, company_id, priority, cause, from_owner_id, owner_id, offered_at,
                          state, click, decided_at, decided_by, reason, wake_at, refusal, definition_version)
     select $1, h."handoffId", h.kind, h."contactId", h.attempt, h."dealId", h."companyId", h.priority, h.cause, h."fromOwnerId", h."ownerId",
            h."offeredAt", h.state, h.click, h."decidedAt", h."decidedBy", h.reason, h."wakeAt", h.refusal, $3
       from jsonb_to_recordset($2::jsonb) as h("handoffId" text, kind text, "contactId" text, attempt integer, "dealId" text, "companyId" text,
            priority text, cause text, "fromOwnerId" text, "ownerId" text, "offeredAt" bigint, state text, click jsonb,
            "decidedAt" bigint, "decidedBy" text, reason text, "wakeAt" bigint, refusal text)
     on conflict (portal_id, handoff_id) do update
       set owner_id = excluded.owner_id, contact_id = excluded.contact_id, attempt = excluded.attempt,
           from_owner_id = excluded.from_owner_id, priority = excluded.priority, state = excluded.state, click = excluded.click, decided_at = excluded.decided_at,
           decided_by = excluded.decided_by, reason = excluded.reason, wake_at = excluded.wake_at, refusal = excluded.refusal`,
    [portalId, JSON.stringify(handoffs), definitionVersion],
  );
  const clocks = handoffs.map(({ handoffId, clock }) => ({ handoffId, ...clock }));
  await tx.query(
    `insert into clock (portal_id, handoff_id, kind, started_at, due_at, stopped_at)
     select $1, c."handoffId", c.kind, c."startedAt", c."dueAt", c."stoppedAt"
       from jsonb_to_recordset($2::jsonb) as c("handoffId" text, kind text, "startedAt" bigint, "dueAt" bigint, "stoppedAt" bigint)
     on conflict (portal_id, handoff_id, kind) do update set due_at = excluded.due_at, stopped_at = excluded.stopped_at`,
    [portalId, JSON.stringify(clocks)],
  );
}

/** Records whose open offer nobody can take: nobody has it, or somebody who no longer works here. */
export async function unassignedRecords(tx: Queryable, portalId: PortalId): Promise<RecordKey[]> {
  const { rows } = await tx.query<HandoffRow>(
    `select ${COLUMNS} from ${TABLES}
       left join owner o on o.portal_id = h.portal_id and o.owner_id = h.owner_id
      where h.portal_id = $1 and h.state = 'offered' and h.click is null and o.is_active is not true order by h.handoff_id`,
    [portalId],
  );
  return rows.map(handoffOf).flatMap((handoff) => recordOf(handoff) ?? []);
}

/**
 * Marks running clocks whose time has come (design D14). A click that waits for HubSpot may have come in time: its clock is left alone.
 *
 * @returns the handoffs whose clock was missed just now
 */
export async function missClocks(tx: Queryable, portalId: PortalId, now: Instant): Promise<Handoff[]> {
  const missed = await tx.query<{ handoff_id: string }>(
    `update clock c set missed_at = due_at from handoff h
      where c.portal_id = $1 and c.stopped_at is null and c.missed_at is null and c.due_at <= $2
        and h.portal_id = $1 and h.handoff_id = c.handoff_id and h.click is null
     returning c.handoff_id`,
    [portalId, now],
  );
  const { rows } = await tx.query<HandoffRow>(
    `select ${COLUMNS} from ${TABLES} where h.portal_id = $1 and h.handoff_id = any($2) order by h.handoff_id`,
    [portalId, missed.rows.map((row) => row.handoff_id)],
  );
  return rows.map(handoffOf);
}

const handoffOf = (row: HandoffRow): Handoff => ({
  handoffId: row.handoff_id,
  kind: row.kind,
  contactId: (row.contact_id ?? undefined) as RecordId | undefined,
  attempt: row.attempt ?? undefined,
  dealId: (row.deal_id ?? undefined) as RecordId | undefined,
  companyId: (row.company_id ?? undefined) as RecordId | undefined,
  priority: row.priority ?? undefined,
  cause: row.cause,
  fromOwnerId: row.from_owner_id ?? undefined,
  ownerId: row.owner_id ?? undefined,
  offeredAt: row.offered_at,
  state: row.state,
  click: row.click ?? undefined,
  decidedAt: row.decided_at ?? undefined,
  decidedBy: row.decided_by ?? undefined,
  reason: row.reason ?? undefined,
  wakeAt: row.wake_at ?? undefined,
  refusal: row.refusal ?? undefined,
  clock: {
    kind: row.clock_kind,
    startedAt: row.started_at,
    dueAt: row.due_at,
    stoppedAt: row.stopped_at ?? undefined,
    missedAt: row.missed_at ?? undefined,
  },
});
