import type { Intent } from '../domain/handoff/handoff.ts';
import type { Outcome } from '../domain/handoff/settle.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { HOUR_MS, type Instant } from '../domain/values/instant.ts';
import type { SettledIntent, WaitingIntent } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

/** A deal HubSpot refused, as for a property it requires, is worth another try after somebody may have mended it. */
const REFUSED_DEAL_PAUSE_MS = HOUR_MS;

/** Asks for each intent once: what was asked for under the same key stays as it is, unless it is a deal that was refused. */
export async function saveIntents(
  tx: Queryable,
  portalId: PortalId,
  intents: readonly Intent[],
  at: Instant,
): Promise<void> {
  if (intents.length === 0) return;
  const rows = intents.map((intent) => ({
    ...intent,
    type: intent.record.type,
    id: intent.record.id,
    content: intent.kind === 'set' ? intent.changes : intent.content,
  }));
  await tx.query(
    `insert into intent (portal_id, kind, intent_key, object_type, object_id, content, handoff_id, created_at, due_at)
     select $1, i.kind, i.key, i.type, i.id, i.content, i."handoffId", $3, $3
       from jsonb_to_recordset($2::jsonb) as i(kind text, key text, type text, id text, content jsonb, "handoffId" text)
     on conflict (portal_id, intent_key) do update
       set state = 'waiting', outcome = null, settled_at = null, applied_at = null, attempts = 0, due_at = $3::bigint + $4
     where intent.kind = 'create_deal' and intent.state = 'refused'`,
    [portalId, JSON.stringify(rows), at, REFUSED_DEAL_PAUSE_MS],
  );
}

/** Keys of the deals that were already asked for because of these contacts. */
export async function dealIntentKeys(
  tx: Queryable,
  portalId: PortalId,
  contactIds: readonly RecordId[],
): Promise<Set<string>> {
  const { rows } = await tx.query<{ intent_key: string }>(
    `select intent_key from intent where portal_id = $1 and object_type = 'contact' and object_id = any($2) and kind = 'create_deal' and state <> 'refused'`,
    [portalId, contactIds],
  );
  return new Set(rows.map((row) => row.intent_key));
}

interface IntentRow {
  intent_id: number;
  kind: Intent['kind'];
  intent_key: string;
  object_type: string;
  object_id: string;
  content: never;
  handoff_id: string | null;
  attempts: number;
}

const COLUMNS = 'intent_id, kind, intent_key, object_type, object_id, content, handoff_id, attempts';

/** Intents whose time has come, in the order they were asked for: of one record only the first, so that none overtakes another. */
export async function dueIntents(
  tx: Queryable,
  portalId: PortalId,
  now: Instant,
  limit: number,
): Promise<WaitingIntent[]> {
  const { rows } = await tx.query<IntentRow>(
    `select ${COLUMNS} from (
       select distinct on (object_type, object_id) ${COLUMNS}, due_at from intent
        where portal_id = $1 and state = 'waiting' order by object_type, object_id, intent_id
     ) first where due_at <= $2 order by intent_id limit $3`,
    [portalId, now, limit],
  );
  return rows.map((row) => ({
    intentId: row.intent_id,
    attempts: row.attempts,
    intent: intentOf(row),
  }));
}

function intentOf(row: IntentRow): Intent {
  const base = { key: row.intent_key, handoffId: row.handoff_id ?? undefined };
  const record = { type: row.object_type, id: row.object_id };
  return (
    row.kind === 'set'
      ? { ...base, kind: row.kind, record, changes: row.content }
      : { ...base, kind: row.kind, record, content: row.content }
  ) as Intent;
}

/** Marks it before it is sent for the first time, so that what comes back is known as ours. */
export async function markSent(tx: Queryable, portalId: PortalId, intentId: number, at: Instant): Promise<void> {
  await tx.query('update intent set sent_at = coalesce(sent_at, $3) where portal_id = $1 and intent_id = $2', [
    portalId,
    intentId,
    at,
  ]);
}

/** Values we asked a record to have since an instant, by property: what stands there because of us, whether or not we have heard of it. */
export async function ownValues(
  tx: Queryable,
  portalId: PortalId,
  { type, id }: Intent['record'],
  since: Instant,
): Promise<Map<string, string[]>> {
  const { rows } = await tx.query<{ property: string; values: string[] }>(
    `select c.key as property, array_agg(c.value ->> 'to') as values
       from intent i cross join jsonb_each(i.content) c
      where i.portal_id = $1 and i.object_type = $2 and i.object_id = $3 and i.kind = 'set' and i.sent_at >= $4
      group by c.key`,
    [portalId, type, id, since],
  );
  return new Map(rows.map((row) => [row.property, row.values]));
}

export async function settleIntent(
  tx: Queryable,
  portalId: PortalId,
  intentId: number,
  outcome: Outcome,
  at: Instant,
): Promise<void> {
  await tx.query(
    `update intent set state = $3, outcome = $4, settled_at = $5 where portal_id = $1 and intent_id = $2 and state = 'waiting'`,
    [portalId, intentId, outcome.state, outcome.why ?? null, at],
  );
}

export async function retryIntent(tx: Queryable, portalId: PortalId, intentId: number, dueAt: Instant): Promise<void> {
  await tx.query('update intent set attempts = attempts + 1, due_at = $3 where portal_id = $1 and intent_id = $2', [
    portalId,
    intentId,
    dueAt,
  ]);
}

/** When the next intent is due; undefined when none waits. */
export async function nextIntentAt(tx: Queryable, portalId: PortalId): Promise<Instant | undefined> {
  const { rows } = await tx.query<{ due_at: number | null }>(
    `select min(due_at) as due_at from intent where portal_id = $1 and state = 'waiting'`,
    [portalId],
  );
  return rows[0]?.due_at ?? undefined;
}

/** Intents HubSpot has answered, from which nothing followed yet. */
export async function settledIntents(tx: Queryable, portalId: PortalId, limit: number): Promise<SettledIntent[]> {
  const { rows } = await tx.query<{
    intent_id: number;
    intent_key: string;
    handoff_id: string | null;
    state: Outcome['state'];
    outcome: string | null;
  }>(
    `select intent_id, intent_key, handoff_id, state, outcome from intent
      where portal_id = $1 and state <> 'waiting' and applied_at is null order by intent_id limit $2`,
    [portalId, limit],
  );
  return rows.map((row) => ({
    intentId: row.intent_id,
    key: row.intent_key,
    handoffId: row.handoff_id ?? undefined,
    outcome: { state: row.state, why: row.outcome ?? undefined },
  }));
}

export async function markApplied(
  tx: Queryable,
  portalId: PortalId,
  intentIds: readonly number[],
  at: Instant,
): Promise<void> {
  await tx.query('update intent set applied_at = $3 where portal_id = $1 and intent_id = any($2)', [
    portalId,
    intentIds,
    at,
  ]);
}
