import { expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { byTestId, sampleWorkbench } from '../support/sample-workbench.ts';

const asker = (userId: number, name: string) =>
  `portalId=4400001&userId=${userId}&userEmail=${name}%40own.example&appId=9`;

it('the app’s home page runs without a record, as the person who looks, its actions in the header', async () => {
  await using bench = await sampleWorkbench();
  const { page, called, url } = bench;
  await page.getByRole('link', { name: 'App home' }).click();
  const header = page.locator('.wb-app-head');
  await header.getByRole('button', { name: 'Ask the backend' }).click();
  await eventually(async () => (await byTestId(page, 'answer').textContent()) === '200: hello');
  expect(await byTestId(page, 'place').textContent()).toBe('home of Ida, false');
  await page.getByLabel('Viewed as').selectOption({ label: 'Max Ahorn · AE' });
  await page.waitForURL(`${url}/app?as=72`);
  await page.getByText('home of Max').waitFor();
  await header.getByRole('button', { name: 'Ask the backend' }).click();
  await eventually(() => called.length === 2);
  expect(called).toEqual([`/extension/v1/home?${asker(71, 'ida')}`, `/extension/v1/home?${asker(72, 'max')}`]);
  await eventually(async () => (await byTestId(page, 'companies').textContent()) === 'Acme');
  await header.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('alert').getByText('Exported').waitFor();
  expect(bench.faults).toEqual([]);
});

it('charts draw every value once and say them all', async () => {
  await using bench = await sampleWorkbench();
  const { page, url } = bench;
  await page.goto(`${url}/app`);
  await page.getByRole('img', { name: 'People by stage. North: Lead 12, Won 3. v1.5: Lead 7.5' }).waitFor();
  await page.getByRole('img', { name: /^Rate and its interval\. Low: 1 Mar 2026 0\.2, 2 Mar/ }).waitFor();
  const texts = (testId: string, part: string) => byTestId(page, testId).locator(part).allTextContents();
  await eventually(async () => (await texts('bars', '.recharts-label-list text')).join() === '12,3,7.5');
  expect(await byTestId(page, 'bars').locator('.recharts-bar-rectangle path').count()).toBe(3);
  expect(await texts('bars', '.mantine-ChartLegend-legendItem')).toEqual(['North', 'v1.5']);
  expect(await byTestId(page, 'lines').locator('.recharts-line-curve').count()).toBe(2);
  expect((await texts('lines', '.wb-point-label')).filter((text) => text !== '')).toEqual([
    '0.2',
    '0.4',
    '0.5',
    '0.6',
    '0.9',
  ]);
  const drawn = () => byTestId(page, 'lines').locator('.recharts-line-curve').first().getAttribute('d');
  const before = await drawn();
  await page.reload();
  await eventually(async () => (await drawn()) === before);
  expect(bench.faults).toEqual([]);
});

it('icons, figures and menus say what they are; an item of a menu opens its modal', async () => {
  await using bench = await sampleWorkbench();
  const { page, url } = bench;
  await page.goto(`${url}/app`);
  for (const name of ['Healthy', 'Score 72 of 100', 'A teal flag']) await page.getByRole('img', { name }).waitFor();
  const item = async (name: string) => {
    await page.getByRole('button', { name: 'Do' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await item('Pause');
  await eventually(async () => (await byTestId(page, 'chosen').textContent()) === 'pause');
  await item('See more');
  await page.getByRole('dialog', { name: 'More' }).getByText('And more.').waitFor();
  expect(await page.locator('[data-unmapped]').count()).toBe(0);
});

it('the settings page is a form of every kind of input, signed like any card', async () => {
  await using bench = await sampleWorkbench();
  const { page, called } = bench;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('settings of Ida: hello').waitFor();
  expect(called).toEqual([`/extension/v1/settings?${asker(71, 'ida')}`]);
  const searched = byTestId(page, 'searched');
  await page.getByRole('searchbox', { name: 'Find a rule' }).pressSequentially('jobs page');
  await eventually(async () => (await searched.textContent()) === 'looking for jobs page');
  await page.getByRole('button', { name: 'Clear' }).click();
  await eventually(async () => (await searched.textContent()) === 'looking for ');
  await page.getByRole('combobox', { name: 'Regions' }).click();
  await page.getByRole('option', { name: 'South' }).click();
  await page.getByRole('option', { name: 'West' }).click();
  await page.keyboard.press('Escape');
  const more = page.getByRole('button', { name: 'Increase Points' });
  await more.click();
  await eventually(() => more.isDisabled());
  expect(await more.getAttribute('title')).toBe('Six at most');
  await page.getByLabel('Opens at').fill('08:45');
  await page.getByRole('checkbox', { name: 'Tuesday' }).check();
  expect(await page.getByRole('checkbox', { name: 'Sunday' }).isDisabled()).toBe(true);
  await page.getByRole('radio', { name: 'Enforce' }).check();
  await page.getByRole('radio', { name: 'Large' }).check();
  await eventually(async () => (await byTestId(page, 'heard').textContent()) === '6 enforce');
  const save = page.getByRole('button', { name: 'Save' });
  await save.hover();
  await page.getByRole('tooltip', { name: 'Everybody sees it at once' }).waitFor();
  await save.click();
  const submitted = await eventually(async () => (await byTestId(page, 'submitted').textContent()) || undefined);
  expect(JSON.parse(submitted)).toEqual({
    search: '',
    regions: ['south', true],
    points: 6,
    opensAt: { hours: 8, minutes: 45 },
    days: ['mon', 'tue'],
    mode: 'enforce',
    size: 'large',
  });
  expect(bench.faults).toEqual([]);
});
