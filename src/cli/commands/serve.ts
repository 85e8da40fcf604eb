import { parseArgs } from 'node:util';
import { startBackend } from '../../compose/backend.ts';
import { readConfig } from '../../config/config.ts';
import { environment } from '../../config/env.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { type Command, stopped } from '../command.ts';

export const serveCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- serve',
    '',
    'Runs the backend until it is stopped: takes webhooks in, works on them, writes back, shows its status page.',
    'Settings come from the environment: see docs/settings.md. At least HUBSPOT_ACCESS_TOKEN and HUBSPOT_CLIENT_SECRET are needed.',
  ].join('\n'),
  async run(args, stop) {
    parseArgs({ args: [...args], options: {}, strict: true });
    const config = readConfig(environment());
    const log = createLogger(config.logLevel);
    await using backend = await startBackend(config, log);
    const { host } = config.http;
    log.info({ portalId: backend.portalId }, `serving on http://${host}:${backend.port}`);
    process.send?.({ ready: { port: backend.port, portalId: backend.portalId } });
    await stopped(stop);
    log.info('stopping');
  },
};
