import { now } from '../adapters/system/system.ts';
import { loadFolder } from '../sandbox/load-folder.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { readFolder } from './preview.ts';

export interface SandboxRequest {
  readonly folder: string | undefined;
  readonly port: number;
  readonly token: string;
  readonly clientSecret: string;
  readonly webhooks: string | undefined;
}

/** The emulated portal, alone, with the records of a folder if one is named. */
export async function runSandbox({ folder, port, token, clientSecret, webhooks }: SandboxRequest): Promise<Sandbox> {
  const content = folder === undefined ? undefined : await readFolder(folder);
  const sandbox = await startSandbox({
    port,
    token,
    clientSecret,
    now,
    ...(webhooks === undefined ? {} : { webhooks: { targetUrl: webhooks } }),
  });
  if (content) loadFolder(sandbox.portal, content);
  return sandbox;
}
