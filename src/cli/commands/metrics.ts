import { parseArgs } from 'node:util';
import { measurePortal } from '../../compose/measure-portal.ts';
import { type Command, UsageError } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';
import { instantOption } from '../instant-option.ts';

const NAMES = [
  'stages',
  'conversion',
  'durations',
  'curves',
  'cohorts',
  'breakdowns',
  'pipeline',
  'excluded',
  'hygiene',
] as const;
type MetricName = (typeof NAMES)[number];

export const metricsCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- metrics <name> [--as-of <instant>]',
    '',
    `Names: ${NAMES.join(', ')}. docs/metrics.md defines each.`,
    '',
    '  --as-of  ISO 8601 instant; default now',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'as-of': { type: 'string' } },
      allowPositionals: true,
      strict: true,
    });
    const name = NAMES.find((each) => each === positionals[0]);
    if (!name || positionals.length !== 1) throw new UsageError(`Name one metric: ${NAMES.join(', ')}.`);
    const asOf = instantOption('--as-of', values['as-of']);
    await using connected = await connectedPortal();
    const { core, portalId } = connected;
    const { measurement } = await measurePortal(core.database, portalId, asOf ?? core.clock());
    process.stdout.write(
      `${JSON.stringify({ asOf: measurement.asOf, definitionVersion: measurement.definitionVersion, [name]: measurement[name satisfies MetricName] }, null, 2)}\n`,
    );
  },
};
