import { clickKey } from '../domain/handoff/handoff.ts';
import { settle, type Settlement } from '../domain/handoff/settle.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { CommitNeeds } from './commit-observations.ts';
import { recordsOf } from './minute-work.ts';
import { decideAndSave } from './decide-and-save.ts';
import type { Lease, PortalTransaction, SettledIntent } from './ports.ts';

const INTENTS_PER_COMMIT = 50;

/**
 * Draws the consequences of HubSpot's answers to what we asked for: a pending click becomes a decision or goes back to what it was
 * (design D8).
 */
export async function applyIntents(portalId: PortalId, lease: Lease, needs: CommitNeeds): Promise<void> {
  let applied: number;
  do {
    applied = await needs.store.inPortal(portalId, async (tx) => {
      await tx.holdLease(lease);
      const settled = await tx.settledIntents(INTENTS_PER_COMMIT);
      if (settled.length > 0) await apply(tx, settled, needs);
      return settled.length;
    });
  } while (applied === INTENTS_PER_COMMIT);
}

async function apply(tx: PortalTransaction, settled: readonly SettledIntent[], needs: CommitNeeds): Promise<void> {
  const now = needs.clock();
  const { version, work } = (await tx.settings()).definitions;
  await tx.markApplied(
    settled.map(({ intentId }) => intentId),
    now,
  );
  const settlements: Settlement[] = [];
  for (const { handoffId, outcome, key } of settled) {
    const handoff = handoffId === undefined ? undefined : await tx.handoff(handoffId);
    if (handoff?.click && key === clickKey(handoff, handoff.click))
      settlements.push(settle(handoff, handoff.click, outcome, work));
  }
  if (settlements.length === 0) return;
  const handoffs = settlements.map((each) => each.handoff);
  const decisions = settlements.flatMap((each) => each.decisions);
  const intents = settlements.flatMap((each) => each.intents);
  const checks = settlements.flatMap((each) => each.checks);
  await tx.saveFollowUp({ handoffs, decisions, intents, checks, turns: [] }, now, version);
  await decideAndSave(tx, handoffs.flatMap(recordsOf), needs);
}
