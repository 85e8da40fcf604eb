import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('the app home says the published model in sentences, and how it is lived', async () => {
  await using here = await liveWorkbench(database);
  await fittingLead(here);
  await becomeActive(here);
  const page = await here.open('app', SDR);
  await byTestId(page, 'published').filter({ hasText: 'Version 3' }).waitFor();
  for (const text of ['Automated qualified lead (AQL)', 'Gate: ICP, target and behavior', 'Pricing page viewed: +12'])
    await page.getByText(text).first().waitFor();
  const picture = async (name: string) => {
    const folder = process.env['L2R_SCREENS'];
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };
  await picture('home-model');
  await page.getByRole('tab', { name: 'Health' }).click();
  await byTestId(page, 'health').getByText('Owner 21').waitFor();
  await picture('home-health');
  expect(await page.locator('[data-unmapped]').count()).toBe(0);
  expect(here.faults).toEqual([]);
});
