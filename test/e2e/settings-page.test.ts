import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE_MS, toIso } from '../../src/domain/values/instant.ts';
import { linkRecords } from '../../src/sandbox/link-records.ts';
import { companyType, contactType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { saveRole } from '../../src/store/owner-store.ts';
import { aCompany, showIntent } from '../support/account-portal.ts';
import { eventually } from '../support/eventually.ts';
import { AE, OTHER_SDR, settleDown, valuesOf } from '../support/live-portal.ts';
import { type LiveWorkbench, liveWorkbench } from '../support/live-workbench.ts';
import { createAsApp, updateAsPerson } from '../support/new-portal.ts';
import { byTestId } from '../support/sample-workbench.ts';
import { embeddedStore } from '../support/stores.ts';

let database: Database;
const store = embeddedStore();
beforeAll(async () => {
  database = await store.open();
});
afterAll(() => database[Symbol.asyncDispose]());

const OPS = OTHER_SDR;

async function minute(bench: LiveWorkbench): Promise<void> {
  bench.time.now += MINUTE_MS;
  await bench.backend.untilDone(() => bench.backend.work.tick(bench.backend.portalId));
  await settleDown(bench);
}

/** A head of operations at a company that fits. */
function fittingLead({ sandbox: { portal }, time }: LiveWorkbench, name: string): CrmRecord {
  const domain = `${name.toLowerCase()}.example`;
  const lead = createAsApp(
    portal,
    contactType,
    {
      email: `kim@${domain}`,
      firstname: 'Kim',
      lastname: name,
      jobtitle: 'Head of Operations',
      lifecyclestage: 'lead',
    },
    time.now,
  );
  const company = createAsApp(
    portal,
    companyType,
    { name, domain, industry: 'COMPUTER_SOFTWARE', numberofemployees: '400', country: 'Germany' },
    time.now,
  );
  const kind = portal.associationTypes.labelled(contactType, companyType, 'Primary');
  linkRecords(portal, lead, company, kind, { at: time.now, sourceType: 'CRM_UI', sourceId: 'userId:1' });
  return lead;
}

/** Just enough for a P2: the pricing page, an e-mail and a form; whoever looked for a job first saw the jobs page. */
function becomeActive({ sandbox, time }: LiveWorkbench, lead: CrmRecord, isJobSeeker: boolean): void {
  const doings: Record<string, string>[] = [
    { hs_analytics_last_url: `https://own.example/${isJobSeeker ? 'jobs' : 'about'}` },
    { hs_analytics_last_url: 'https://own.example/pricing' },
    { hs_email_last_click_date: toIso(time.now + MINUTE_MS) },
    { recent_conversion_date: toIso(time.now + 2 * MINUTE_MS), recent_conversion_event_name: 'Whitepaper' },
  ];
  for (const values of doings) {
    time.now += MINUTE_MS;
    updateAsPerson(sandbox.portal, lead, values, time.now);
  }
}

/** Four leads, two of whom looked at the jobs page, and an account in the market; somebody of marketing operations. @returns one of the two */
async function jobSeekerIn(bench: LiveWorkbench): Promise<CrmRecord> {
  const { portalId, work } = bench.backend;
  await database.inPortal(portalId, (tx) => saveRole(tx, portalId, OPS.userId, 'ops'));
  const leads = ['Alder', 'Birch', 'Cedar', 'Damson'].map((name) => fittingLead(bench, name));
  await minute(bench);
  for (const [index, lead] of leads.entries()) becomeActive(bench, lead, index % 2 === 1);
  await showIntent(bench, aCompany(bench));
  await minute(bench);
  await work.timetable(portalId);
  const seeker = leads.at(-1);
  if (!seeker) throw new Error('There is nobody.');
  return seeker;
}

/** Keeps pictures of what is on the page where a folder for them is named. */
async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env['L2R_SCREENS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `settings-${name}.png`), fullPage });
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const score = (lead: CrmRecord): number => Number(valuesOf(lead)['l2r_score']);

it('marketing ops take ten points for the jobs page, see what that does, publish it, and take it back', async () => {
  await using bench = await liveWorkbench(database);
  const { backend } = bench;
  const seeker = await jobSeekerIn(bench);
  const page = await bench.open('settings', OPS);
  await byTestId(page, 'draft-state').filter({ hasText: 'No changes' }).waitFor();
  const before = score(seeker);
  await picture(page, 'overview');

  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };
  await click(page.getByRole('tab', { name: 'Scores' }));
  await click(page.getByRole('tab', { name: 'Negatives' }));
  await click(button(page, 'Add a rule to Signs against'));
  await click(page.getByRole('combobox', { name: 'What counts' }));
  await click(page.getByRole('option', { name: 'Jobs page viewed' }));
  const points = page.getByRole('textbox', { name: 'Points taken away' });
  await click(points);
  await points.fill('-10');
  await picture(page, 'new-rule');
  await click(button(page, 'Add this rule'));
  await byTestId(page, 'draft-state').filter({ hasText: 'Draft saved' }).waitFor();
  expect(clicks).toBeLessThanOrEqual(8);

  await button(page, 'What changes (1)').click();
  await page.getByText('Scores › Behavior › Signs against: Added: Jobs page viewed, −10 points').waitFor();
  await picture(page, 'what-changes', false);
  await page.keyboard.press('Escape');

  await button(page, 'Try on the last 90 days').click();
  await eventually(() => bench.asked.includes('simulate'));
  await backend.work.simulate(backend.portalId);
  await byTestId(page, 'p2-in-all').filter({ hasText: '4 → 2' }).waitFor();
  const perDay = (await byTestId(page, 'p2-a-day').locator('.wb-statistics-number').textContent()) ?? '';
  const [inForce, draft] = perDay.split(' → ').map(Number);
  expect(draft).toBeLessThan(inForce ?? 0);
  await byTestId(page, 'dropped').filter({ hasText: seeker.id }).waitFor();
  await byTestId(page, 'late').getByText('Busiest day in force').waitFor();
  expect(await byTestId(page, 'cells').getByRole('row').count()).toBe(3);
  await picture(page, 'what-if');

  await page.getByRole('tab', { name: 'One contact' }).click();
  await page.getByRole('searchbox', { name: 'Name or e-mail' }).fill('Damson');
  await button(page, 'Kim Damson').click();
  await byTestId(page, 'tried')
    .getByText(/Behavior points is \d.*short of 40/)
    .waitFor();
  await picture(page, 'one-contact');

  await button(page, 'Publish').click();
  await page.getByRole('textbox', { name: 'Why' }).fill('People who look for a job are no buyers');
  await picture(page, 'publish', false);
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await byTestId(page, 'draft-state').filter({ hasText: 'No changes' }).waitFor();
  await minute(bench);
  expect(score(seeker)).toBeLessThanOrEqual(before - 9);
  const record = await bench.open(`contacts/${seeker.id}`, OPS);
  const shown = record.locator('[data-property="l2r_score"]').filter({ hasText: valuesOf(seeker)['l2r_score'] ?? '' });
  await shown.waitFor();

  await page.getByRole('tab', { name: 'History' }).click();
  const row = (text: string) => page.getByRole('cell').filter({ hasText: text });
  await row('People who look for a job are no buyers').waitFor();
  await button(page, 'What changed').click();
  await page.getByText('Signs against: Added: Jobs page viewed, −10 points').waitFor();
  await picture(page, 'history', false);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Roll back to version/ }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('Too strict');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Roll back/ })
    .click();
  await row('Too strict').waitFor();
  await minute(bench);
  expect(Math.abs(score(seeker) - before)).toBeLessThanOrEqual(1);
  expect(bench.faults).toEqual([]);
});

/** Every section with the part of it, and the heading that says it is there. */
const SECTIONS: readonly (readonly [section: string, part: string | undefined, heading: string])[] = [
  ['Overview', undefined, 'In force'],
  ['Scores', 'Fit', 'Vetoes'],
  ['Scores', 'Behavior', 'Breadth, bands and recency'],
  ['Scores', 'Negatives', 'Signs against'],
  ['Qualification', 'ICP & target', 'Bought lists'],
  ['Qualification', 'Gates', 'Gates to AQL'],
  ['Qualification', 'Exclusions', 'Exclusions'],
  ['Qualification', 'Answers', 'Qualification answers'],
  ['Stages', undefined, 'Stages'],
  ['Accounts', undefined, 'Tiers'],
  ['Work', 'Priorities & clocks', 'Working time'],
  ['Work', 'Reasons', 'Reject: no opportunity'],
  ['Touches', 'Touch types', 'Touch types'],
  ['Touches', 'Sources', 'Sources'],
  ['Try out', 'What if', 'What if'],
  ['Try out', 'Calibration', 'Does the score tell who buys?'],
  ['Try out', 'One contact', 'Try on one contact'],
  ['History', undefined, 'History'],
  ['Access', 'Roles', 'Roles'],
  ['Access', 'API keys', 'API keys'],
];

/** What reaches beyond the page's content, in a browser's own words. */
const TOO_WIDE = `(() => {
  const body = document.querySelector('.wb-app-body');
  const right = body.getBoundingClientRect().right;
  const isScrolled = (element) => element.closest('.wb-table-scroll') !== null;
  return [...body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > right + 1 && !isScrolled(element))
    .map((element) => element.outerHTML.slice(0, 200));
})()`;

it('every section has its place in 720 pixels, and all that can be opened in it opens', async () => {
  await using bench = await liveWorkbench(database);
  const { portalId, work } = bench.backend;
  await database.inPortal(portalId, (tx) => saveRole(tx, portalId, OPS.userId, 'admin'));
  await work.timetable(portalId);
  const page = await bench.open('settings', OPS);
  await page.setViewportSize({ width: 768, height: 1000 });
  for (const [section, part, heading] of SECTIONS) {
    await page.getByRole('tab', { name: section, exact: true }).click();
    if (part !== undefined) await page.getByRole('tab', { name: part, exact: true }).click();
    await page.getByRole('heading', { name: heading }).first().waitFor();
    const openers = page.getByRole('button', { name: /^(Edit|Add: )/ });
    if ((await openers.count()) > 0) {
      await openers.first().click();
      await page
        .getByRole('button', { name: /^(Done|Close the form|Cancel)$/ })
        .first()
        .waitFor();
    }
    expect(await page.evaluate<string[]>(TOO_WIDE), part ?? section).toEqual([]);
    await picture(page, `720-${(part ?? section).toLowerCase().replaceAll(/\W+/g, '-')}`);
  }
  expect(await page.locator('[data-unmapped]').count()).toBe(0);
  expect(bench.faults).toEqual([]);
});

it('whoever may only read sees everything and no way to change it', async () => {
  await using bench = await liveWorkbench(database);
  const page = await bench.open('settings', AE);
  await byTestId(page, 'read-only').waitFor();
  await page.getByRole('tab', { name: 'Scores' }).click();
  await page.getByText('Decides', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /Add|Remove|Edit|Publish/ }).count()).toBe(0);
  await picture(page, 'read-only');
  expect(bench.faults).toEqual([]);
});
