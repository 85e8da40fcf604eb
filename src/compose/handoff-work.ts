import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS } from '../domain/values/instant.ts';
import {
  addHandRaises,
  conversionsUntil,
  finishHandRaises,
  openHandRaises,
  saveConversionsUntil,
} from '../store/hand-raise-store.ts';
import { dueIntents, markSent, nextIntentAt, retryIntent, settleIntent } from '../store/intent-store.ts';
import { saveOwners } from '../store/owner-store.ts';
import { unknownRecords } from '../store/record-store.ts';
import { pruneRequests } from '../store/request-store.ts';
import { applyIntents } from '../usecases/apply-intents.ts';
import { drainIntents } from '../usecases/drain-intents.ts';
import { drainHandRaises, findHandRaises } from '../usecases/hand-raises.ts';
import { minuteWork } from '../usecases/minute-work.ts';
import type { Lease } from '../usecases/ports.ts';
import type { Core } from './core.ts';

/** Callbacks of workflow actions may be repeated for three days. */
const KEEP_REQUESTS_MS = 3 * DAY_MS;

/** The pieces of work around handoffs, wired to the store and to HubSpot. */
export function createHandoffWork({ database, store, gateway, mapping, clock }: Core) {
  const common = { store, gateway, mapping, clock };
  const inPortal = database.inPortal.bind(database);

  return {
    /** Hand-raises into the history, and what follows from HubSpot's answers. */
    async decide(portalId: PortalId, lease: Lease): Promise<void> {
      await drainHandRaises(portalId, lease, {
        ...common,
        openHandRaises: (id, limit) => inPortal(id, (tx) => openHandRaises(tx, id, limit)),
        finishHandRaises: (id, raises) => inPortal(id, (tx) => finishHandRaises(tx, id, raises, clock())),
        unknownRecords: (id, keys) => inPortal(id, (tx) => unknownRecords(tx, id, keys)),
      });
      await applyIntents(portalId, lease, common);
    },

    /** @returns how many intents HubSpot has answered */
    ask: (portalId: PortalId): Promise<number> =>
      drainIntents(portalId, {
        gateway,
        clock,
        dueIntents: (id, limit) => inPortal(id, (tx) => dueIntents(tx, id, clock(), limit)),
        markSent: (id, intentIds) => inPortal(id, (tx) => markSent(tx, id, intentIds, clock())),
        settle: (id, intentId, outcome) => inPortal(id, (tx) => settleIntent(tx, id, intentId, outcome, clock())),
        retry: (id, intentId, dueAt) => inPortal(id, (tx) => retryIntent(tx, id, intentId, dueAt)),
      }),

    nextDueAt: (portalId: PortalId) => inPortal(portalId, (tx) => nextIntentAt(tx, portalId)),

    /** What the minute asks for: who works here, who raised a hand unseen, whose time is over. */
    async tick(portalId: PortalId, lease: Lease): Promise<void> {
      const owners = await gateway.owners('background');
      await inPortal(portalId, (tx) => saveOwners(tx, portalId, owners));
      await findHandRaises(portalId, {
        ...common,
        loadSince: (id) => inPortal(id, (tx) => conversionsUntil(tx, id)),
        saveSince: (id, at) => inPortal(id, (tx) => saveConversionsUntil(tx, id, at)),
        addHandRaises: (id, raises) => inPortal(id, (tx) => addHandRaises(tx, id, raises)),
      });
      await store.inPortal(portalId, async (tx) => {
        await tx.holdLease(lease);
        await minuteWork(tx, common);
      });
      await inPortal(portalId, (tx) => pruneRequests(tx, portalId, clock() - KEEP_REQUESTS_MS));
    },
  };
}
