import { followedOf } from './followed.ts';
import { createWebhookReader } from '../adapters/hubspot/webhook-reader.ts';
import { localDate, startOfWeek } from '../domain/values/calendar.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS } from '../domain/values/instant.ts';
import { finishBackfill, loadProgress, saveProgress } from '../store/backfill-store.ts';
import { hasEdition, saveEdition } from '../store/edition-store.ts';
import { loadFunnelJourneys } from '../store/funnel-store.ts';
import { openDeliveries, pruneDeliveries } from '../store/inbox-store.ts';
import { dueWrites, enqueue, nextDueAt, postponeWrites, settleWrites } from '../store/outbox-store.ts';
import { deletedRecords, knownContacts, unknownRecords } from '../store/record-store.ts';
import { loadSettings } from '../store/settings-store.ts';
import { takeSnapshot } from '../store/snapshot-store.ts';
import type { ReachPoint } from '../telemetry/crash-point.ts';
import { backfill } from '../usecases/backfill.ts';
import { drainInbox } from '../usecases/drain-inbox.ts';
import { drainOutbox } from '../usecases/drain-outbox.ts';
import type { Lease } from '../usecases/ports.ts';
import { composeEdition } from '../usecases/publish-edition.ts';
import { rebuild } from '../usecases/rebuild.ts';
import type { Core } from './core.ts';
import { createHandoffWork } from './handoff-work.ts';

export type PortalWork = ReturnType<typeof createPortalWork>;

/** Processed deliveries are kept for a week. */
const KEEP_DELIVERIES_MS = 7 * DAY_MS;

/** The pieces of work a portal asks for, each under its lease and safe to repeat. */
export function createPortalWork(core: Core, reach: ReachPoint, hasFunnelMetrics: boolean) {
  const { database, store, gateway, mapping, counters, log, clock } = core;
  const common = { store, gateway, mapping, clock };
  const inPortal = database.inPortal.bind(database);
  const handoffs = createHandoffWork(core);
  const contacts: Parameters<typeof backfill>[2]['knownContacts'] = (id, deals) =>
    inPortal(id, (tx) => knownContacts(tx, id, deals));

  return {
    /** @returns false when another process is at it */
    decide: (portalId: PortalId, committed: () => Promise<void>) =>
      underLease(core, portalId, 'decide', async (lease) => {
        const settings = await store.inPortal(portalId, (tx) => tx.settings());
        await drainInbox(portalId, lease, {
          ...common,
          webhooks: createWebhookReader(followedOf(settings), core.config.hubspot.appId),
          openDeliveries: (id, limit) => inPortal(id, (tx) => openDeliveries(tx, id, limit)),
          unknownRecords: (id, keys) => inPortal(id, (tx) => unknownRecords(tx, id, keys)),
          knownContacts: contacts,
          ignored: (reason) => counters.ignoredEvents.inc({ reason }),
          beforeCommit: () => reach('decide.after-gather'),
          afterCommit: async () => {
            await reach('decide.after-commit');
            await committed();
          },
        });
        await handoffs.decide(portalId, lease);
        await committed();
      }),

    /**
     * What people may wait for goes first.
     *
     * @param answered  called when HubSpot has answered something from which more follows
     * @returns the instant at which more is due, if any
     */
    async write(portalId: PortalId, answered: () => Promise<void>): Promise<number | undefined> {
      // Again before every batch: a click must not wait until all records of an edition are written.
      const askFirst = async () => {
        if ((await handoffs.ask(portalId)) > 0) await answered();
      };
      await underLease(core, portalId, 'write', async () => {
        await askFirst();
        await drainOutbox(portalId, {
          gateway,
          clock,
          dueWrites: (id, limit) => inPortal(id, (tx) => dueWrites(tx, id, clock(), limit)),
          settle: async (id, sent, outcomes, retryAt) => {
            await inPortal(id, (tx) => settleWrites(tx, id, sent, outcomes, retryAt));
            await reach('write.after-settle');
          },
          postpone: (id, rows, until) => inPortal(id, (tx) => postponeWrites(tx, id, rows, until)),
          refused: (type, id, reason) => {
            counters.refusedWrites.inc({ type });
            log.warn(
              { portalId, type, id, reason },
              'HubSpot refused to write a record; it is set aside until it changes',
            );
          },
          beforeSend: async () => {
            await askFirst();
            await reach('write.before-send');
          },
          afterSend: () => reach('write.after-send'),
        });
      });
      const due = [await inPortal(portalId, (tx) => nextDueAt(tx, portalId)), await handoffs.nextDueAt(portalId)];
      return due.filter((at) => at !== undefined).sort((a, b) => a - b)[0];
    },

    /** What the minute asks for in a portal that is live. */
    tick: (portalId: PortalId) => underLease(core, portalId, 'decide', (lease) => handoffs.tick(portalId, lease)),

    /** Reads the whole portal; `drift` is what was new. */
    async sweep(portalId: PortalId, report: (step: string, records: number) => void): Promise<number> {
      let added = 0;
      await underLease(core, portalId, 'backfill', async (lease) => {
        added = await backfill(portalId, lease, {
          ...common,
          report,
          knownContacts: contacts,
          deletedRecords: (id, keys) => inPortal(id, (tx) => deletedRecords(tx, id, keys)),
          progress: {
            load: (id, step) => inPortal(id, (tx) => loadProgress(tx, id, step)),
            save: (id, step, cursor) => inPortal(id, (tx) => saveProgress(tx, id, step, cursor, clock())),
            finish: (id) => inPortal(id, (tx) => finishBackfill(tx, id, clock())),
          },
        });
      });
      // The embedded database has nobody who tidies up and counts for its planner.
      if (database.kind === 'embedded') await database.query('vacuum analyze');
      return added;
    },

    /** Decides about every record anew from the stored history. @returns how many */
    async rebuild(portalId: PortalId, report: (records: number) => void): Promise<number> {
      let done = 0;
      await underLease(core, portalId, 'rebuild', async (lease) => {
        done = await rebuild(portalId, lease, { ...common, report });
      });
      return done;
    },

    /** What the calendar asks for: the day's pipeline snapshot, the week's edition, pruning. @returns whether a sweep is due */
    async timetable(portalId: PortalId): Promise<boolean> {
      const settings = await store.inPortal(portalId, (tx) => tx.settings());
      const at = clock();
      const day = localDate(at, settings.timeZone);
      const week = localDate(startOfWeek(at, settings.timeZone), settings.timeZone);
      if (settings.backfilledAt !== undefined) {
        await inPortal(portalId, (tx) => takeSnapshot(tx, portalId, day, at));
        await inPortal(portalId, async (tx) => {
          if (await hasEdition(tx, portalId, week)) return;
          const edition = composeEdition(
            await loadSettings(tx, portalId),
            await loadFunnelJourneys(tx, portalId),
            mapping,
            at,
          );
          await saveEdition(tx, portalId, week, edition.rows);
          await enqueue(
            tx,
            portalId,
            edition.outgoing.filter((record) => hasFunnelMetrics || record.type !== 'funnel_metric'),
            at,
          );
        });
      }
      await inPortal(portalId, (tx) => pruneDeliveries(tx, portalId, at - KEEP_DELIVERIES_MS));
      return settings.backfilledAt === undefined || at - settings.backfilledAt > DAY_MS;
    },
  };
}

async function underLease(
  { store }: Core,
  portalId: PortalId,
  name: string,
  work: (lease: Lease) => Promise<void>,
): Promise<boolean> {
  const lease = await store.takeLease(portalId, name);
  if (!lease) return false;
  try {
    await work(lease);
    return true;
  } finally {
    await store.releaseLease(lease);
  }
}
