import { parseArgs } from 'node:util';
import { createAccountWork } from '../../compose/account-work.ts';
import type { Command } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';
import { numberOption } from '../number-option.ts';

export const audienceCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- audience [--score <0–100>] [--or-intent] [--with-domain]',
    '',
    'Accounts worth advertising to, as CSV: company id, score, intent, whether it is in the market, tier.',
    '',
    '  --score        at least this account score; default 80',
    '  --or-intent    also those that are in the market, whatever their score',
    '  --with-domain  asks HubSpot for their domains and adds them',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        score: { type: 'string', default: '80' },
        'or-intent': { type: 'boolean', default: false },
        'with-domain': { type: 'boolean', default: false },
      },
      strict: true,
    });
    const score = numberOption('--score', values.score, { min: 0, max: 100 });
    await using connected = await connectedPortal();
    const work = createAccountWork(connected.core, connected.portalId);
    const request = { score, orIntent: values['or-intent'], withDomain: values['with-domain'] };
    process.stdout.write(await work.audience(request));
  },
};
