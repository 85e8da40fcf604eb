import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { preview, readFolder } from '../../compose/preview.ts';
import { readConfig } from '../../config/config.ts';
import { environment } from '../../config/env.ts';
import { isZone } from '../../domain/values/calendar.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { type Command, UsageError } from '../command.ts';
import { instantOption } from '../instant-option.ts';
import { previewText } from '../preview-text.ts';
import { createProgress } from '../progress.ts';

export const previewCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- preview <folder> [options]',
    '',
    'Loads a portal folder (docs/portal-folder.md) into a sandbox portal, runs the ordinary backfill over it and prints every metric.',
    '',
    '  --by <property>       also break the funnel down by a contact property; may be repeated',
    '  --as-of <instant>     count what had happened by then; default: the latest observed instant of the folder',
    '  --zone <IANA zone>    reporting zone for months; default UTC',
    '  --definitions <file>  a definition set; default: definitions.json of the folder, else the shipped one',
    '  --replay              tell the same history as live webhooks, doubled and shuffled, to a backend of its own process',
    '  --json                print one JSON object',
    '',
    'DATABASE_URL is used when set, in a schema of its own that is dropped afterwards.',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        by: { type: 'string', multiple: true, default: [] },
        'as-of': { type: 'string' },
        zone: { type: 'string', default: 'UTC' },
        definitions: { type: 'string' },
        replay: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const path = positionals[0];
    if (path === undefined || positionals.length > 1) throw new UsageError('Name one portal folder: preview <folder>.');
    if (!isZone(values.zone))
      throw new UsageError(`--zone "${values.zone}" is no IANA time zone. Write it as Europe/Berlin.`);
    const asOf = instantOption('--as-of', values['as-of']);
    const config = readConfig({ LOG_LEVEL: 'warn', ...environment() });
    const folder = await readFolder(path);
    using progress = createProgress(folder.records.length);
    const result = await preview(
      {
        folder,
        definitionsFile: values.definitions ?? definitionsIn(path),
        by: [...new Set(values.by)],
        zone: values.zone,
        asOf,
        replay: values.replay,
        report: (step, records) => progress.step(step, records),
        say: (message) => process.stderr.write(`${message}\n`),
      },
      config,
      createLogger(config.logLevel),
    );
    process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : previewText(result));
  },
};

const definitionsIn = (folder: string): string | undefined =>
  existsSync(join(folder, 'definitions.json')) ? join(folder, 'definitions.json') : undefined;
