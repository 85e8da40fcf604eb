import { parseArgs } from 'node:util';
import { loadDefinitions as readDefinitions } from '../../compose/core.ts';
import { createDefinitionWork } from '../../compose/definition-work.ts';
import { diffDefinitions } from '../../domain/definitions/diff-definitions.ts';
import { type Command, UsageError } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';
import { numberOption } from '../number-option.ts';

export const definitionsCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- definitions validate <file>',
    '       npm run -s l2r -- definitions show | history',
    '       npm run -s l2r -- definitions diff <file>',
    '       npm run -s l2r -- definitions publish <file> --by <name> --why <reason>',
    '       npm run -s l2r -- definitions rollback <version> --by <name> --why <reason>',
    '',
    'The definition set as a file. `show` prints the one in force, `diff` where a file differs from it. What is published holds from then',
    'on; nothing decided before changes. Rolling back publishes an older version again.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { by: { type: 'string' }, why: { type: 'string' } },
      strict: true,
      allowPositionals: true,
    });
    const [verb = '', subject, ...rest] = positionals;
    const needsSubject = ['validate', 'diff', 'publish', 'rollback'].includes(verb);
    if (rest.length > 0 || (needsSubject ? subject === undefined : !['show', 'history'].includes(verb)))
      throw new UsageError(`Say what to do with the definitions: validate, show, diff, publish, rollback or history.`);
    if (verb === 'validate') {
      const { version } = await readDefinitions(subject);
      return say(`${subject ?? ''} is a valid definition set, version ${version}.`);
    }
    await using connected = await connectedPortal();
    const { core, portalId } = connected;
    const work = createDefinitionWork(core, portalId);
    if (verb === 'show') return print(await work.inForce());
    if (verb === 'history') return print(await work.history());
    if (verb === 'diff') return print(diffDefinitions(await work.inForce(), await readDefinitions(subject)));
    const signed = { publishedBy: named('--by', values.by), why: named('--why', values.why) };
    const version = verb === 'publish' ? await keep(subject, work) : await known(subject ?? '', work);
    await work.publish({ ...signed, version });
    say(`Version ${version} of the definition set is in force in portal ${portalId}.`);
  },
};

type Work = ReturnType<typeof createDefinitionWork>;

async function keep(file: string | undefined, work: Work): Promise<number> {
  const definitions = await readDefinitions(file);
  await work.keep(definitions);
  return definitions.version;
}

async function known(text: string, work: Work): Promise<number> {
  const version = numberOption('The version', text, { min: 1, max: 1_000_000 });
  if (await work.hasVersion(version)) return version;
  throw new UsageError(`This portal never had version ${version}; \`definitions history\` lists those it had.`);
}

function named(option: string, text: string | undefined): string {
  if (text !== undefined && text.trim() !== '') return text.trim();
  throw new UsageError(`Say who publishes and why: ${option} is missing.`);
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
const say = (text: string): void => void process.stderr.write(`${text}\n`);
