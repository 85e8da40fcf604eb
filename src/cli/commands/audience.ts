import { parseArgs } from 'node:util';
import { createAccountWork } from '../../compose/account-work.ts';
import { createAudienceWork, USUAL_AUDIENCE } from '../../compose/audience-work.ts';
import { type AudienceRequest, ListScopeMissingError } from '../../usecases/audience-ports.ts';
import type { Kept } from '../../usecases/keep-audience-list.ts';
import type { Command } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';
import { numberOption } from '../number-option.ts';

const MOST_NAMED = 10;

export const audienceCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- audience [--score <0–100>] [--or-intent] [--with-domain] [--list]',
    '',
    'Accounts worth advertising to, as CSV: company id, score, intent, whether it is in the market, tier.',
    '',
    '  --score        at least this account score; default 80',
    '  --or-intent    also those that are in the market, whatever their score',
    '  --with-domain  asks HubSpot for their domains and adds them',
    '  --list         keeps a list of them in HubSpot instead, from now on daily; without --score and --or-intent by',
    '                 the rule it has. Where the app may not use lists, it says so and prints the CSV',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        score: { type: 'string' },
        'or-intent': { type: 'boolean', default: false },
        'with-domain': { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
      },
      strict: true,
    });
    const given = ruleOf(values.score, values['or-intent']);
    await using connected = await connectedPortal();
    const { core, portalId } = connected;
    try {
      if (values.list) {
        process.stdout.write(`${told(await createAudienceWork(core, portalId).write(given))}\n`);
        return;
      }
    } catch (fault) {
      if (!(fault instanceof ListScopeMissingError)) throw fault;
      process.stderr.write(
        'The app may not use lists in this portal: grant it crm.lists.read and crm.lists.write and run this again. Here is the CSV instead.\n',
      );
    }
    const request = { ...(given ?? USUAL_AUDIENCE), withDomain: values['with-domain'] };
    process.stdout.write(await createAccountWork(core, portalId).audience(request));
  },
};

/** @returns undefined where neither option was given */
function ruleOf(score: string | undefined, orIntent: boolean): AudienceRequest | undefined {
  if (score === undefined && !orIntent) return undefined;
  return {
    score: score === undefined ? USUAL_AUDIENCE.score : numberOption('--score', score, { min: 0, max: 100 }),
    orIntent,
  };
}

function told(kept: Kept | undefined): string {
  if (!kept) return 'Another process is writing the list; nothing was done.';
  const { list, isNew, members, added, removed, missing } = kept;
  const named = missing.slice(0, MOST_NAMED).join(', ') + (missing.length > MOST_NAMED ? ', …' : '');
  return [
    `${isNew ? 'New list' : 'List'} ${list.listId} "${list.name}": ${added} added, ${removed} removed, ${members} in it now.`,
    ...(missing.length > 0 ? [`HubSpot does not know ${missing.length} of them any more: ${named}.`] : []),
  ].join('\n');
}
