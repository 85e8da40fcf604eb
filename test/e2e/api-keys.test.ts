import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { toIso } from '../../src/domain/values/instant.ts';
import type { ReceiptAnswer, ReportAnswer } from '../../src/http/contract/v1.ts';
import { contactType } from '../../src/sandbox/object-types.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { eventually } from '../support/eventually.ts';
import { createAsApp } from '../support/new-portal.ts';

const execute = promisify(execFile);

it('a key from the command line opens /v1 of the backend until it is revoked', { timeout: 120_000 }, async () => {
  await using data = await tempFolder();
  await using sandbox = await startSandbox({ token: 't', clientSecret: 's', now: Date.now });
  createAsApp(sandbox.portal, contactType, { email: 'kim@buyer.example' }, Date.now() - 60_000);
  const env = {
    PATH: process.env['PATH'],
    HUBSPOT_BASE_URL: sandbox.url,
    HUBSPOT_ACCESS_TOKEN: 't',
    HUBSPOT_CLIENT_SECRET: 's',
    L2R_DATA: data.path,
    PORT: '0',
    LOG_LEVEL: 'info',
  };
  const run = async (...args: string[]): Promise<string> =>
    (await execute(process.execPath, ['src/main.ts', 'api-keys', ...args], { env })).stdout;

  const { keyId, key } = JSON.parse(await run('create', '--name', 'Events', '--by', 'Ada', '--scope', 'touches')) as {
    keyId: string;
    key: string;
  };
  await expect(run('create', '--name', 'Events', '--by', 'Ada', '--scope', 'all')).rejects.toMatchObject({ code: 2 });
  await expect(run('create', '--by', 'Ada')).rejects.toMatchObject({ code: 2 });

  const said: string[] = [];
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await using _ = { [Symbol.asyncDispose]: () => Promise.resolve(void child.kill('SIGKILL')) };
  const ended = once(child, 'exit');
  const [message] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => expect.fail(`It ended instead of serving: ${said.join('')}`)),
  ])) as [{ ready: { port: number } }];
  const origin = `http://127.0.0.1:${message.ready.port}`;
  const headers = { authorization: `Bearer ${key}` };
  const rows = [{ email: 'kim@buyer.example', at: toIso(Date.now()), type: 'call' }];
  const sent = await fetch(`${origin}/v1/touches`, { method: 'POST', headers, body: JSON.stringify(rows) });
  expect(sent.status).toBe(202);
  const { intakeId } = (await sent.json()) as ReceiptAnswer;
  await eventually(
    async () => {
      const answer = await fetch(`${origin}/v1/intakes/${intakeId}`, { headers });
      expect(((await answer.json()) as ReportAnswer).rows).toMatchObject({ waiting: 0, taken: 1 });
      return true;
    },
    { within: 20_000, every: 200 },
  );
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  expect(said.join('')).not.toMatch(new RegExp(`${key}|${key.slice(-43)}|kim@`));

  await run('revoke', keyId, '--by', 'Bob');
  await expect(run('revoke', keyId, '--by', 'Bob')).rejects.toMatchObject({ code: 2 });
  expect(JSON.parse(await run('list'))).toMatchObject([
    { keyId, name: 'Events', scopes: ['touches'], createdBy: 'Ada', revokedBy: 'Bob' },
  ]);
});
