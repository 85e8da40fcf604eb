import type { RecordKey } from '../domain/journey/fact.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { decideAndSave, type DecideNeeds } from './decide-and-save.ts';
import type { InboxRow, Lease, Observation, Store } from './ports.ts';
import { storedForm } from './stored-form.ts';

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
    const { touched, added } = await tx.observe(intake.observations.map(storedForm(await tx.settings())));
    for (const some of portionsOf(touched)) await decideAndSave(tx, some, needs);
    if (intake.quarantined?.length) await tx.quarantine(intake.quarantined);
    if (intake.inbox?.length)
      await tx.finishInbox(
        intake.inbox.map((row) => row.inboxId),
        needs.clock(),
      );
    return added;
  });
}

/** Companies decided at once: each brings all its people along. */
const COMPANIES_AT_ONCE = 25;

/** Everything at once, but for companies where they are many. */
function portionsOf(touched: readonly RecordKey[]): RecordKey[][] {
  const companies = touched.filter(({ type }) => type === 'company');
  const rest = touched.filter(({ type }) => type !== 'company');
  const portions = [[...rest, ...companies.slice(0, COMPANIES_AT_ONCE)]];
  for (let from = COMPANIES_AT_ONCE; from < companies.length; from += COMPANIES_AT_ONCE)
    portions.push(companies.slice(from, from + COMPANIES_AT_ONCE));
  return portions.filter((some) => some.length > 0);
}
