import type { PortalId } from '../domain/values/ids.ts';
import { decideAndSave, type DecideNeeds } from './decide-and-save.ts';
import { withPlainDate } from './observe-record.ts';
import type { InboxRow, Lease, Observation, Store } from './ports.ts';

export interface Intake {
  readonly observations: readonly Observation[];
  /** Deliveries that are done with once this is committed, and events of theirs that could not be understood. */
  readonly inbox?: readonly InboxRow[];
  readonly quarantined?: readonly { event: string; reason: string; receivedAt: number }[];
}

export interface CommitNeeds extends DecideNeeds {
  readonly store: Store;
}

/**
 * The one way into the history: adds observations, decides anew for everybody they touch, and stores events, state and outgoing work
 * in one transaction. Doing it twice changes nothing.
 *
 * @returns how many lines of history were new
 */
export async function commitObservations(
  portalId: PortalId,
  lease: Lease,
  intake: Intake,
  needs: CommitNeeds,
): Promise<number> {
  return needs.store.inPortal(portalId, async (tx) => {
    await tx.holdLease(lease);
    const settings = await tx.settings();
    const { touched, added } = await tx.observe(intake.observations.map((each) => withPlainDate(each, settings)));
    if (touched.length > 0) await decideAndSave(tx, touched, needs);
    if (intake.quarantined?.length) await tx.quarantine(intake.quarantined);
    if (intake.inbox?.length)
      await tx.finishInbox(
        intake.inbox.map((row) => row.inboxId),
        needs.clock(),
      );
    return added;
  });
}
