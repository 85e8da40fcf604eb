import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../src/domain/values/instant.ts';
import type { Database } from '../../src/store/database.ts';
import { saveRole } from '../../src/store/owner-store.ts';
import { becomeActive, fittingLead } from '../support/fitting-lead.ts';
import { AE, SDR, settleDown, valuesOf } from '../support/live-portal.ts';
import { liveWorkbench } from '../support/live-workbench.ts';
import { byTestId } from '../support/sample-workbench.ts';
import { embeddedStore } from '../support/stores.ts';

let database: Database;
const store = embeddedStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

const cardOf = (page: Page): Locator => page.locator('.wb-app-card').filter({ has: byTestId(page, 'verdict') });

async function picture(what: Locator, name: string): Promise<void> {
  const folder = process.env['L2R_SCREENS'];
  if (folder !== undefined) await what.screenshot({ path: join(folder, `${name}.png`) });
}

/** Nothing is wider than the card, and the host knows every component. */
async function expectFits(page: Page): Promise<void> {
  const box = await cardOf(page).boundingBox();
  for (const element of await cardOf(page).locator('*:visible').all()) {
    const inner = await element.boundingBox();
    if (box && inner) expect(inner.x + inner.width).toBeLessThanOrEqual(box.x + box.width + 1);
  }
  expect(await page.locator('[data-unmapped]').count()).toBe(0);
}

it('a rep reads why, opens the receipt by keyboard, and looks back at a day before', async () => {
  await using here = await liveWorkbench(database);
  await fittingLead(here);
  const before = new Date(here.time.now).toISOString().slice(0, 10);
  here.time.now += 3 * DAY_MS;
  await becomeActive(here);
  await here.backend.work.timetable(here.backend.portalId);
  const page = await here.open(`contacts/${here.contact.id}`, SDR);
  await byTestId(page, 'verdict').filter({ hasText: 'Passes: ICP, target and behavior' }).waitFor();
  for (const title of ['Behavior:', 'Fit:']) {
    await cardOf(page).getByRole('button', { name: title }).focus();
    await page.keyboard.press('Enter');
  }
  await byTestId(page, 'behavior-receipt').getByText('Pricing page viewed').first().waitFor();
  await byTestId(page, 'fit-receipt').getByText('Job Title (contact) is Head of Operations').first().waitFor();
  await expectFits(page);
  await picture(cardOf(page), 'why-720');
  await page.addStyleTag({ content: '.wb-app-card { width: 320px }' });
  await expectFits(page);
  await picture(cardOf(page), 'why-320');

  await byTestId(page, 'day').fill(before);
  await byTestId(page, 'verdict').filter({ hasText: 'Not yet' }).waitFor();
  await byTestId(page, 'now').click();
  await byTestId(page, 'verdict').filter({ hasText: 'Passes' }).waitFor();
  expect(here.faults).toEqual([]);
});

it('an SDR disqualifies on the Lead card, both cards say so, and a manager takes it back', async () => {
  await using here = await liveWorkbench(database);
  const { portalId } = here.backend;
  await database.inPortal(portalId, (tx) => saveRole(tx, portalId, AE.userId, 'manager'));
  await fittingLead(here);
  await becomeActive(here);
  const path = `contacts/${here.contact.id}`;
  const page = await here.open(path, SDR);
  await byTestId(page, 'disqualify').click();
  await page.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'Competitor' }).click();
  here.time.now += MINUTE_MS;
  await byTestId(page, 'disqualify-confirm').click();
  await page
    .getByText(/Disqualified by Owner 21 on .*: Competitor\./)
    .first()
    .waitFor();
  await settleDown(here);
  expect(valuesOf(here.contact)).toMatchObject({
    hs_lead_status: 'UNQUALIFIED',
    l2r_disqualified_reason: 'competitor',
  });
  await picture(
    page.locator('.wb-app-card').filter({ hasText: 'Only an admin, marketing ops or a manager' }),
    'lead-disqualified',
  );

  const manager = await here.open(path, AE);
  await cardOf(manager).getByText('Never becomes an AQL, whatever the score.').waitFor();
  await byTestId(manager, 'reinstate').click();
  await manager.getByRole('combobox', { name: 'Reason' }).click();
  await manager.getByRole('option', { name: 'Disqualified by mistake' }).click();
  here.time.now += MINUTE_MS;
  await byTestId(manager, 'reinstate-confirm').click();
  await byTestId(manager, 'disqualify').waitFor();
  await settleDown(here);
  expect(valuesOf(here.contact)['hs_lead_status'] ?? '').toBe('');
  expect(here.faults).toEqual([]);
});
