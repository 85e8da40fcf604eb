import { decidePeople } from './decide-people.ts';
import type {
  Clock,
  InboxRow,
  Lease,
  Observation,
  OutgoingRecord,
  PortalTransaction,
  RecordMapping,
  Store,
} from './ports.ts';
import type { DealState, PersonState } from './ports.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { stageIn } from '../domain/journey/standing.ts';

/** Outbox lanes, most valuable first. */
export const OUTBOX_LANE = { live: 10, background: 20, edition: 30 } as const;

export interface Intake {
  readonly observations: readonly Observation[];
  /** Deliveries that are done with once this is committed, and events of theirs that could not be understood. */
  readonly inbox?: readonly InboxRow[];
  readonly quarantined?: readonly { event: string; reason: string; receivedAt: number }[];
}

export interface CommitNeeds {
  readonly store: Store;
  readonly mapping: RecordMapping;
  readonly clock: Clock;
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
    const { touched, added } = await tx.observe(intake.observations);
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

async function decideAndSave(
  tx: PortalTransaction,
  touched: Parameters<PortalTransaction['neighborhood']>[0],
  needs: CommitNeeds,
): Promise<void> {
  const settings = await tx.settings();
  const { people, deals } = decidePeople(await tx.neighborhood(touched), settings);
  await tx.saveDeals(deals, settings.definitions.version);
  await tx.savePeople(people, settings.definitions.version);
  await tx.enqueue(await outgoing(tx, people, deals, needs.mapping), needs.clock());
}

async function outgoing(
  tx: PortalTransaction,
  people: readonly PersonState[],
  deals: readonly DealState[],
  mapping: RecordMapping,
): Promise<OutgoingRecord[]> {
  const figuresOf = await tx.stageFigures();
  const contacts = people
    .filter((person) => person.excluded === undefined)
    .map((person) => {
      const last = person.journeys.at(-1);
      const stage = last && stageIn(last.visits);
      const figures = last && stage && figuresOf(last.channel, stage.milestone);
      return {
        type: 'contact',
        id: person.contactId,
        lane: OUTBOX_LANE.live,
        desired: mapping.contact(person.journeys, figures),
      };
    });
  const own = deals
    .filter((deal) => deal.excluded === undefined)
    .map((deal) => ({ type: 'deal', id: deal.dealId, lane: OUTBOX_LANE.live, desired: mapping.deal(deal.visits) }));
  return [...contacts, ...own];
}
