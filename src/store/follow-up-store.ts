import { ENGINE_VERSION } from '../domain/engine-version.ts';
import type { FollowUp } from '../domain/handoff/work.ts';
import type { Decision, Reinstatement } from '../domain/handoff/handoff.ts';
import { DECIDED_STAGE, type RecordKey } from '../domain/journey/fact.ts';
import { REINSTATED } from '../domain/qualification/barrier.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { saveSuppressed } from './assessment-store.ts';
import { saveHandoffs } from './handoff-store.ts';
import { saveIntents } from './intent-store.ts';
import { saveTurns } from './owner-store.ts';
import type { Queryable } from './queryable.ts';
import { saveStageChecks } from './stage-check-store.ts';

/** Stores what the rules of work decided, offered and asked for. */
export async function saveFollowUp(
  tx: Queryable,
  portalId: PortalId,
  { decisions, handoffs, intents, turns, suppressed, reinstatements = [], checks = [] }: FollowUp,
  at: Instant,
  definitionVersion: number,
): Promise<void> {
  await saveHandoffs(tx, portalId, handoffs, definitionVersion);
  const decided = [...decisions.map(decisionRow), ...reinstatements.map(reinstatementRow)];
  await appendDecided(tx, portalId, decided, at, definitionVersion);
  await saveIntents(tx, portalId, intents, at);
  await saveTurns(tx, portalId, turns);
  await saveStageChecks(tx, portalId, checks, definitionVersion);
  await saveSuppressed(tx, portalId, suppressed ?? [], definitionVersion);
}

/** A line of the history that we wrote ourselves: a decision, or that one was taken back. */
interface DecidedRow extends RecordKey {
  readonly property: string;
  readonly value: string;
  readonly at: Instant;
  readonly evidence: Decision['evidence'];
}

const decisionRow = ({ record, milestone: value, at, evidence }: Decision): DecidedRow => ({
  ...record,
  property: DECIDED_STAGE,
  value,
  at,
  evidence,
});

const reinstatementRow = ({ record, reason: value, at, evidence }: Reinstatement): DecidedRow => ({
  ...record,
  property: REINSTATED,
  value,
  at,
  evidence,
});

/** Decisions are part of the history, with the evidence they were made on (design D2). */
async function appendDecided(
  tx: Queryable,
  portalId: PortalId,
  rows: readonly DecidedRow[],
  knownAt: Instant,
  definitionVersion: number,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into event (portal_id, kind, event_type, object_type, object_id, property, value, occurred_at, known_at, source_type,
                        definition_version, engine_version, evidence)
     select $1, 'decided', 'decided', d.type, d.id, d.property, d.value, d.at, $3, 'L2R', $4, $5, d.evidence
       from jsonb_to_recordset($2::jsonb) as d(type text, id text, property text, value text, at bigint, evidence jsonb)`,
    [portalId, JSON.stringify(rows), knownAt, definitionVersion, ENGINE_VERSION],
  );
}
