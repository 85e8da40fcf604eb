import { checkSignature } from '../adapters/hubspot/signature.ts';
import { createWebhookReader } from '../adapters/hubspot/webhook-reader.ts';
import { now } from '../adapters/system/system.ts';
import { type Config, ConfigError } from '../config/config.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { MINUTE_MS } from '../domain/values/instant.ts';
import { getHealth } from '../http/routes/get-health.ts';
import { getMetrics } from '../http/routes/get-metrics.ts';
import { getStatus } from '../http/routes/get-status.ts';
import { postWebhooksHubspot } from '../http/routes/post-webhooks-hubspot.ts';
import { startHttp } from '../http/server.ts';
import { askForAll, startTimetable } from '../jobs/timetable.ts';
import { type Queue, startWorker } from '../jobs/worker.ts';
import { quarantine, storeDelivery } from '../store/inbox-store.ts';
import { listPortals } from '../store/settings-store.ts';
import { workStatus } from '../store/status-store.ts';
import { crashPoints, type ReachPoint } from '../telemetry/crash-point.ts';
import type { Logger } from '../telemetry/logger.ts';
import { receiveWebhooks } from '../usecases/receive-webhooks.ts';
import { type Core, openCore } from './core.ts';
import { followedOf } from './followed.ts';
import { createInputRoutes } from './input-routes.ts';
import { createPersonRoutes } from './person-routes.ts';
import { createPortalWork, type PortalWork } from './portal-work.ts';
import { createSettingsRoutes } from './settings-routes.ts';
import { createStatusReport } from './status-report.ts';

export interface Backend extends AsyncDisposable {
  readonly port: number;
  readonly portalId: PortalId;
}

/** Work that waited longer than this without moving means that something is stuck. */
const STUCK_MS = 5 * MINUTE_MS;

/** The backend: takes webhooks in, works on them, writes back, and shows where it stands. Disposing of it stops it in good order. */
export async function startBackend(config: Config, log: Logger): Promise<Backend> {
  if (config.hubspot.clientSecrets.length === 0) {
    throw new ConfigError('HUBSPOT_CLIENT_SECRET is not set: without it no webhook can be verified.');
  }
  if (config.crashPoints.length > 0 && new URL(config.hubspot.baseUrl).hostname.endsWith('hubapi.com')) {
    throw new ConfigError('L2R_CRASH_POINTS is only for tests against a sandbox; unset it.');
  }
  const stack = new AsyncDisposableStack();
  try {
    const core = stack.use(await openCore(config, log));
    const portalId = await core.connect();
    const provisioned = await core.gateway.provision('background');
    for (const missing of provisioned.unavailable) log.warn({ portalId }, `not available in this portal: ${missing}`);
    const reach = crashPoints(config.crashPoints[0], () => waiting(core, portalId));
    const work = createPortalWork(core, reach, provisioned.hasFunnelMetrics);
    const queue = stack.use(await startQueue(core, work));
    const report = (fault: unknown) => log.error(fault, 'a request failed');
    const status = getStatus(createStatusReport(core, portalId));
    const open = await routes(core, portalId, queue, reach);
    const http = stack.use(
      await startHttp({ ...config.http, routes: isLocal(config.http.publicUrl) ? [...open, status] : open, report }),
    );
    if (config.operatorPort !== undefined) {
      const operators = [getMetrics(core.counters.registry), status];
      stack.use(
        await startHttp({
          host: '127.0.0.1',
          port: config.operatorPort,
          portSetting: 'OPERATOR_PORT',
          routes: operators,
          report,
        }),
      );
    }
    const portals = () => listPortals(core.database);
    stack.use(
      startTimetable({ queue, portals, failed: (fault) => log.error(fault, 'the timetable could not ask for work') }),
    );
    await askForAll(queue, portals);
    const parts = stack.move();
    return { port: http.port, portalId, [Symbol.asyncDispose]: () => parts.disposeAsync() };
  } catch (fault) {
    await stack.disposeAsync();
    throw fault;
  }
}

function startQueue(core: Core, work: PortalWork): Promise<Queue> {
  const queue: Promise<Queue> = startWorker({
    database: core.database,
    schema: core.database.kind === 'embedded' ? 'pgboss' : `${core.config.database.schema}_queue`,
    failed: (job, portalId, fault) =>
      core.log.error({ job, portalId, err: fault }, 'a task failed; its work is kept and asked for again'),
    tasks: {
      decide: async (portalId) => {
        const ask = await queue;
        const isDone = await work.decide(portalId, () => ask.ask('write', portalId));
        if (!isDone) await ask.ask('decide', portalId, 2);
      },
      write: async (portalId) => {
        const ask = await queue;
        const dueAt = await work.write(portalId, () => ask.ask('decide', portalId));
        if (dueAt !== undefined) await ask.ask('write', portalId, Math.max(1, Math.ceil((dueAt - now()) / 1_000)));
      },
      sweep: async (portalId) => {
        const added = await work.sweep(portalId, (step, records) => core.log.info({ portalId, step, records }, 'read'));
        core.counters.drift.inc(added);
        const ask = await queue;
        await ask.ask('write', portalId);
        await ask.ask('timetable', portalId);
      },
      timetable: async (portalId) => {
        const ask = await queue;
        await work.tick(portalId);
        const { isSweepDue, hasAsked } = await work.timetable(portalId);
        if (hasAsked) await ask.ask('simulate', portalId);
        if (isSweepDue && core.config.sweep === 'daily') await ask.ask('sweep', portalId);
        await ask.ask('decide', portalId);
        await ask.ask('write', portalId);
      },
      simulate: async (portalId) => void (await work.simulate(portalId)),
    },
  });
  return queue;
}

async function routes(core: Core, portalId: PortalId, queue: Queue, reach: ReachPoint) {
  const { config, counters, database, log, store } = core;
  const settings = await store.inPortal(portalId, (tx) => tx.settings());
  const receive = (body: string) =>
    receiveWebhooks(body, {
      webhooks: createWebhookReader(followedOf(settings), config.hubspot.appId),
      clock: now,
      isConnected: (id) => Promise.resolve(id === portalId),
      store: async (id, part, receivedAt) => {
        await reach('intake.before-store');
        await database.inPortal(id, (tx) => storeDelivery(tx, id, part, receivedAt));
        await reach('intake.after-store');
        await queue
          .ask('decide', id)
          .catch((fault: unknown) => log.warn(fault, 'work could not be asked for; the next tick will'));
      },
      quarantine: (id, events) => database.inPortal(id, (tx) => quarantine(tx, id, events)),
    });
  return [
    postWebhooksHubspot({
      publicUrl: config.http.publicUrl,
      clock: now,
      check: (request, at) => checkSignature(request, config.hubspot.clientSecrets, at),
      receive: async (body) => {
        const receipt = await receive(body);
        if (receipt.unknownPortals > 0)
          counters.ignoredEvents.inc({ reason: 'portal not connected' }, receipt.unknownPortals);
        return receipt;
      },
      accepted: () => counters.deliveries.inc({ result: 'accepted' }),
      refused: (reason) => counters.deliveries.inc({ result: `refused: ${reason}` }),
      unavailable: (fault) => {
        counters.deliveries.inc({ result: 'not stored' });
        log.error(fault, 'a delivery could not be stored; HubSpot will send it again');
      },
    }),
    createSettingsRoutes(core, portalId, queue),
    ...createPersonRoutes(core, portalId, queue),
    ...createInputRoutes(core, portalId, queue),
    getHealth(() => readiness(core, portalId)),
  ];
}

/** What the world can reach shows no figures: the status page is then only on the operators' port. */
const isLocal = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

async function readiness({ database }: Core, portalId: PortalId): Promise<{ ready: boolean; reason?: string }> {
  try {
    const { oldestInboxAt } = await database.inPortal(portalId, (tx) => workStatus(tx, portalId));
    if (oldestInboxAt !== null && now() - oldestInboxAt > STUCK_MS)
      return { ready: false, reason: 'deliveries wait for more than five minutes' };
    return { ready: true };
  } catch {
    return { ready: false, reason: 'the database does not answer' };
  }
}

async function waiting({ database }: Core, portalId: PortalId): Promise<{ inbox: number; outbox: number }> {
  const { inboxOpen, outboxOpen } = await database.inPortal(portalId, (tx) => workStatus(tx, portalId));
  return { inbox: inboxOpen, outbox: outboxOpen };
}
