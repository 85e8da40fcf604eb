import type { RecordKey } from '../domain/journey/fact.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { commitObservations, type CommitNeeds } from './commit-observations.ts';
import type { LinkNeeds } from './observe-links.ts';
import type { InboxRow, Lease, Observation, Understood, WebhookReader } from './ports.ts';
import { readIn } from './read-in.ts';

export interface DrainNeeds extends CommitNeeds, LinkNeeds {
  readonly webhooks: WebhookReader;
  readonly openDeliveries: (portalId: PortalId, limit: number) => Promise<InboxRow[]>;
  readonly ignored: (reason: string) => void;
  readonly beforeCommit: () => Promise<void>;
  readonly afterCommit: () => Promise<void>;
}

/** Deliveries of up to 100 events that go into one transaction. */
const DELIVERIES_PER_COMMIT = 20;

/**
 * Works on everything a portal's webhooks have told: gather what is missing from HubSpot, decide, commit. Each round ends committed, so
 * a killed process repeats at most one round, which changes nothing it had done.
 *
 * @returns how many deliveries were worked on
 */
export async function drainInbox(portalId: PortalId, lease: Lease, needs: DrainNeeds): Promise<number> {
  let done = 0;
  for (;;) {
    const rows = await needs.openDeliveries(portalId, DELIVERIES_PER_COMMIT);
    if (rows.length === 0) return done;
    await workOn(portalId, lease, rows, needs);
    await needs.afterCommit();
    done += rows.length;
  }
}

async function workOn(portalId: PortalId, lease: Lease, inbox: readonly InboxRow[], needs: DrainNeeds): Promise<void> {
  const told = inbox.flatMap((row) =>
    needs.webhooks
      .events(row.body)
      .map((event) => ({ row, event, meaning: needs.webhooks.understand(event, row.receivedAt) })),
  );
  for (const { meaning } of told) if (meaning.kind === 'ignored') needs.ignored(meaning.reason);
  const quarantined = told.flatMap(({ row, event, meaning }) =>
    meaning.kind === 'unreadable'
      ? [{ event: JSON.stringify(event), reason: meaning.reason, receivedAt: row.receivedAt }]
      : [],
  );
  const meanings = told.map((each) => each.meaning);
  const read = await gather(portalId, meanings, needs);
  const observations = [
    ...read,
    ...meanings.flatMap((meaning) => (meaning.kind === 'observed' ? meaning.observations : [])),
  ];
  await needs.beforeCommit();
  await commitObservations(portalId, lease, { observations, inbox, quarantined }, needs);
}

/** Reads the records that events speak of and we do not know, and the companies of contacts whose links to companies changed. */
async function gather(portalId: PortalId, meanings: readonly Understood[], needs: DrainNeeds): Promise<Observation[]> {
  const observed = meanings.filter((meaning) => meaning.kind === 'observed');
  const wanted = observed.flatMap((meaning) => meaning.read);
  const changes = observed.flatMap((meaning) => meaning.companyChanges ?? []);
  const unknown = await needs.unknownRecords(portalId, uniqueKeys(wanted));
  const keys = uniqueKeys([...unknown, ...wanted.filter((key) => key.always)]);
  if (keys.length === 0 && changes.length === 0) return [];
  const settings = await needs.store.inPortal(portalId, (tx) => tx.settings());
  return readIn(settings, keys, changes, 'live', needs);
}

const uniqueKeys = (keys: readonly RecordKey[]): RecordKey[] => [
  ...new Map(keys.map(({ type, id }) => [`${type} ${id}`, { type, id }])).values(),
];
