import type { PortalId } from '../domain/values/ids.ts';
import { MINUTE_MS, SECOND_MS, type Instant } from '../domain/values/instant.ts';
import { OUTBOX_LANE } from './outbox-lane.ts';
import {
  type Clock,
  HubSpotUnavailableError,
  type Lane,
  type OutboxRow,
  type PortalGateway,
  type PropertyWrite,
  type WriteOutcome,
} from './ports.ts';

export interface WriteNeeds {
  readonly gateway: PortalGateway;
  readonly clock: Clock;
  readonly dueWrites: (portalId: PortalId, limit: number) => Promise<OutboxRow[]>;
  readonly settle: (
    portalId: PortalId,
    sent: readonly OutboxRow[],
    outcomes: readonly WriteOutcome[],
    retryAt: (attempts: number) => Instant,
  ) => Promise<void>;
  readonly postpone: (portalId: PortalId, rows: readonly OutboxRow[], until: Instant) => Promise<void>;
  readonly refused: (type: string, id: string, reason: string) => void;
  readonly beforeSend: () => Promise<void>;
  readonly afterSend: () => Promise<void>;
}

/** HubSpot's batch size. */
const BATCH = 100;

/**
 * Sends what HubSpot does not say yet, a batch a call. Killed between HubSpot's answer and our record of it, the same values are sent
 * once more, which does no harm.
 *
 * @returns how many records were settled
 */
export async function drainOutbox(portalId: PortalId, needs: WriteNeeds): Promise<number> {
  let settled = 0;
  for (;;) {
    const rows = await needs.dueWrites(portalId, BATCH);
    if (rows.length === 0) return settled;
    const outcomes = await send(portalId, rows, needs);
    if (outcomes === undefined) return settled;
    for (const outcome of outcomes)
      if (outcome.kind === 'refused') needs.refused(rows[0]?.type ?? '', outcome.id, outcome.reason);
    await needs.settle(portalId, rows, outcomes, (attempts) => needs.clock() + backOffMs(attempts));
    settled += rows.length;
  }
}

/** @returns undefined when the portal as a whole has to wait; the rows are then due later and no attempt of theirs is counted */
async function send(
  portalId: PortalId,
  rows: readonly OutboxRow[],
  needs: WriteNeeds,
): Promise<WriteOutcome[] | undefined> {
  const writes = rows.map(changeOf);
  const changed = writes.filter((write) => Object.keys(write.properties).length > 0);
  const same = writes.filter((write) => Object.keys(write.properties).length === 0);
  try {
    await needs.beforeSend();
    const outcomes =
      changed.length === 0 ? [] : await needs.gateway.writeRecords(rows[0]?.type ?? '', changed, laneOf(rows));
    await needs.afterSend();
    return [...outcomes, ...same.map(({ id }): WriteOutcome => ({ id, kind: 'written' }))];
  } catch (fault) {
    if (!(fault instanceof HubSpotUnavailableError)) throw fault;
    await needs.postpone(portalId, rows, fault.retryAt);
    return undefined;
  }
}

/** Only what differs from what HubSpot confirmed; a value that should no longer be there is cleared. */
function changeOf({ type, id, desired, confirmed }: OutboxRow): PropertyWrite {
  const changed = Object.entries(desired).filter(([name, value]) => confirmed[name] !== value);
  const gone = Object.keys(confirmed).filter((name) => confirmed[name] !== '' && !(name in desired));
  return { type, id, properties: Object.fromEntries([...changed, ...gone.map((name) => [name, ''] as const)]) };
}

/** Editions of figures are background; somebody waits for what they were offered (design D9). */
function laneOf(rows: readonly OutboxRow[]): Lane {
  const first = Math.min(...rows.map(({ lane }) => lane));
  return first <= OUTBOX_LANE.offered ? 'person' : first < OUTBOX_LANE.edition ? 'live' : 'background';
}

const backOffMs = (attempts: number): number => Math.min(30 * MINUTE_MS, 2 ** attempts * SECOND_MS);
