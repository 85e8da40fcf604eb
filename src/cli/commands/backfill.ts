import { parseArgs } from 'node:util';
import { openCore } from '../../compose/core.ts';
import { createPortalWork } from '../../compose/portal-work.ts';
import { readConfig } from '../../config/config.ts';
import { environment } from '../../config/env.ts';
import { createLogger } from '../../telemetry/logger.ts';
import type { Command } from '../command.ts';
import { createProgress } from '../progress.ts';

export const backfillCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- backfill [--json]',
    '',
    'Reads every contact and deal with its history. What is known already changes nothing; so the same command repairs what webhooks',
    'did not tell. Interrupted, it goes on after the last stored page.',
    '',
    '  --json   print {portalId, added} as JSON',
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
    const added = await work.sweep(portalId, (step, records) => progress.step(step, records));
    process.stdout.write(
      values.json ? `${JSON.stringify({ portalId, added })}\n` : `Portal ${portalId}: ${added} new lines of history.\n`,
    );
  },
};
