import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { WaterfallReport } from '../../src/compose/measure-waterfall.ts';
import { companyType } from '../../src/sandbox/object-types.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { FITTING } from '../support/account-portal.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createAsApp } from '../support/new-portal.ts';

const execute = promisify(execFile);

it(
  'accounts that were read in are counted, named and exported from the command line',
  { timeout: 240_000 },
  async () => {
    await using data = await tempFolder();
    await using sandbox = await startSandbox({ token: 't', clientSecret: 's', now: Date.now });
    sandbox.portal.owners.put({
      id: '31',
      email: 'ae@own.example',
      firstName: 'Ada',
      lastName: 'E',
      team: '',
      archived: false,
    });
    const values = { ...FITTING, domain: 'buyer.example' };
    const company = createAsApp(sandbox.portal, companyType, values, Date.now() - 60_000);
    const env = {
      PATH: process.env['PATH'],
      HUBSPOT_BASE_URL: sandbox.url,
      HUBSPOT_ACCESS_TOKEN: 't',
      L2R_DATA: data.path,
      LOG_LEVEL: 'silent',
    };
    const run = async (...args: string[]): Promise<string> =>
      (await execute(process.execPath, ['src/main.ts', ...args], { env })).stdout;

    await run('provision');
    await run('backfill');
    const { waterfall } = JSON.parse(await run('metrics', 'waterfall')) as WaterfallReport;
    expect(waterfall.accounts.stages.map(({ id, current }) => [id, current])).toEqual([
      ['UNIVERSE', 0],
      ['TARGET', 1],
      ['AWARE', 0],
      ['IN_MARKET', 0],
    ]);
    expect(await run('audience', '--score', '40', '--with-domain')).toBe(
      `company_id,score,intent,in_market,tier,domain\r\n${company.id},45,0,false,tier_3,buyer.example\r\n`,
    );
    expect(await run('audience', '--or-intent')).toBe('company_id,score,intent,in_market,tier\r\n');
    await expect(run('audience', '--score', '101')).rejects.toMatchObject({ code: 2 });
    expect(await run('audience', '--score', '40', '--list')).toBe(
      'New list 1 "Lead to Revenue: audience": 1 added, 0 removed, 1 in it now.\n',
    );
    sandbox.portal.setup.switches.lists = false;
    const refused = await execute(process.execPath, ['src/main.ts', 'audience', '--list'], { env });
    expect(refused.stderr).toMatch(/^The app may not use lists in this portal: grant it crm\.lists\.read and /);
    expect(refused.stdout).toBe('company_id,score,intent,in_market,tier\r\n');

    await run('named-accounts', 'add', company.id, '--owner', '31', '--by', 'Ada');
    expect(JSON.parse(await run('named-accounts', 'list'))).toMatchObject([{ companyId: company.id, ownerId: '31' }]);
    expect(JSON.parse(await run('named-accounts', 'suggest'))).toEqual([]);
    await expect(run('named-accounts', 'add', company.id, '--owner', '31', '--by', 'Ada')).rejects.toMatchObject({
      code: 2,
      stderr: `Account ${company.id} is already on the list of owner 31.\n`,
    });
    await expect(run('named-accounts', 'exchange')).rejects.toMatchObject({ code: 2 });
    await run('named-accounts', 'drop', company.id, '--owner', '31', '--by', 'Ada');
    expect(JSON.parse(await run('named-accounts', 'log'))).toMatchObject([
      { added: company.id, by: 'Ada' },
      { dropped: company.id, by: 'Ada' },
    ]);
  },
);
