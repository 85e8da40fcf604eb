import { parseArgs } from 'node:util';
import { createPortalWork } from '../../compose/portal-work.ts';
import type { Command } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';
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
    await using connected = await connectedPortal();
    const { core, portalId } = connected;
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
