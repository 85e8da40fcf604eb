import { parseArgs } from 'node:util';
import { runSandbox } from '../../compose/run-sandbox.ts';
import { type Command, stopped } from '../command.ts';
import { numberOption } from '../number-option.ts';

export const sandboxCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- sandbox [options]',
    '',
    'Runs the emulated HubSpot portal until it is stopped. docs/sandbox.md tells how to point a backend at it.',
    '',
    '  --folder <folder>   a portal folder to start with; default: empty',
    '  --port <number>     default 8788',
    '  --token <text>      access token it accepts; default sandbox-token',
    '  --secret <text>     client secret it signs webhooks with; default sandbox-secret',
    '  --webhooks <url>    where it sends webhooks; default: nowhere',
  ].join('\n'),
  async run(args, stop) {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      options: {
        folder: { type: 'string' },
        port: { type: 'string', default: '8788' },
        token: { type: 'string', default: 'sandbox-token' },
        secret: { type: 'string', default: 'sandbox-secret' },
        webhooks: { type: 'string' },
      },
    });
    const port = numberOption('--port', values.port, { min: 0, max: 65_535 });
    const { folder, token, secret, webhooks } = values;
    await using sandbox = await runSandbox({ folder, port, token, clientSecret: secret, webhooks });
    process.stderr.write(`Sandbox portal on ${sandbox.url}\n`);
    await stopped(stop);
  },
};
