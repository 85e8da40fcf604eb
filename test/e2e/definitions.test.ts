import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { DefinitionSet } from '../../src/domain/definitions/definition-set.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { preparedDataFolder } from '../support/embedded-folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

const execute = promisify(execFile);

it('the rules are taken out, changed, tried, published and rolled back as a file', { timeout: 120_000 }, async () => {
  await using temp = await tempFolder();
  await using data = await preparedDataFolder();
  await using sandbox = await startSandbox({ token: 't', clientSecret: 's', now: Date.now });
  const env = {
    PATH: process.env['PATH'],
    HUBSPOT_BASE_URL: sandbox.url,
    HUBSPOT_ACCESS_TOKEN: 't',
    L2R_DATA: data.folder,
  };
  const run = async (...args: string[]): Promise<string> =>
    (await execute(process.execPath, ['src/main.ts', 'definitions', ...args], { env })).stdout;
  const refusal = async (...args: string[]): Promise<{ code: number; stderr: string }> =>
    run(...args).then(
      () => expect.fail('It was not refused.'),
      (fault: { code: number; stderr: string }) => fault,
    );

  const shown = JSON.parse(await run('show')) as DefinitionSet;
  const file = join(temp.path, 'mine.json');
  await writeFile(file, JSON.stringify({ ...shown, version: 3, labels: { AQL: 'Hot lead', XYZ: 'No stage' } }));
  expect(await refusal('validate', file)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/mine\.json is no valid definition set\. labels: .*XYZ/) as string,
  });
  await writeFile(file, JSON.stringify({ ...shown, version: 3, labels: { AQL: 'Hot lead' } }));
  expect(JSON.parse(await run('diff', file))).toEqual([
    { path: 'version', from: shown.version, to: 3 },
    { path: 'labels.AQL', to: 'Hot lead' },
  ]);
  expect(await refusal('publish', file, '--why', 'Clearer')).toMatchObject({
    code: 2,
    stderr: 'Say who publishes and why: --by is missing.\n',
  });
  await run('publish', file, '--by', 'Ada', '--why', 'Clearer');
  expect(JSON.parse(await run('show'))).toMatchObject({ version: 3, labels: { AQL: 'Hot lead' } });
  await run('rollback', String(shown.version), '--by', 'Ada', '--why', 'Confusing');
  expect(JSON.parse(await run('show'))).toEqual(shown);
  expect(JSON.parse(await run('history'))).toMatchObject([
    { version: shown.version, publishedBy: 'settings' },
    { version: 3, publishedBy: 'Ada', why: 'Clearer' },
    { version: shown.version, publishedBy: 'Ada', why: 'Confusing' },
  ]);
});
