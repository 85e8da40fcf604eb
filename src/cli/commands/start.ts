import { parseArgs } from 'node:util';
import { startDemo } from '../../compose/start.ts';
import { readConfig } from '../../config/config.ts';
import { environment } from '../../config/env.ts';
import { type Command, stopped } from '../command.ts';
import { numberOption } from '../number-option.ts';
import { serveCommand } from './serve.ts';

export const startCommand: Command = {
  help: [
    'Usage: npm start',
    '',
    'Without HubSpot credentials: an emulated portal with a seeded company, the backend beside it, and leads coming in.',
    'With HUBSPOT_ACCESS_TOKEN set: the backend for that portal, as `serve`.',
    '',
    '  --seed <number>   another company; default 1',
    '  --pace <seconds>  seconds between two changes; default 5',
  ].join('\n'),
  async run(args, stop) {
    const { values } = parseArgs({
      args: [...args],
      options: { seed: { type: 'string', default: '1' }, pace: { type: 'string', default: '5' } },
      strict: true,
    });
    const seed = numberOption('--seed', values.seed, { min: 0, max: 2 ** 31 });
    const paceMs = 1_000 * numberOption('--pace', values.pace, { min: 1, max: 86_400 });
    const config = readConfig(environment());
    if (config.hubspot.accessToken !== undefined) return serveCommand.run([], stop);
    say('Preparing a sandbox portal and the backend …');
    await using demo = await startDemo(config, { seed, sandboxPort: config.http.port + 1, paceMs });
    say(`Status page  ${demo.backend.url}/`);
    say(`Sandbox      ${demo.sandbox.url}/sandbox/state`);
    say('Leads come in and move every few seconds. Ctrl-C stops everything.');
    await stopped(stop);
    say('Stopping …');
  },
};

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
