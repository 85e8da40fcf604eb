import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { measurePortal } from '../../src/compose/measure-portal.ts';
import { MINUTE_MS, SECOND_MS } from '../../src/domain/values/instant.ts';
import { dealType } from '../../src/sandbox/object-types.ts';
import type { Database } from '../../src/store/database.ts';
import { eventually } from '../support/eventually.ts';
import { AE, OTHER_SDR, recordsOf, SDR, settleDown } from '../support/live-portal.ts';
import { type LiveWorkbench, liveWorkbench } from '../support/live-workbench.ts';
import { byTestId } from '../support/sample-workbench.ts';
import { embeddedStore } from '../support/stores.ts';
import { tempFolder } from '../support/temp-folder.ts';

let database: Database;
const store = embeddedStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

const contactPath = ({ contact }: LiveWorkbench) => `contacts/${contact.id}`;
const shows = (page: Page, testId: string, text: string | RegExp) =>
  byTestId(page, testId).filter({ hasText: text }).waitFor();

async function fillInForm(page: Page, form: string): Promise<void> {
  await byTestId(page, 'fill-in-form').click();
  const isIn = page.waitForResponse((response) => response.url().includes('/form'));
  await page.getByRole('menuitem', { name: form }).click();
  await isIn;
}

/** What HubSpot's server makes of a card; its build empties the folder it writes to. */
async function buildAsHubSpot(card: string, folder: string): Promise<void> {
  await using temp = await tempFolder();
  const root = join(import.meta.dirname, '../../hubspot-project/app/cards');
  const appConfig = { variables: {} };
  await remoteBuild({ root, entryPoint: join(root, card), outputDir: temp.path, logLevel: 'silent', appConfig });
  await copyFile(join(temp.path, card), join(folder, card));
}

/** Keeps pictures of what is on the page where a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['L2R_SCREENS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Everything a card shows has a place of its own, within a width as HubSpot gives it, and is known to the host. */
async function fits(page: Page, title: string, width: number): Promise<void> {
  const card = page.locator('.wb-app-card').filter({ has: byTestId(page, 'next-step') });
  const box = await card.boundingBox();
  expect(Math.abs((box?.width ?? 0) - width)).toBeLessThan(50);
  for (const element of await card.locator('*:visible').all()) {
    const inner = await element.boundingBox();
    if (box && inner) expect(inner.x + inner.width).toBeLessThanOrEqual(box.x + box.width + 1);
  }
  expect(await page.locator('[data-unmapped]').count()).toBe(0);
  const folder = process.env['L2R_SCREENS'];
  if (folder !== undefined) await card.screenshot({ path: join(folder, `${title}-${width}.png`) });
}

/** Accepts without what is asked for and missing, having seen it. */
async function acceptAllTheSame(page: Page): Promise<void> {
  await byTestId(page, 'accept').click();
  await byTestId(page, 'accept-confirm').click();
}

/** The raised hand is found by the sweep, a minute later. */
async function raisedHand(bench: LiveWorkbench, page: Page): Promise<void> {
  await fillInForm(page, 'Request a demo');
  bench.time.now += MINUTE_MS;
  await bench.backend.work.tick(bench.backend.portalId);
  await settleDown(bench);
  await shows(page, 'priority', 'P1');
}

it('a hand-raiser becomes an accepted opportunity, on the cards that HubSpot itself would build', async () => {
  await using scripts = await tempFolder();
  for (const card of ['LeadCard.js', 'WhyCard.js', 'HandoffCard.js']) await buildAsHubSpot(card, scripts.path);
  await using bench = await liveWorkbench(database, {
    sandbox: (backendUrl) => ({
      workflows: [
        { form: 'demo', actionUrl: `${backendUrl}/workflow-actions/qualify-now`, inputFields: { reason: 'demo' } },
      ],
    }),
    workbench: { cardScripts: scripts.path },
  });
  const { time, backend } = bench;
  const page = await bench.open(contactPath(bench), SDR);
  await shows(page, 'next-step', 'Marketing keeps in touch');
  await fillInForm(page, 'Request a demo');
  await eventually(() => bench.asked.includes('decide'));
  await settleDown(bench);
  await shows(page, 'priority', 'P1');
  await shows(page, 'clock', /left/);
  await picture(page, 'lead-offered');
  await fits(page, 'lead', 320);

  time.now += 4 * MINUTE_MS;
  await byTestId(page, 'accept').click();
  await byTestId(page, 'accept-confirm').waitFor();
  await picture(page, 'lead-missing');
  await byTestId(page, 'accept-confirm').click();
  await shows(page, 'state', /Waiting for HubSpot/);
  time.now += SECOND_MS;
  await settleDown(bench);
  await shows(page, 'state', /Owner 21/);
  await shows(page, 'clock', /met/i);
  await byTestId(page, 'edit-answers').click();
  await byTestId(page, 'answer-need').fill('One list of leads for both teams');
  await byTestId(page, 'answer-budget').fill('50,000, granted for this year');
  await byTestId(page, 'save-answers').click();
  await shows(page, 'answers', /50,000, granted.*Owner 21/);
  await picture(page, 'lead-accepted');
  await fits(page, 'lead-answers', 320);

  time.now += 30 * MINUTE_MS;
  const isBooked = page.waitForResponse((response) => response.url().includes('/meeting'));
  await byTestId(page, 'book-meeting').click();
  await isBooked;
  await settleDown(bench);
  const [deal] = recordsOf(bench, dealType);
  const dealPage = await bench.open(`deals/${deal?.id ?? ''}`, AE);
  await shows(dealPage, 'clock', /left/);
  await picture(dealPage, 'handoff-offered');
  await fits(dealPage, 'handoff', 720);
  time.now += MINUTE_MS;
  await byTestId(dealPage, 'amount').fill('12000');
  await byTestId(dealPage, 'close-date').fill('2026-09-30');
  await shows(dealPage, 'checklist', /Budget\s*Done\s*50,000, granted/);
  await acceptAllTheSame(dealPage);
  await shows(dealPage, 'state', /Waiting for HubSpot/);
  time.now += SECOND_MS;
  await settleDown(bench);
  await shows(dealPage, 'stage', 'Sales qualified opportunity');
  await shows(dealPage, 'state', /Owner 31/);
  await picture(dealPage, 'handoff-accepted');

  expect(Object.fromEntries(deal?.values ?? [])).toMatchObject({ dealstage: 'qualifiedtobuy', amount: '12000.00' });
  expect(deal?.values.get('l2r_date_entered_sqo')).toBeTruthy();
  const { measurement } = await measurePortal(database, backend.portalId, time.now);
  expect(measurement.stages.find(({ id }) => id === 'SQO')?.entered).toBe(1);
  expect(bench.faults).toEqual([]);
});

it('without the workflow action the sweep finds the raised hand', async () => {
  await using bench = await liveWorkbench(database);
  const page = await bench.open(contactPath(bench), SDR);
  await raisedHand(bench, page);
  await shows(page, 'clock', /left/);
  expect(bench.faults).toEqual([]);
});

it('what HubSpot refuses shows as pending, then as offered with HubSpot’s reason', async () => {
  await using bench = await liveWorkbench(database, { workbench: { envelope: true } });
  const page = await bench.open(contactPath(bench), SDR);
  await raisedHand(bench, page);
  bench.sandbox.faults.set({ failingIds: [bench.contact.id] });
  await acceptAllTheSame(page);
  await shows(page, 'state', /Waiting for HubSpot/);
  await settleDown(bench);
  await shows(page, 'state', /HubSpot did not take it/);
  await picture(page, 'lead-refused');
  bench.sandbox.faults.set({ failingIds: [] });
  expect(bench.faults).toEqual([]);
});

it('of two people who accept at once one wins and the other sees who', async () => {
  await using bench = await liveWorkbench(database);
  const first = await bench.open(contactPath(bench), SDR);
  const second = await bench.open(contactPath(bench), OTHER_SDR);
  await raisedHand(bench, first);
  await shows(second, 'priority', 'P1');
  await Promise.all([acceptAllTheSame(first), acceptAllTheSame(second)]);
  const tooLate = (page: Page) => page.getByText('has just decided this').first().waitFor();
  await Promise.any([tooLate(first), tooLate(second)]);
  await settleDown(bench);
  await shows(first, 'state', /Owner 2[12]/);
  const who = /Owner 2[12]/.exec((await byTestId(first, 'state').textContent()) ?? '')?.[0];
  await shows(second, 'state', who ?? '');
  expect(bench.faults).toEqual([]);
});

it('a property edited on the record shows on the card within two seconds', async () => {
  await using bench = await liveWorkbench(database);
  const page = await bench.open(contactPath(bench), SDR);
  await byTestId(page, 'path').waitFor();
  let isOver = false;
  const work = (async () => {
    while (!isOver) {
      await bench.sandbox.webhooks.idle();
      await bench.backend.work.decide(bench.backend.portalId, () => Promise.resolve());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const edit = { properties: { lifecyclestage: 'marketingqualifiedlead' } };
  const address = new URL(page.url());
  await page.request.patch(`${address.origin}/api/records${address.pathname}${address.search}`, { data: edit });
  const editedAt = performance.now();
  await byTestId(page, 'path')
    .filter({ hasText: /Automated qualified lead.*\d/ })
    .waitFor();
  expect(performance.now() - editedAt).toBeLessThan(2_000);
  isOver = true;
  await work;
});
