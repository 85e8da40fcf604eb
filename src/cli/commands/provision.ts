import { parseArgs } from 'node:util';
import { openCore } from '../../compose/core.ts';
import { readConfig } from '../../config/config.ts';
import { environment } from '../../config/env.ts';
import { createLogger } from '../../telemetry/logger.ts';
import type { Command } from '../command.ts';

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
    const config = readConfig(environment());
    await using core = await openCore(config, createLogger(config.logLevel));
    const portalId = await core.connect();
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
