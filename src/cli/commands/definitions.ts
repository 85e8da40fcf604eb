import { parseArgs } from 'node:util';
import { type Core, loadDefinitions as readDefinitions, openCore } from '../../compose/core.ts';
import { readConfig } from '../../config/config.ts';
import { environment } from '../../config/env.ts';
import type { DefinitionSet } from '../../domain/definitions/definition-set.ts';
import { diffDefinitions } from '../../domain/definitions/diff-definitions.ts';
import type { PortalId } from '../../domain/values/ids.ts';
import { toIso } from '../../domain/values/instant.ts';
import { loadDefinitions, loadPublications, publishVersion, saveDefinitions } from '../../store/definition-store.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { type Command, UsageError } from '../command.ts';
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
    await inPortal(async (core, portalId) => {
      switch (verb) {
        case 'show':
          return print((await inForce(core, portalId)).definitions);
        case 'history':
          return print(await history(core, portalId));
        case 'diff':
          return print(diffDefinitions((await inForce(core, portalId)).definitions, await readDefinitions(subject)));
        default: {
          const signed = { publishedBy: named('--by', values.by), why: named('--why', values.why) };
          const version =
            verb === 'publish'
              ? await keep(core, portalId, await readDefinitions(subject))
              : await known(core, portalId, subject ?? '');
          const publication = { ...signed, version, publishedAt: core.clock() };
          await core.database.inPortal(portalId, (tx) => publishVersion(tx, portalId, publication));
          say(`Version ${version} of the definition set is in force in portal ${portalId}.`);
        }
      }
    });
  },
};

async function inPortal(work: (core: Core, portalId: PortalId) => Promise<void>): Promise<void> {
  const config = readConfig(environment());
  await using core = await openCore(config, createLogger(config.logLevel));
  await work(core, await core.connect());
}

const inForce = ({ store }: Core, portalId: PortalId) => store.inPortal(portalId, (tx) => tx.settings());

async function history({ database }: Core, portalId: PortalId) {
  const publications = await database.inPortal(portalId, (tx) => loadPublications(tx, portalId));
  return publications.map((each) => ({ ...each, publishedAt: toIso(each.publishedAt) }));
}

async function keep({ database, clock }: Core, portalId: PortalId, definitions: DefinitionSet): Promise<number> {
  await database.inPortal(portalId, (tx) => saveDefinitions(tx, portalId, definitions, clock()));
  return definitions.version;
}

async function known({ database }: Core, portalId: PortalId, text: string): Promise<number> {
  const version = numberOption('The version', text, { min: 1, max: 1_000_000 });
  if (await database.inPortal(portalId, (tx) => loadDefinitions(tx, portalId, version))) return version;
  throw new UsageError(`Portal ${portalId} never had version ${version}; \`definitions history\` lists those it had.`);
}

function named(option: string, text: string | undefined): string {
  if (text !== undefined && text.trim() !== '') return text.trim();
  throw new UsageError(`Say who publishes and why: ${option} is missing.`);
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
const say = (text: string): void => void process.stderr.write(`${text}\n`);
