import { parseArgs } from 'node:util';
import { measurePortal } from '../../compose/measure-portal.ts';
import { measureWaterfall } from '../../compose/measure-waterfall.ts';
import type { Measurement } from '../../usecases/measure.ts';
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
    `Names: ${[...NAMES, 'waterfall'].join(', ')}. docs/metrics.md defines each.`,
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
    const [asked] = positionals;
    const name = NAMES.find((each) => each === asked);
    if ((!name && asked !== 'waterfall') || positionals.length !== 1)
      throw new UsageError(`Name one metric: ${[...NAMES, 'waterfall'].join(', ')}.`);
    const asOf = instantOption('--as-of', values['as-of']);
    await using connected = await connectedPortal();
    const { core, portalId } = connected;
    const at = asOf ?? core.clock();
    const answer = name
      ? oneOf(name, (await measurePortal(core.database, portalId, at)).measurement)
      : await measureWaterfall(core.database, portalId, at);
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  },
};

const oneOf = (name: MetricName, { asOf, definitionVersion, [name]: figures }: Measurement) => ({
  asOf,
  definitionVersion,
  [name]: figures,
});
