import { parseArgs } from 'node:util';
import { type Demo, type DemoOptions, startDemo } from '../../compose/start.ts';
import { type Config, readConfig } from '../../config/config.ts';
import { environment } from '../../config/env.ts';
import { type Command, stopped, UsageError } from '../command.ts';
import { createProgress } from '../progress.ts';
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
    '  --speed <number>  how much faster than life leads come in and move, 1 to 600; default 1',
  ].join('\n'),
  async run(args, stop) {
    const { values } = parseArgs({
      args: [...args],
      options: { seed: { type: 'string', default: '1' }, speed: { type: 'string', default: '1' } },
      strict: true,
    });
    const seed = numberOption('--seed', values.seed, { min: 0, max: 2 ** 31 });
    const speed = numberOption('--speed', values.speed, { min: 1, max: 600 });
    const config = readConfig(environment());
    if (config.hubspot.accessToken !== undefined) return serveCommand.run([], stop);
    const { port } = config.http;
    if (port < 1 || port >= 65_534)
      throw new UsageError('PORT must be from 1 to 65533 here: sandbox portal and workbench take the ports above.');
    say('Preparing a sandbox portal, the backend and the workbench …');
    await using demo = await prepare(config, { seed, speed, stop, sandboxPort: port + 1, workbenchPort: port + 2 });
    for (const { who, url } of demo.pages) say(`${who.padEnd(22)} ${url}`);
    say(`${'Sandbox portal'.padEnd(22)} ${demo.sandbox.url}/sandbox/state`);
    say('Leads come in and move on by themselves; --speed makes that faster. Ctrl-C stops everything.');
    await stopped(stop);
    say('Stopping …');
  },
};

async function prepare(config: Config, options: Omit<DemoOptions, 'report'>): Promise<Demo> {
  using progress = createProgress(0);
  return await startDemo(config, { ...options, report: (step, by) => progress.step(step, by) });
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
