import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { standardTypes } from '../../src/sandbox/object-types.ts';
import { startWorkbench, type WorkbenchOptions } from '../../src/workbench/start-workbench.ts';
import { openBrowser } from './browser.ts';
import { createAsApp, updateAsApp } from './new-portal.ts';

export const people = [
  { userId: 71, ownerId: '71', email: 'ida@own.example', name: 'Ida Ort', title: 'SDR' },
  { userId: 72, ownerId: '72', email: 'max@own.example', name: 'Max Ahorn', title: 'AE' },
] as const;

/** A HubSpot project with a tab card, a sidebar card, a home page and a settings page. */
export const sampleProject = join(import.meta.dirname, 'sample-project');

export interface SampleWorkbench extends AsyncDisposable {
  readonly url: string;
  readonly page: Page;
  readonly contact: CrmRecord;
  readonly company: CrmRecord;
  /** Paths the backend was called at, query included. */
  readonly called: readonly string[];
  /** Changes the contact as the app would. */
  readonly setElsewhere: (values: Readonly<Record<string, string>>) => void;
  /** What went wrong on the page, in its own words. */
  readonly faults: readonly string[];
}

/** A workbench over a portal with one contact, its company and its deal, a backend that says hello, and a browser on the contact's page. */
export async function sampleWorkbench(more: Partial<WorkbenchOptions> = {}): Promise<SampleWorkbench> {
  await using stack = new AsyncDisposableStack();
  const now = Date.now;
  const sandbox = stack.use(await startSandbox({ token: 't', clientSecret: 's', now }));
  const values = { email: 'rosa@acme.example', firstname: 'Rosa', lastname: 'Luft', jobtitle: 'Buyer' };
  const contact = createAsApp(sandbox.portal, standardTypes.contact, { ...values, lifecyclestage: 'lead' }, now());
  const deal = createAsApp(sandbox.portal, standardTypes.deal, { dealname: 'Acme: pilot', amount: '900' }, now());
  const company = createAsApp(sandbox.portal, standardTypes.company, { name: 'Acme', domain: 'acme.example' }, now());
  for (const other of [deal, company]) {
    const kind = sandbox.portal.associationTypes.labelled(other.typeId, contact.typeId, null);
    sandbox.portal.link(other, contact, kind, { at: now(), sourceType: 'CRM_UI', sourceId: 'userId:71' });
  }

  const called: string[] = [];
  const backend = createServer(({ url = '' }, response) => {
    called.push(url);
    response.setHeader('content-type', 'application/json').end('{"greeting":"hello"}');
  });
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
  stack.defer(() => void backend.close());
  const workbench = stack.use(
    await startWorkbench({
      port: 0,
      sandbox,
      backendUrl: `http://127.0.0.1:${(backend.address() as AddressInfo).port}`,
      publicUrl: 'https://l2r.example.com',
      clientSecret: 's',
      appId: 9,
      variables: { API_ORIGIN: 'https://l2r.example.com' },
      people,
      projectFolder: sampleProject,
      ...more,
    }),
  );
  const browser = stack.use(await openBrowser());
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${workbench.url}/contacts/${contact.id}`);
  const parts = stack.move();
  const setElsewhere = (changed: Readonly<Record<string, string>>) =>
    void updateAsApp(sandbox.portal, contact, changed, now());
  return {
    url: workbench.url,
    page,
    contact,
    company,
    called,
    faults,
    setElsewhere,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** An element by the `testId` that its card gave it. */
export const byTestId = (page: Page, testId: string) => page.locator(`[data-test-id="${testId}"]`);
