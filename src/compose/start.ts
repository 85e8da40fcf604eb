import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { now } from '../adapters/system/system.ts';
import type { Config } from '../config/config.ts';
import { environment } from '../config/env.ts';
import { loadFolder } from '../sandbox/load-folder.ts';
import { startLife } from '../sandbox/life.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { generatePortal, writePortalFolder } from '../sandbox/seed/generate-portal.ts';
import { type BackendProcess, startBackendProcess } from './backend-process.ts';
import { readFolder } from './preview.ts';

export interface Demo extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly backend: BackendProcess;
}

export interface DemoOptions {
  readonly seed: number;
  readonly sandboxPort: number;
  /** Mean time between two changes in the portal, in milliseconds. */
  readonly paceMs: number;
}

/** The seeded demo portal, as large as a small company's. */
const DEMO = { days: 120, contacts: 800, companies: 150 } as const;

/**
 * A sandbox portal with a believable company in it, the backend beside it as a process of its own, and changes coming in. The portal is
 * made anew each time, and so is the backend's history.
 */
export async function startDemo(config: Config, options: DemoOptions): Promise<Demo> {
  const stack = new AsyncDisposableStack();
  try {
    const secrets = { token: randomBytes(24).toString('hex'), clientSecret: randomBytes(24).toString('hex') };
    const { port } = config.http;
    const webhooks = { targetUrl: `http://127.0.0.1:${port}/webhooks/hubspot` };
    const sandbox = stack.use(
      await startSandbox({
        ...secrets,
        port: options.sandboxPort,
        portalId: '10000001',
        now,
        seed: options.seed,
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        webhooks,
      }),
    );
    const folder = await mkdtemp(join(tmpdir(), 'l2r-demo-'));
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    await writePortalFolder(join(folder, 'portal'), generatePortal({ ...DEMO, seed: options.seed, endAt: now() }));
    loadFolder(sandbox.portal, await readFolder(join(folder, 'portal')));
    const backend = stack.use(
      await startBackendProcess({ port, env: demoEnvironment(sandbox, secrets, join(folder, 'data')) }),
    );
    stack.use(startLife(sandbox, options));
    const parts = stack.move();
    return { sandbox, backend, [Symbol.asyncDispose]: () => parts.disposeAsync() };
  } catch (fault) {
    await stack.disposeAsync();
    throw fault;
  }
}

const demoEnvironment = (sandbox: Sandbox, secrets: { token: string; clientSecret: string }, data: string) => ({
  LOG_LEVEL: 'warn',
  ...environment(),
  L2R_DATA: data,
  HUBSPOT_BASE_URL: sandbox.url,
  HUBSPOT_ACCESS_TOKEN: secrets.token,
  HUBSPOT_CLIENT_SECRET: secrets.clientSecret,
});
