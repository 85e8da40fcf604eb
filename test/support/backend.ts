import { createClient } from '../../src/adapters/hubspot/client.ts';
import { recordMapping } from '../../src/adapters/hubspot/mapping.ts';
import { createPortalGateway } from '../../src/adapters/hubspot/portal-gateway.ts';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import type { Core } from '../../src/compose/core.ts';
import { createPortalWork, type PortalWork } from '../../src/compose/portal-work.ts';
import { takeIn } from '../../src/compose/take-in.ts';
import { readConfig } from '../../src/config/config.ts';
import type { Environment } from '../../src/config/env.ts';
import type { PortalId } from '../../src/domain/values/ids.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Database } from '../../src/store/database.ts';
import { createStore } from '../../src/store/portal-store.ts';
import { createCounters } from '../../src/telemetry/counters.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { connectPortal } from '../../src/usecases/connect-portal.ts';
import { HubSpotUnavailableError } from '../../src/usecases/ports.ts';

/** A clock that stands still until somebody waits. */
export interface VirtualTime {
  now: number;
}

export interface TestBackend {
  readonly core: Core;
  readonly portalId: PortalId;
  readonly work: PortalWork;
  /** Does a piece of work as the queue does: again, once it is due, while HubSpot cannot be reached. */
  untilDone<T>(work: () => Promise<T>): Promise<T>;
  /** Writes until nothing is due any more, however late. */
  writeAll(): Promise<void>;
}

/** The backend's own work against a sandbox, over HTTP and with all the calls it wants; waiting only moves the clock. */
export async function backendFor(
  database: Database,
  sandbox: Sandbox,
  {
    token,
    time,
    random,
    settings = {},
  }: { token: string; time: VirtualTime; random: () => number; settings?: Environment },
): Promise<TestBackend> {
  const config = readConfig(settings);
  const clock = () => time.now;
  const counters = createCounters();
  const client = createClient({ accessToken: token, basePath: sandbox.url, announced: () => {} });
  const gateway = createPortalGateway(client, {
    now: clock,
    random,
    sleep: (ms) => Promise.resolve(void (time.now += ms)),
    takeCall: () => Promise.resolve(0),
    pause: () => Promise.resolve(),
    count: (outcome) => counters.hubspotCalls.inc({ outcome }),
  });
  const saved: Parameters<typeof connectPortal>[1]['saveConnection'] = async (connection) =>
    takeIn(database, connection, { owners: await gateway.owners('background'), work: config.work, at: time.now });
  const connect = () =>
    connectPortal(
      { definitions: SHIPPED_DEFINITIONS, dimensions: [] },
      { gateway, saveConnection: saved, warn: (message) => expectNothing(message) },
    );
  const store = createStore(database, 'the backend', clock);
  const core: Core = {
    config,
    log: createLogger('silent'),
    database,
    store,
    gateway,
    mapping: recordMapping,
    counters,
    clock,
    connect,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const portalId = await connect();
  const { hasFunnelMetrics } = await gateway.provision('background');
  const work = createPortalWork(core, () => Promise.resolve(), hasFunnelMetrics);
  const answered = async () => void (await work.decide(portalId, () => Promise.resolve()));
  return { core, portalId, work, untilDone, writeAll };

  async function untilDone<T>(task: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await task();
      } catch (fault) {
        if (!(fault instanceof HubSpotUnavailableError)) throw fault;
        time.now = Math.max(time.now, fault.retryAt);
      }
    }
  }

  async function writeAll(): Promise<void> {
    for (;;) {
      const dueAt = await work.write(portalId, answered);
      if (dueAt === undefined) return;
      time.now = Math.max(time.now, dueAt);
    }
  }
}

function expectNothing(message: string): never {
  throw new Error(`No warning was expected: ${message}`);
}
