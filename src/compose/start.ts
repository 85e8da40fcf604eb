import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../adapters/system/system.ts';
import type { Config } from '../config/config.ts';
import { environment } from '../config/env.ts';
import { loadFolder } from '../sandbox/load-folder.ts';
import { startLife } from '../sandbox/life.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { generatePortal, writePortalFolder } from '../sandbox/seed/generate-portal.ts';
import { type BackendProcess, startBackendProcess } from './backend-process.ts';
import { userIdOf } from '../sandbox/owners.ts';
import { DEMO_OWNERS } from '../sandbox/seed/demo-owners.ts';
import { tellInputs } from './demo-inputs.ts';
import type { Workbench } from '../workbench/start-workbench.ts';
import { DEMO_APP_ID, startDemoWorkbench } from './demo-workbench.ts';
import { type Offered, openingScene, type Scene } from './opening-scene.ts';
import { readFolder } from './preview.ts';

export interface Demo extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly backend: BackendProcess;
  readonly workbench: Workbench;
  /** Where each of the people the product is for begins. */
  readonly pages: readonly { readonly who: string; readonly url: string }[];
}

export interface DemoOptions {
  readonly seed: number;
  /** Ports of the sandbox and of the workbench. */
  readonly sandboxPort: number;
  readonly workbenchPort: number;
  /** Told what is being done now, and how much of it has come since. */
  readonly report: (step: string, by: number) => void;
  /** Ends the preparations: they reject with its reason. */
  readonly stop: AbortSignal;
  /** How much faster than life: at 1 a lead comes in each minute and somebody moves every 20 seconds. */
  readonly speed: number;
}

/** Runs the demo portal. */
const ADMIN = DEMO_OWNERS.find(({ role }) => role === 'OPS') ?? DEMO_OWNERS[0];

/** The workflow of the demo portal: which forms run the action *Qualify now*, and with which reason. */
const RAISED_HANDS = [
  ['demo', 'demo'],
  ['pricing', 'pricing'],
  ['contact', 'contact_me'],
] as const;

/**
 * A sandbox portal with a believable company in it, the backend beside it as a process of its own, and changes coming in. The portal is
 * made anew each time, and so is the backend's history.
 */
export async function startDemo(config: Config, options: DemoOptions): Promise<Demo> {
  const stack = new AsyncDisposableStack();
  try {
    const secrets = { token: randomBytes(24).toString('hex'), clientSecret: randomBytes(24).toString('hex') };
    const { port } = config.http;
    const backendUrl = `http://127.0.0.1:${port}`;
    const webhooks = { targetUrl: `${backendUrl}/webhooks/hubspot` };
    const workflows = RAISED_HANDS.map(([form, reason]) => ({
      form,
      actionUrl: `${backendUrl}/workflow-actions/qualify-now`,
      inputFields: { reason },
    }));
    const sandbox = stack.use(
      await startSandbox({
        ...secrets,
        port: options.sandboxPort,
        portalId: '10000001',
        now,
        seed: options.seed,
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        appId: DEMO_APP_ID,
        webhooks,
        workflows,
      }),
    );
    const folder = await mkdtemp(join(tmpdir(), 'l2r-demo-'));
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    options.report('Inventing a company, six months of its leads and deals', 0);
    await writePortalFolder(join(folder, 'portal'), generatePortal({ seed: options.seed, endAt: now() }));
    const portal = await readFolder(join(folder, 'portal'));
    loadFolder(sandbox.portal, portal);
    options.report('Starting the backend', 0);
    const backend = stack.use(
      await startBackendProcess({ port, env: demoEnvironment(sandbox, secrets, join(folder, 'data')) }),
    );
    await historyIsIn(backend, options);
    const { clientSecret } = secrets;
    options.report('Touches and signals told', 0);
    const { portalId } = sandbox.portal.setup;
    const admin = { adminUserId: userIdOf(ADMIN), clientSecret };
    options.report('Touches and signals told', await tellInputs(portal, { url: backendUrl, portalId, ...admin }));
    options.report('Starting the workbench', 0);
    const workbench = stack.use(
      await startDemoWorkbench({ sandbox, port: options.workbenchPort, backendUrl, clientSecret }),
    );
    const pages = pagesOf(workbench.url, backend.url, await openingScene(sandbox.portal, options.stop));
    const { seed, speed } = options;
    stack.use(startLife(sandbox, { seed, leadEveryMs: 60_000 / speed, moveEveryMs: 20_000 / speed }));
    const parts = stack.move();
    return { sandbox, backend, workbench, pages, [Symbol.asyncDispose]: () => parts.disposeAsync() };
  } catch (fault) {
    await stack.disposeAsync();
    throw fault;
  }
}

/** The backend reads the portal's history by itself; the demo is ready when it has. */
async function historyIsIn(
  backend: BackendProcess,
  { report, stop }: Pick<DemoOptions, 'report' | 'stop'>,
): Promise<void> {
  let read = 0;
  for (;;) {
    const status = await backend.status();
    const events = status?.work.events ?? read;
    report('Changes read', events - read);
    read = events;
    if (status !== undefined && status.backfilledAt !== null) return;
    await pause(250, undefined, { signal: stop });
  }
}

function pagesOf(workbench: string, backend: string, { lead, deal }: Scene): Demo['pages'] {
  const as = (path: string, offered: Offered | undefined) =>
    offered ? `${workbench}/${path}/${offered.id}?as=${offered.userId}` : `${workbench}/`;
  return [
    { who: 'SDR, a lead to accept', url: as('contacts', lead) },
    { who: 'AE, a deal to accept', url: as('deals', deal) },
    { who: 'Marketing ops, the settings', url: `${workbench}/settings?as=${userIdOf(ADMIN)}` },
    { who: 'RevOps, the model and its health', url: `${workbench}/app?as=${userIdOf(ADMIN)}` },
    { who: 'RevOps, the waterfall', url: `${backend}/` },
  ];
}

const demoEnvironment = (sandbox: Sandbox, secrets: { token: string; clientSecret: string }, data: string) => ({
  LOG_LEVEL: 'warn',
  ...environment(),
  L2R_DATA: data,
  HUBSPOT_BASE_URL: sandbox.url,
  HUBSPOT_ACCESS_TOKEN: secrets.token,
  HUBSPOT_CLIENT_SECRET: secrets.clientSecret,
  L2R_MODE: 'live',
  L2R_POOL_SDR: idsOf('SDR'),
  L2R_POOL_AE: idsOf('AE'),
  L2R_ADMINS: `${userIdOf(ADMIN)}`,
});

const idsOf = (role: 'SDR' | 'AE'): string =>
  DEMO_OWNERS.filter((owner) => owner.role === role)
    .map(({ id }) => id)
    .join(',');
