import { parseArgs } from 'node:util';
import { createPortalWork } from '../../compose/portal-work.ts';
import type { Command } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';
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
    await using connected = await connectedPortal();
    const { core, portalId } = connected;
    const work = createPortalWork(core, () => Promise.resolve(), false);
    using progress = createProgress(0);
    const added = await work.sweep(portalId, (step, records) => progress.step(step, records));
    process.stdout.write(
      values.json ? `${JSON.stringify({ portalId, added })}\n` : `Portal ${portalId}: ${added} new lines of history.\n`,
    );
  },
};
