import { parseArgs } from 'node:util';
import { createAccountWork } from '../../compose/account-work.ts';
import { type RecordId, recordId } from '../../domain/values/ids.ts';
import { type Command, UsageError } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';

export const namedAccountsCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- named-accounts list | suggest | log',
    '       npm run -s l2r -- named-accounts add <company id> --owner <owner id> --by <name>',
    '       npm run -s l2r -- named-accounts drop <company id> --owner <owner id> --by <name>',
    '       npm run -s l2r -- named-accounts swap <company id> <company id> --owner <owner id> --by <name>',
    '',
    'The accounts an account executive works on. `suggest` prints which would better be exchanged for which, and why; `swap` gives up the',
    'first for the second; `log` prints every change.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { owner: { type: 'string' }, by: { type: 'string' } },
      strict: true,
      allowPositionals: true,
    });
    const [verb = '', ...ids] = positionals;
    const change = changeOf(verb, ids);
    const signed = change && { ...change, ownerId: text('--owner', values.owner), by: text('--by', values.by) };
    await using connected = await connectedPortal();
    const work = createAccountWork(connected.core, connected.portalId);
    if (!signed)
      return print(await (verb === 'list' ? work.named() : verb === 'log' ? work.changes() : work.suggest()));
    const refused = await work.change(signed);
    if (refused) throw new UsageError(refused.why);
    process.stderr.write('Done; it is kept in the log.\n');
  },
};

interface Change {
  readonly add?: RecordId;
  readonly drop?: RecordId;
  readonly reason: string;
}

/** @throws UsageError for anything but one of the verbs with its companies */
function changeOf(verb: string, ids: readonly string[]): Change | undefined {
  const [first = '', second = ''] = ids.map(recordId);
  if (['list', 'suggest', 'log'].includes(verb) && ids.length === 0) return undefined;
  if (verb === 'add' && ids.length === 1) return { add: recordId(first), reason: 'added' };
  if (verb === 'drop' && ids.length === 1) return { drop: recordId(first), reason: 'dropped' };
  if (verb === 'swap' && ids.length === 2) return { drop: recordId(first), add: recordId(second), reason: 'swapped' };
  throw new UsageError('Say what to do with the named accounts: list, suggest, log, add, drop or swap, and which.');
}

function text(option: string, given: string | undefined): string {
  const value = given?.trim() ?? '';
  if (value !== '' && value.length <= 100) return value;
  throw new UsageError(`Say whose list it is and who does this: ${option} is missing, or longer than 100 characters.`);
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
