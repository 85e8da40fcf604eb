import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createPersonRoutes } from '../../src/compose/person-routes.ts';
import { createSettingsRoutes } from '../../src/compose/settings-routes.ts';
import { startHttp } from '../../src/http/server.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import type { Database } from '../../src/store/database.ts';
import { startWorkbench, type WorkbenchOptions } from '../../src/workbench/start-workbench.ts';
import { openBrowser } from './browser.ts';
import { AE, CLIENT_SECRET, livePortal, OTHER_SDR, SDR, type World } from './live-portal.ts';
import { freePort } from './postgres.ts';

const personOf = ({ ownerId, userId }: typeof SDR, title: string) => ({
  ownerId,
  userId: Number(userId),
  email: `${ownerId}@own.example`,
  name: `Owner ${ownerId}`,
  title,
});
const PEOPLE = [personOf(SDR, 'SDR'), personOf(OTHER_SDR, 'SDR'), personOf(AE, 'AE')] as const;

export interface LiveWorkbench extends World {
  /** A page of the record as one of the people sees it. */
  open(path: string, who: typeof SDR): Promise<Page>;
  /** Work the backend asked for because of requests. */
  readonly asked: readonly string[];
  /** What went wrong on any page, in its own words. */
  readonly faults: readonly string[];
}

/** A live portal in virtual time, the backend's routes for cards and the settings page, and the workbench with the shipped cards in a real browser. */
export async function liveWorkbench(
  database: Database,
  {
    sandbox,
    workbench = {},
  }: { sandbox?: (backendUrl: string) => Partial<SandboxOptions>; workbench?: Partial<WorkbenchOptions> } = {},
): Promise<LiveWorkbench> {
  await using stack = new AsyncDisposableStack();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const here = stack.use(await livePortal(database, sandbox?.(url)));
  const { core, portalId } = here.backend;
  const { config } = core;
  const http = { ...config.http, publicUrl: url };
  const hubspot = { ...config.hubspot, clientSecrets: [CLIENT_SECRET] };
  const asked: string[] = [];
  const queue = {
    ask: (job: string) => Promise.resolve(void asked.push(job)),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const reachable = { ...core, config: { ...config, http, hubspot } };
  const routes = [createSettingsRoutes(reachable, portalId, queue), ...createPersonRoutes(reachable, portalId, queue)];
  const faults: string[] = [];
  const report = (fault: unknown) => void faults.push(String(fault));
  stack.use(await startHttp({ host: '127.0.0.1', port, routes, report }));
  const bench = stack.use(
    await startWorkbench({
      port: 0,
      sandbox: here.sandbox,
      backendUrl: url,
      publicUrl: url,
      clientSecret: CLIENT_SECRET,
      appId: 7,
      variables: { API_ORIGIN: 'https://l2r.example.com' },
      people: PEOPLE,
      projectFolder: join(import.meta.dirname, '../../hubspot-project'),
      ...workbench,
    }),
  );
  const browser = await openBrowser();
  stack.defer(() => browser.close());
  const open: LiveWorkbench['open'] = async (path, { userId }) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1100 }, locale: 'en-US' });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${bench.url}/${path}?as=${userId}`);
    return page;
  };
  const parts = stack.move();
  return { ...here, open, asked, faults, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}
