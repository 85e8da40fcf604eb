import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';

const page = `<!doctype html><title>Pipeline</title>
<button onclick="document.querySelector('p').textContent = 'Deal won: 12.500 €'">Win the deal</button><p>Open</p>`;

test('the browser shows a page of this machine and reacts to a click', async () => {
  await using server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await using browser = await openBrowser();
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const before = await tab.screenshot();
  await tab.getByRole('button', { name: 'Win the deal' }).click();
  expect(await tab.locator('p').textContent()).toBe('Deal won: 12.500 €');
  const after = await tab.screenshot();
  expect(after.subarray(1, 4).toString()).toBe('PNG');
  expect(after.equals(before)).toBe(false);
});
