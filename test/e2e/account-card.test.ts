import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE_MS } from '../../src/domain/values/instant.ts';
import type { Database } from '../../src/store/database.ts';
import { aCompany, belongsTo, minute, showIntent } from '../support/account-portal.ts';
import { SDR, settleDown } from '../support/live-portal.ts';
import { liveWorkbench } from '../support/live-workbench.ts';
import { updateAsPerson } from '../support/new-portal.ts';
import { byTestId } from '../support/sample-workbench.ts';
import { embeddedStore } from '../support/stores.ts';

let database: Database;
const store = embeddedStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

it('on the card of an account in the market an SDR starts with a person, and sees HubSpot confirm it', async () => {
  await using here = await liveWorkbench(database);
  const company = aCompany(here);
  belongsTo(here, here.contact, company);
  updateAsPerson(
    here.sandbox.portal,
    here.contact,
    { firstname: 'Kim', jobtitle: 'Head of Operations' },
    here.time.now,
  );
  await minute(here);
  await showIntent(here, company);
  here.time.now += 7 * MINUTE_MS;
  await showIntent(here, company, { topic: 'sales_forecasting', strength: 400 });

  const page = await here.open(`companies/${company.id}`, SDR);
  await byTestId(page, 'priority').filter({ hasText: 'P3' }).waitFor();
  for (const text of ['Account score 7', 'Fits the ICP', 'crm_software', 'sales_forecasting', 'Kim'])
    await page.locator('.wb-app-card').getByText(text).first().waitFor();
  await byTestId(page, 'path').getByText('In market').first().waitFor();
  const folder = process.env['L2R_SCREENS'];
  if (folder !== undefined) await page.locator('.wb-app-card').screenshot({ path: join(folder, 'account-720.png') });
  expect(await page.locator('[data-unmapped]').count()).toBe(0);

  await byTestId(page, `start-${here.contact.id}`).click();
  await byTestId(page, 'state').filter({ hasText: 'Waiting for HubSpot to confirm.' }).waitFor();
  here.time.now += MINUTE_MS;
  await settleDown(here);
  await byTestId(page, 'state').filter({ hasText: 'Accepted by Owner 21' }).waitFor();
  await byTestId(page, 'people').getByText('Marketing accepted lead').waitFor();
  expect(here.faults).toEqual([]);
});
