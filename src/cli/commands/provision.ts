import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';

export const provisionCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- provision [--json]',
    '',
    'Creates what is missing, updates labels and descriptions, leaves the rest alone; running it again changes nothing.',
    '',
    '  --json   print the report as JSON',
  ].join('\n'),
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      strict: true,
    });
    await using connected = await connectedPortal();
    const { core, portalId } = connected;
    const report = await core.gateway.provision('background');
    if (values.json) process.stdout.write(`${JSON.stringify({ portalId, ...report }, null, 2)}\n`);
    else {
      const lines = [
        ...report.created.map((name) => `created  ${name}`),
        ...report.updated.map((name) => `updated  ${name}`),
        ...report.unavailable.map((name) => `missing  ${name}`),
      ];
      process.stdout.write(
        `${[...lines, `Portal ${portalId}: ${report.created.length} created, ${report.updated.length} updated, ${report.unchanged} unchanged.`].join('\n')}\n`,
      );
    }
  },
};
