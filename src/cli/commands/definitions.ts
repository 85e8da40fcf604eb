import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadDefinitions as readDefinitions } from '../../compose/core.ts';
import { createDefinitionWork } from '../../compose/definition-work.ts';
import { diffDefinitions } from '../../domain/definitions/diff-definitions.ts';
import { type Command, UsageError } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';
import { numberOption } from '../number-option.ts';
import { createProgress } from '../progress.ts';
import { simulationText } from '../simulation-text.ts';

const VERBS = { files: ['validate', 'diff', 'simulate', 'draft', 'publish'], others: ['show', 'history'] };

export const definitionsCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- definitions validate <file>',
    '       npm run -s l2r -- definitions show [--out <file>] | history',
    '       npm run -s l2r -- definitions diff <file>',
    '       npm run -s l2r -- definitions simulate <file> [--days 90] [--minutes-per-lead 30] [--sdrs <n>]',
    '         [--segment-by channel] [--json]',
    '       npm run -s l2r -- definitions draft <file> --by <name>',
    '       npm run -s l2r -- definitions publish <file> --by <name> --why <reason> [--release-per-day 0]',
    '       npm run -s l2r -- definitions rollback <version> --by <name> --why <reason> [--release-per-day 0]',
    '',
    'The definition set as a file. `show` prints the one in force, `diff` where a file differs from it, `simulate` what it would have made of',
    'the last days. `draft` hands a file over to the settings page, however unfinished. What is published holds from then on; nothing decided',
    'before changes, and people who would newly qualify are let through at most so many a day. Rolling back publishes an older version again.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: OPTIONS,
      strict: true,
      allowPositionals: true,
    });
    const [verb = '', subject = '', ...rest] = positionals;
    const needsSubject = [...VERBS.files, 'rollback'].includes(verb);
    if (rest.length > 0 || needsSubject === (subject === '') || !(needsSubject || VERBS.others.includes(verb)))
      throw new UsageError(
        'Say what to do with the definitions: validate, show, diff, simulate, draft, publish, rollback or history.',
      );
    if (verb === 'validate') {
      const { version } = await readDefinitions(subject);
      return say(`${subject} is a valid definition set, version ${version}.`);
    }
    await using connected = await connectedPortal();
    const { core, portalId } = connected;
    const work = createDefinitionWork(core, portalId);
    if (verb === 'show') return print(await work.inForce(), values.out);
    if (verb === 'history') return print(await work.history());
    if (verb === 'diff') return print(diffDefinitions(await work.inForce(), await readDefinitions(subject)));
    if (verb === 'simulate') return await tryOut(subject, values, work);
    if (verb === 'draft') return await hand(subject, named('--by', values.by), work);
    const signed = { publishedBy: named('--by', values.by), why: named('--why', values.why) };
    const perDay = numberOption('--release-per-day', values['release-per-day'], { min: 0, max: 100_000 });
    const version = verb === 'publish' ? await keep(subject, work) : await known(subject, work);
    await work.publish({ ...signed, version }, perDay);
    say(`Version ${version} of the definition set is in force in portal ${portalId}.`);
  },
};

const OPTIONS = {
  by: { type: 'string' },
  why: { type: 'string' },
  out: { type: 'string' },
  days: { type: 'string', default: '90' },
  'minutes-per-lead': { type: 'string', default: '30' },
  sdrs: { type: 'string' },
  'segment-by': { type: 'string', default: 'channel' },
  'release-per-day': { type: 'string', default: '0' },
  json: { type: 'boolean', default: false },
} as const;

type Work = ReturnType<typeof createDefinitionWork>;

async function tryOut(
  file: string,
  values: { days: string; 'minutes-per-lead': string; sdrs?: string; 'segment-by': string; json: boolean },
  work: Work,
): Promise<void> {
  const days = numberOption('--days', values.days, { min: 1, max: 365 });
  const minutesPerLead = numberOption('--minutes-per-lead', values['minutes-per-lead'], { min: 1, max: 600 });
  const sdrs = values.sdrs === undefined ? undefined : numberOption('--sdrs', values.sdrs, { min: 0, max: 1_000 });
  const draft = await readDefinitions(file);
  using progress = createProgress(0);
  const options = { draft, days, minutesPerLead, sdrs, segmentBy: values['segment-by'] };
  const comparison = await work.simulate(options, (records) => progress.step('records', records));
  if (values.json) await print(comparison);
  else process.stdout.write(simulationText(comparison));
}

/** Puts a file where the settings page goes on with it. */
async function hand(file: string, by: string, work: Work): Promise<void> {
  const draft = await work.draft(await anyDocument(file), by);
  if (!draft || 'why' in draft) throw new UsageError(`${file} cannot be the draft. ${draft?.why ?? ''}`);
  const problems = draft.problems.map(({ path, message }) => `${path || 'document'}: ${message}`);
  say(
    problems.length === 0
      ? `${file} is the draft now; it can be published on the settings page.`
      : `${file} is the draft now. Before it can be published: ${problems.join('; ')}.`,
  );
}

async function anyDocument(file: string): Promise<Record<string, unknown>> {
  const document = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as unknown)
    .catch((fault: unknown) => {
      throw new UsageError(
        `${file} cannot be read as JSON: ${fault instanceof Error ? fault.message : String(fault)}.`,
      );
    });
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return document as Record<string, unknown>;
  throw new UsageError(`${file} holds no document: it has to begin with {.`);
}

async function keep(file: string, work: Work): Promise<number> {
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
  throw new UsageError(`Say who does this and why: ${option} is missing.`);
}

async function print(value: unknown, file?: string): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (file === undefined) process.stdout.write(text);
  else await writeFile(file, text);
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);
