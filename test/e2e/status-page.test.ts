import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/postgres.ts';

/** The counts of the waterfall by stage, as a person reads them. */
type Counts = Record<string, string>;

it('npm start shows a seeded portal whose waterfall moves', { timeout: 240_000 }, async () => {
  const port = await freePort();
  const child = spawn(process.execPath, ['src/main.ts', 'start', '--speed', '20'], {
    env: { PATH: process.env['PATH'], PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    await eventually(() => said.join('').includes(`http://127.0.0.1:${port}/`), { within: 120_000 });
    await using opened = await openPage(port);
    const { page } = opened;
    const counts = async (): Promise<Counts> => {
      const rows = await page.locator('#waterfall tbody tr').all();
      const shown = rows.map(async (row) => [await row.getAttribute('data-stage'), await row.textContent()] as const);
      return Object.fromEntries((await Promise.all(shown)).map(([stage, text]) => [stage ?? '', text ?? '']));
    };
    await eventually(async () => ((await page.textContent('#portal')) ?? '').includes('history complete'), {
      within: 30_000,
      every: 200,
    });
    const before = await eventually(async () => ((await counts())['WON'] ? counts() : undefined), {
      within: 20_000,
      every: 200,
    });
    expect(Object.keys(before)).toEqual(['LEAD', 'AQL', 'MAL', 'MQO', 'SQO', 'WON']);
    await eventually(async () => JSON.stringify(await counts()) !== JSON.stringify(before), {
      within: 30_000,
      every: 200,
    });
    expect(await page.textContent('#problem')).toBe('');
    const accounts = page.locator('#accounts tbody tr');
    await eventually(async () => (await accounts.count()) === 4, { within: 30_000, every: 200 });
    const stages = (await accounts.all()).map((row) => row.getAttribute('data-stage'));
    expect(await Promise.all(stages)).toEqual(['UNIVERSE', 'TARGET', 'AWARE', 'IN_MARKET']);
  } finally {
    child.kill('SIGINT');
  }
  expect(await ended).toBe(0);
});

async function openPage(port: number) {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  return { page, [Symbol.asyncDispose]: () => browser.close() };
}
