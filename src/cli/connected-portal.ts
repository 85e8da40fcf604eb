import { type Core, openCore } from '../compose/core.ts';
import { readConfig } from '../config/config.ts';
import { environment } from '../config/env.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { createLogger } from '../telemetry/logger.ts';

export interface ConnectedPortal extends AsyncDisposable {
  readonly core: Core;
  readonly portalId: PortalId;
}

/** The portal of the settings, for the length of one command. */
export async function connectedPortal(): Promise<ConnectedPortal> {
  const config = readConfig(environment());
  const core = await openCore(config, createLogger(config.logLevel));
  try {
    return { core, portalId: await core.connect(), [Symbol.asyncDispose]: () => core[Symbol.asyncDispose]() };
  } catch (fault) {
    await core[Symbol.asyncDispose]();
    throw fault;
  }
}
