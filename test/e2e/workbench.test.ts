import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { byTestId, sampleProject, sampleWorkbench } from '../support/sample-workbench.ts';
import { tempFolder } from '../support/temp-folder.ts';

it('a card fetches from the backend as the person who looks', async () => {
  await using bench = await sampleWorkbench();
  const { page, called, contact, url } = bench;
  await page.getByRole('button', { name: 'Ask the backend' }).click();
  await eventually(async () => (await byTestId(page, 'answer').textContent()) === '200: hello');
  await page.getByLabel('Viewed as').selectOption({ label: 'Max Ahorn · AE' });
  await page.waitForURL(`${url}/contacts/${contact.id}?as=72`);
  await page.getByText('Max', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Ask the backend' }).click();
  await eventually(() => called.length === 2);
  const query = `of=${contact.id}&portalId=4400001&`;
  expect(called).toEqual([
    `/extension/v1/hello?${query}userId=71&userEmail=ida%40own.example&appId=9`,
    `/extension/v1/hello?${query}userId=72&userEmail=max%40own.example&appId=9`,
  ]);
  expect(bench.faults).toEqual([]);
});

it('a modal opens, closes by Escape and by its card, and the card’s alert appears', async () => {
  await using bench = await sampleWorkbench();
  const { page } = bench;
  const dialog = page.getByRole('dialog', { name: 'Really?' });
  const open = page.getByRole('button', { name: 'Open the question' });
  await open.click();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await eventually(async () => (await byTestId(page, 'closings').textContent()) === 'closed 1 times');
  await open.click();
  await dialog.getByRole('button', { name: 'Yes' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('alert').getByText('You clicked yes').waitFor();
  await eventually(async () => (await byTestId(page, 'closings').textContent()) === 'closed 2 times');
  expect(bench.faults).toEqual([]);
});

it('a form tells its card of every key, of what is left, and of everything at once', async () => {
  await using bench = await sampleWorkbench();
  const { page } = bench;
  const heard = byTestId(page, 'heard');
  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.pressSequentially('Rosalie');
  await eventually(async () => (await heard.textContent())?.startsWith('Rosalie||'));
  await page.getByLabel('Amount').fill('1250.5');
  await page.getByLabel('Amount').blur();
  await page.getByText('amount 1250.5').waitFor();
  await page.getByLabel('Amount').fill('');
  await page.getByLabel('Amount').blur();
  await page.getByText('amount null').waitFor();
  await page.getByLabel('Amount').fill('1250.5');
  await page.getByLabel('Day').fill('2026-03-01');
  await page.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'No budget' }).click();
  await page.getByRole('switch', { name: 'Urgent' }).check({ force: true });
  const day = '{"year":2026,"month":2,"date":1,"formattedDate":"3/1/2026"}';
  await eventually(async () => (await heard.textContent()) === `Rosalie|Rosalie|${day}|7`);
  await page.getByRole('button', { name: 'Send' }).click();
  const submitted = await eventually(async () => (await byTestId(page, 'submitted').textContent()) || undefined);
  expect(JSON.parse(submitted)).toEqual({
    name: 'Rosalie',
    amount: 1250.5,
    day: JSON.parse(day) as unknown,
    reason: 7,
    urgent: true,
  });
  expect(bench.faults).toEqual([]);
});

it('a table is sorted and paged by its card', async () => {
  await using bench = await sampleWorkbench();
  const { page } = bench;
  await page.getByRole('tab', { name: 'Table' }).click();
  const table = page.getByRole('table');
  const rows = async () => (await table.getByRole('row').allTextContents()).slice(1);
  expect(await rows()).toEqual(['Lead12', 'Won3']);
  await table.getByRole('button', { name: 'Stage' }).click();
  await page.locator('th[aria-sort="ascending"]').waitFor();
  await table.getByRole('button', { name: 'Stage' }).click();
  await eventually(async () => (await rows())[0] === 'Won3');
  await page.getByRole('button', { name: 'next page' }).click();
  await page.getByText('People on page 2').waitFor();
  expect(bench.faults).toEqual([]);
});

it('what the workbench cannot draw is a red box with its name', async () => {
  await using bench = await sampleWorkbench();
  const boxes = bench.page.locator('[data-unmapped]');
  await boxes.first().waitFor();
  expect(await boxes.count()).toBe(1);
  expect(await boxes.getAttribute('data-unmapped')).toBe('CrmReport');
});

it('a card that fails says why in its place, and the rest of the page goes on', async () => {
  await using folder = await tempFolder();
  const cards = join(folder.path, 'app', 'cards');
  await cp(sampleProject, folder.path, { recursive: true });
  await writeFile(join(cards, 'SampleTab.mjs'), "throw new Error('no luck today');");
  await using bench = await sampleWorkbench({ projectFolder: folder.path });
  const failure = bench.page.locator('[data-failure="sample_tab"]');
  await eventually(async () => (await failure.textContent())?.includes('no luck today'));
  await eventually(async () => (await byTestId(bench.page, 'read-title').textContent()) === 'ReadBuyer');
});

it('a person’s edit reaches the record, its history and, within two seconds, the card', async () => {
  await using bench = await sampleWorkbench();
  const { page, contact } = bench;
  const [heard, read] = [byTestId(page, 'heard-title'), byTestId(page, 'read-title')];
  await eventually(async () => (await heard.textContent()) === 'HeardBuyer');
  await page.getByRole('button', { name: 'Edit Job Title' }).click();
  await page.getByRole('textbox', { name: 'Job Title' }).fill('Head of buying');
  await page.keyboard.press('Enter');
  await eventually(() => contact.values.get('jobtitle') === 'Head of buying');
  const both = async () =>
    (await heard.textContent()) === 'HeardHead of buying' && (await read.textContent()) === 'ReadHead of buying';
  await eventually(both, { within: 2_000 });
  expect(contact.versions.get('jobtitle')?.[0]).toMatchObject({ sourceType: 'CRM_UI', sourceId: 'userId:71' });
  await page.getByRole('tab', { name: 'Activity' }).click();
  await page.getByText('Job Title set to Head of buying').waitFor();
  expect(bench.faults).toEqual([]);
});

it('a change made elsewhere reaches the card too, and a refused edit stays in its form with the reason', async () => {
  await using bench = await sampleWorkbench();
  const { page, contact } = bench;
  await eventually(async () => (await byTestId(page, 'heard-title').textContent()) === 'HeardBuyer');
  bench.setElsewhere({ jobtitle: 'Retired' });
  await eventually(async () => (await byTestId(page, 'heard-title').textContent()) === 'HeardRetired', {
    within: 2_000,
  });
  await page.getByRole('button', { name: 'Edit Email' }).click();
  await page.getByRole('textbox', { name: 'Email' }).fill('nonsense');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Email address nonsense is invalid').waitFor();
  expect(contact.values.get('email')).toBe('rosa@acme.example');
});

it('a card has no network of its own', async () => {
  await using bench = await sampleWorkbench();
  const sandboxed = byTestId(bench.page, 'sandboxed');
  await eventually(async () => (await sandboxed.textContent()) === 'Sandboxedundefined undefined');
});

it('records are found by name and lead to each other', async () => {
  await using bench = await sampleWorkbench();
  const { page, url } = bench;
  await page.goto(`${url}/`);
  await page.getByRole('link', { name: 'Rosa Luft' }).waitFor();
  await page.getByLabel('Find a record').fill('pilot');
  await page.getByText('No contact is found.').waitFor();
  await page.getByRole('link', { name: 'Acme: pilot' }).click();
  await page.getByRole('heading', { name: 'Acme: pilot' }).waitFor();
  await page.getByRole('link', { name: 'Rosa Luft' }).click();
  await page.getByRole('heading', { name: 'Rosa Luft' }).waitFor();
  await page.goto(`${url}/`);
  await page.getByLabel('Find a record').fill('acme.ex');
  await page.getByRole('link', { name: 'Acme', exact: true }).click();
  await page.getByRole('heading', { name: 'Acme', exact: true }).waitFor();
  await page.locator('[data-card="sample_sidebar"]').getByText('Ida', { exact: true }).waitFor();
  expect(bench.faults).toEqual([]);
});
