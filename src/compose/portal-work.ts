import { followedOf } from './followed.ts';
import { createWebhookReader } from '../adapters/hubspot/webhook-reader.ts';
import { localDate, startOfWeek } from '../domain/values/calendar.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS } from '../domain/values/instant.ts';
import { finishBackfill, loadProgress, saveProgress } from '../store/backfill-store.ts';
import { hasEdition, saveEdition } from '../store/edition-store.ts';
import { loadFunnelJourneys } from '../store/funnel-store.ts';
import { openDeliveries, pruneDeliveries } from '../store/inbox-store.ts';
import { dueWrites, enqueue, enqueueFigures, nextDueAt, postponeWrites, settleWrites } from '../store/outbox-store.ts';
import { loadSettings } from '../store/settings-store.ts';
import { takeSnapshot } from '../store/snapshot-store.ts';
import type { ReachPoint } from '../telemetry/crash-point.ts';
import { backfill } from '../usecases/backfill.ts';
import { drainInbox } from '../usecases/drain-inbox.ts';
import { drainOutbox } from '../usecases/drain-outbox.ts';
import type { Lease } from '../usecases/ports.ts';
import { OUTBOX_LANE } from '../usecases/outbox-lane.ts';
import { composeEdition } from '../usecases/publish-edition.ts';
import { rebuild } from '../usecases/rebuild.ts';
import { createAudienceWork } from './audience-work.ts';
import type { Core } from './core.ts';
import { createHandoffWork } from './handoff-work.ts';
import { createInputWork } from './input-work.ts';
import { readingNeeds } from './reading-needs.ts';
import { createSettingsWork } from './settings-work.ts';
import { sweepMinute } from './sweep-work.ts';
import { underLease } from './under-lease.ts';

export type PortalWork = ReturnType<typeof createPortalWork>;

/** Processed deliveries are kept for a week. */
const KEEP_DELIVERIES_MS = 7 * DAY_MS;
/** As many times rows are taken in before other work of the queue has its turn. */
const INPUT_ROUNDS = 20;

/** The pieces of work a portal asks for, each under its lease and safe to repeat. */
export function createPortalWork(core: Core, reach: ReachPoint, hasFunnelMetrics: boolean) {
  const { database, store, gateway, mapping, counters, log, clock } = core;
  const common = { store, gateway, mapping, clock };
  const inPortal = database.inPortal.bind(database);
  const handoffs = createHandoffWork(core);
  const inputs = createInputWork(core);
  const settingsWork = createSettingsWork(core);
  const reading = readingNeeds(core);

  /** Works on everything that HubSpot and people in it have told. */
  async function hear(portalId: PortalId, lease: Lease, committed: () => Promise<void>): Promise<void> {
    const settings = await store.inPortal(portalId, (tx) => tx.settings());
    await drainInbox(portalId, lease, {
      ...reading,
      webhooks: createWebhookReader(followedOf(settings), core.config.hubspot.appId),
      openDeliveries: (id, limit) => inPortal(id, (tx) => openDeliveries(tx, id, limit)),
      ignored: (reason) => counters.ignoredEvents.inc({ reason }),
      beforeCommit: () => reach('decide.after-gather'),
      afterCommit: async () => {
        await reach('decide.after-commit');
        await committed();
      },
    });
    await handoffs.decide(portalId, lease);
    await committed();
  }

  return {
    /** @returns false when there is more to do, or another process is at it */
    async decide(portalId: PortalId, committed: () => Promise<void>): Promise<boolean> {
      let isDone = false;
      const isOurs = await underLease(core, portalId, 'decide', async (lease) => {
        // What HubSpot tells comes first, and again after every few rows from elsewhere.
        for (let round = 0; round < INPUT_ROUNDS && !isDone; round += 1) {
          await hear(portalId, lease, committed);
          isDone = !(await inputs.takeIn(portalId, lease));
        }
      });
      return isOurs && isDone;
    },

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

    /** What the minute asks for: in a portal that is live what time brings about, and everywhere changes that no webhook told. */
    tick: (portalId: PortalId) =>
      underLease(core, portalId, 'decide', async (lease) => {
        await handoffs.tick(portalId, lease);
        await sweepMinute(core, portalId, lease);
      }),

    /** Reads the whole portal; `drift` is what was new. */
    async sweep(portalId: PortalId, report: (step: string, records: number) => void): Promise<number> {
      let added = 0;
      await underLease(core, portalId, 'backfill', async (lease) => {
        added = await backfill(portalId, lease, {
          ...reading,
          report,
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

    /** Does the what-ifs and calibrations that were asked for. */
    simulate: (portalId: PortalId) =>
      underLease(core, portalId, 'simulate', (lease) => settingsWork.runAsked(portalId, lease)),

    /** Decides about every record anew from the stored history. @returns how many */
    async rebuild(portalId: PortalId, report: (records: number) => void): Promise<number> {
      let done = 0;
      await underLease(core, portalId, 'rebuild', async (lease) => {
        done = await rebuild(portalId, lease, { ...common, report });
      });
      return done;
    },

    /** What the calendar asks for: the day's pipeline snapshot, the week's edition, the list of the audience, pruning. @returns what else is due */
    async timetable(portalId: PortalId): Promise<{ isSweepDue: boolean; hasAsked: boolean }> {
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
          await enqueueFigures(tx, portalId, edition.figures, OUTBOX_LANE.edition, at);
          await enqueue(
            tx,
            portalId,
            edition.outgoing.filter((record) => hasFunnelMetrics || record.type !== 'funnel_metric'),
            at,
          );
        });
      }
      if (settings.backfilledAt !== undefined) await createAudienceWork(core, portalId).keepDaily();
      await inPortal(portalId, (tx) => pruneDeliveries(tx, portalId, at - KEEP_DELIVERIES_MS));
      await inputs.prune(portalId);
      // Rules that were published since may ask about properties that were not read before.
      const { backfilledAt, publishedAt } = settings;
      const isSweepDue = backfilledAt === undefined || backfilledAt < publishedAt || at - backfilledAt > DAY_MS;
      return { isSweepDue, hasAsked: await settingsWork.timetable(portalId) };
    },
  };
}
