import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import type { Database } from '../../src/store/database.ts';
import { becomeActive, fittingLead } from '../support/fitting-lead.ts';
import { SDR } from '../support/live-portal.ts';
import { liveWorkbench } from '../support/live-workbench.ts';
import { byTestId } from '../support/sample-workbench.ts';
import { embeddedStore } from '../support/stores.ts';

let database: Database;
const store = embeddedStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

it('the app home says the published model in sentences, and how it is lived, and prints it by a link that opens once', async () => {
  await using here = await liveWorkbench(database);
  await fittingLead(here);
  await becomeActive(here);
  const page = await here.open('app', SDR);
  await byTestId(page, 'published')
    .filter({ hasText: `Version ${SHIPPED_DEFINITIONS.version}` })
    .waitFor();
  await page.getByRole('button', { name: 'Website', exact: true }).click();
  for (const text of ['Automated qualified lead (AQL)', 'Gate: ICP, target and behavior', 'Pricing page viewed: +12'])
    await page.getByText(text).first().waitFor();
  const picture = async (name: string, of = page) => {
    const folder = process.env['L2R_SCREENS'];
    if (folder !== undefined) await of.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };
  await picture('home-model');
  await page.getByRole('tab', { name: 'Health' }).click();
  const health = byTestId(page, 'health');
  await health.getByText('Stages and their goals').first().waitFor();
  await picture('home-health');
  await health.getByRole('button', { name: 'Offers: speed, outcome, who decides where' }).click();
  await health.getByText('Owner 21').waitFor();
  await health.getByRole('button', { name: 'Conversion by what was frozen at AQL' }).click();
  await health.getByRole('cell', { name: 'ICP, target and behavior' }).waitFor();
  await picture('home-health-open');

  await byTestId(page, 'print').click();
  const link = byTestId(page, 'open-print');
  await link.waitFor();
  const url = await link.getAttribute('href');
  const [print] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  const said: string[] = [];
  print.on('console', (message) => said.push(message.text()));
  await print.getByRole('heading', { name: 'Model & health' }).waitFor();
  for (const text of ['Gate: ICP, target and behavior', 'What recycling brings back', 'Owner 21'])
    await print.getByText(text).first().waitFor();
  expect(await print.evaluate("getComputedStyle(document.querySelector('h2')).borderBottomWidth")).toBe('2px');
  await picture('model-print', print);
  expect(said).toEqual([]);
  await byTestId(page, 'print').waitFor();
  expect((await print.goto(url ?? ''))?.status()).toBe(410);
  await print.getByText('This link was opened before').waitFor();
  expect(await page.locator('[data-unmapped]').count()).toBe(0);
  expect(here.faults).toEqual([]);
});
