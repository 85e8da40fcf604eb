import { join } from 'node:path';
import { z } from 'zod';
import type { Variables } from '../contract.ts';
import { readMeta } from './read-meta.ts';

export interface App {
  readonly name: string;
  /** Origins that cards may call through `hubspot.fetch`. */
  readonly permittedOrigins: ReadonlySet<string>;
}

const appConfig = z.object({
  name: z.string(),
  permittedUrls: z.object({ fetch: z.array(z.url()).default([]) }).default({ fetch: [] }),
});

/** Reads what the workbench needs of the app file. @throws ProjectError */
export async function readApp(projectFolder: string, variables: Variables): Promise<App> {
  const { config } = await readMeta(join(projectFolder, 'app', 'app-hsmeta.json'), appConfig, variables);
  return { name: config.name, permittedOrigins: new Set(config.permittedUrls.fetch.map((url) => new URL(url).origin)) };
}
