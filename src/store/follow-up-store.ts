import { ENGINE_VERSION } from '../domain/engine-version.ts';
import type { FollowUp } from '../domain/handoff/work.ts';
import type { Decision } from '../domain/handoff/handoff.ts';
import { DECIDED_STAGE } from '../domain/journey/fact.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { saveHandoffs } from './handoff-store.ts';
import { saveIntents } from './intent-store.ts';
import { saveTurns } from './owner-store.ts';
import type { Queryable } from './queryable.ts';

/** Stores what the rules of work decided, offered and asked for. */
export async function saveFollowUp(
  tx: Queryable,
  portalId: PortalId,
  { decisions, handoffs, intents, turns }: FollowUp,
  at: Instant,
  definitionVersion: number,
): Promise<void> {
  await saveHandoffs(tx, portalId, handoffs, definitionVersion);
  await appendDecisions(tx, portalId, decisions, at, definitionVersion);
  await saveIntents(tx, portalId, intents, at);
  await saveTurns(tx, portalId, turns);
}

/** Decisions are part of the history, with the evidence they were made on (design D2). */
async function appendDecisions(
  tx: Queryable,
  portalId: PortalId,
  decisions: readonly Decision[],
  knownAt: Instant,
  definitionVersion: number,
): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(({ record, milestone, at, evidence }) => ({ ...record, milestone, at, evidence }));
  await tx.query(
    `insert into event (portal_id, kind, event_type, object_type, object_id, property, value, occurred_at, known_at, source_type,
                        definition_version, engine_version, evidence)
     select $1, 'decided', 'decided', d.type, d.id, $3, d.milestone, d.at, $4, 'L2R', $5, $6, d.evidence
       from jsonb_to_recordset($2::jsonb) as d(type text, id text, milestone text, at bigint, evidence jsonb)`,
    [portalId, JSON.stringify(rows), DECIDED_STAGE, knownAt, definitionVersion, ENGINE_VERSION],
  );
}
