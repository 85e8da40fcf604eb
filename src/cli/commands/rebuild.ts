import { parseArgs } from 'node:util';
import { openCore } from '../../compose/core.ts';
import { createPortalWork } from '../../compose/portal-work.ts';
import { readConfig } from '../../config/config.ts';
import { environment } from '../../config/env.ts';
import { createLogger } from '../../telemetry/logger.ts';
import type { Command } from '../command.ts';
import { createProgress } from '../progress.ts';

export const rebuildCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- rebuild [--json]',
    '',
    'Decides about every contact and deal anew from the stored history, after a change of the engine or the definitions. Reads no record',
    'from HubSpot; what should now say something else there is written by `serve`.',
    '',
    '  --json   print {portalId, decided} as JSON',
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
    const work = createPortalWork(core, () => Promise.resolve(), false);
    using progress = createProgress(0);
    const decided = await work.rebuild(portalId, (records) => progress.step('decided', records));
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ portalId, decided })}\n`
        : `Portal ${portalId}: ${decided} records decided anew.\n`,
    );
  },
};
