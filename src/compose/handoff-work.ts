import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS, MINUTE_MS } from '../domain/values/instant.ts';
import {
  addHandRaises,
  conversionsUntil,
  finishHandRaises,
  openHandRaises,
  saveConversionsUntil,
} from '../store/hand-raise-store.ts';
import { dueIntents, markSent, ownValues, nextIntentAt, retryIntent, settleIntent } from '../store/intent-store.ts';
import { saveOwners } from '../store/owner-store.ts';
import { pruneRequests } from '../store/request-store.ts';
import { applyIntents } from '../usecases/apply-intents.ts';
import { drainIntents } from '../usecases/drain-intents.ts';
import { drainHandRaises, findHandRaises } from '../usecases/hand-raises.ts';
import { judgeEntries } from '../usecases/judge-entries.ts';
import { minuteWork } from '../usecases/minute-work.ts';
import type { Lease } from '../usecases/ports.ts';
import { releaseHeld } from '../usecases/release-held.ts';
import type { Core } from './core.ts';
import { readingNeeds } from './reading-needs.ts';

/** Webhooks have told of our own writes long before. */
const OWN_MS = 10 * MINUTE_MS;
/** Callbacks of workflow actions may be repeated for three days. */
const KEEP_REQUESTS_MS = 3 * DAY_MS;

/** The pieces of work around handoffs, wired to the store and to HubSpot. */
export function createHandoffWork(core: Core) {
  const { database, store, gateway, mapping, clock, counters, log } = core;
  const common = { store, gateway, mapping, clock };
  const inPortal = database.inPortal.bind(database);

  /** Does all of them; what fails is logged and done again with the next minute. */
  async function eachFor(portalId: PortalId, steps: readonly (() => Promise<unknown>)[]): Promise<void> {
    for (const step of steps) {
      await step().catch((fault: unknown) => log.error({ portalId, err: fault }, 'a part of the minute’s work failed'));
    }
  }

  return {
    /** What follows from HubSpot's answers, and hand-raises into the history. */
    async decide(portalId: PortalId, lease: Lease): Promise<void> {
      await applyIntents(portalId, lease, common);
      await drainHandRaises(portalId, lease, {
        ...readingNeeds(core),
        openHandRaises: (id, limit) => inPortal(id, (tx) => openHandRaises(tx, id, limit)),
        finishHandRaises: (id, raises) => inPortal(id, (tx) => finishHandRaises(tx, id, raises, clock())),
      });
    },

    /** @returns how many intents HubSpot has answered */
    ask: (portalId: PortalId): Promise<number> =>
      drainIntents(portalId, {
        gateway,
        clock,
        dueIntents: (id, limit) => inPortal(id, (tx) => dueIntents(tx, id, clock(), limit)),
        markSent: (id, intentId) => inPortal(id, (tx) => markSent(tx, id, intentId, clock())),
        ownValues: (id, record) => inPortal(id, (tx) => ownValues(tx, id, record, clock() - OWN_MS)),
        refused: ({ kind, record: { type, id } }, reason) => {
          counters.refusedWrites.inc({ type });
          log.warn({ portalId, kind, type, id, reason }, 'HubSpot refused what was asked of a record');
        },
        failed: ({ kind, record: { type, id } }, fault) =>
          log.error(
            { portalId, kind, type, id, err: fault },
            'a record could not be asked for; it is tried again later',
          ),
        settle: (id, intentId, outcome) => inPortal(id, (tx) => settleIntent(tx, id, intentId, outcome, clock())),
        retry: (id, intentId, dueAt) => inPortal(id, (tx) => retryIntent(tx, id, intentId, dueAt)),
      }),

    nextDueAt: (portalId: PortalId) => inPortal(portalId, (tx) => nextIntentAt(tx, portalId)),

    /** What the minute asks for: whose time is over, who works here, who raised a hand unseen. None waits for another. */
    async tick(portalId: PortalId, lease: Lease): Promise<void> {
      await eachFor(portalId, [
        () =>
          store.inPortal(portalId, async (tx) => {
            await tx.holdLease(lease);
            await minuteWork(tx, common);
          }),
        () =>
          store.inPortal(portalId, async (tx) => {
            await tx.holdLease(lease);
            await releaseHeld(tx, common);
          }),
        () =>
          store.inPortal(portalId, async (tx) => {
            await tx.holdLease(lease);
            await judgeEntries(tx, common);
          }),
        async () => {
          const owners = await gateway.owners('background');
          await inPortal(portalId, (tx) => saveOwners(tx, portalId, owners));
        },
        () =>
          findHandRaises(portalId, {
            ...common,
            loadSince: (id) => inPortal(id, (tx) => conversionsUntil(tx, id)),
            saveSince: (id, at) => inPortal(id, (tx) => saveConversionsUntil(tx, id, at)),
            addHandRaises: (id, raises) => inPortal(id, (tx) => addHandRaises(tx, id, raises)),
          }),
        () => inPortal(portalId, (tx) => pruneRequests(tx, portalId, clock() - KEEP_REQUESTS_MS)),
      ]);
    },
  };
}
