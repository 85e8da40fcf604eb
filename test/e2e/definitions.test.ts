import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { DefinitionSet } from '../../src/domain/definitions/definition-set.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { tempFolder } from '../support/temp-folder.ts';

const execute = promisify(execFile);
const COMMAND = ['src/main.ts', 'definitions'];

it('the rules are taken out, changed, tried, published and rolled back as a file', { timeout: 180_000 }, async () => {
  await using temp = await tempFolder();
  await using data = await tempFolder();
  await using sandbox = await startSandbox({ token: 't', clientSecret: 's', now: Date.now });
  const env = {
    PATH: process.env['PATH'],
    HUBSPOT_BASE_URL: sandbox.url,
    HUBSPOT_ACCESS_TOKEN: 't',
    L2R_DATA: data.path,
  };
  const run = async (...args: string[]): Promise<string> =>
    (await execute(process.execPath, [...COMMAND, ...args], { env })).stdout;
  const refusal = async (...args: string[]): Promise<{ code: number; stderr: string }> =>
    run(...args).then(
      () => expect.fail('It was not refused.'),
      (fault: { code: number; stderr: string }) => fault,
    );

  const shown = JSON.parse(await run('show')) as DefinitionSet;
  const version = shown.version + 1;
  const file = join(temp.path, 'mine.json');
  await writeFile(file, JSON.stringify({ ...shown, version, labels: { AQL: 'Hot lead', XYZ: 'No stage' } }));
  expect(await refusal('validate', file)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/mine\.json is no valid definition set\. labels: .*XYZ/) as string,
  });
  await writeFile(file, JSON.stringify({ ...shown, version, labels: { AQL: 'Hot lead' } }));
  expect(JSON.parse(await run('diff', file))).toEqual([
    { path: 'version', from: shown.version, to: version },
    { path: 'labels.AQL', to: 'Hot lead' },
  ]);
  expect(await refusal('publish', file, '--why', 'Clearer')).toMatchObject({
    code: 2,
    stderr: 'Say who does this and why: --by is missing.\n',
  });
  await run('publish', file, '--by', 'Ada', '--why', 'Clearer', '--release-per-day', '20');
  expect(JSON.parse(await run('show'))).toMatchObject({ version, labels: { AQL: 'Hot lead' } });
  await run('rollback', String(shown.version), '--by', 'Ada', '--why', 'Confusing');
  expect(JSON.parse(await run('show'))).toEqual(shown);
  expect(JSON.parse(await run('history'))).toMatchObject([
    { version: shown.version, publishedBy: 'settings' },
    { version, publishedBy: 'Ada', why: 'Clearer' },
    { version: shown.version, publishedBy: 'Ada', why: 'Confusing' },
  ]);

  const exported = join(temp.path, 'exported.json');
  await run('show', '--out', exported);
  expect(JSON.parse(await readFile(exported, 'utf8'))).toEqual(shown);
  expect(await run('simulate', exported, '--days', '30')).toMatch(/^\d{4}-\d\d-\d\d to .* 30 days: version \d+/);

  await writeFile(file, JSON.stringify({ ...shown, preset: 'soon' }));
  const { stderr } = await execute(process.execPath, [...COMMAND, 'draft', file, '--by', 'Ada'], { env });
  expect(stderr).toMatch(/is the draft now\. Before it can be published: preset: /);
  await writeFile(file, '{"labels":{"constructor":"x"}}');
  expect(await refusal('draft', file, '--by', 'Ada')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/cannot be the draft\. labels\.constructor: /) as string,
  });
});
