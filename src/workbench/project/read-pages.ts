import { join } from 'node:path';
import { z } from 'zod';
import type { PageEntry, PageLocation, Variables } from '../contract.ts';
import { metaFiles } from './meta-files.ts';
import { ProjectError } from './project-error.ts';
import { readMeta } from './read-meta.ts';

/** A page of the project, with the file its code begins in. */
export interface Page extends PageEntry {
  readonly entryFile: string;
}

const entrypoint = z.string().startsWith('/');

/** Where each page is described. Of pages only the home page is hosted; settings name no location. */
const kinds = [
  { folder: 'pages', location: 'home', config: z.object({ entrypoint, location: z.literal('home') }) },
  { folder: 'settings', location: 'settings', config: z.object({ entrypoint }) },
] as const;

/**
 * The home page and the settings page of a project, as far as it has them.
 *
 * @throws ProjectError for a file that cannot be used, and for more than one page of a kind
 * @source HubSpot docs: Create an app home page; Create a settings page
 */
export async function readPages(projectFolder: string, variables: Variables): Promise<Page[]> {
  const read = kinds.map(({ folder, location, config }) =>
    readKind(projectFolder, folder, location, config, variables),
  );
  return (await Promise.all(read)).flat();
}

async function readKind(
  projectFolder: string,
  folder: string,
  location: PageLocation,
  config: z.ZodType<{ entrypoint: string }>,
  variables: Variables,
): Promise<Page[]> {
  const [file, second] = await metaFiles(projectFolder, folder);
  if (second !== undefined) throw new ProjectError(`${second}: HubSpot takes one component in app/${folder}.`);
  if (file === undefined) return [];
  const meta = await readMeta(file, config, variables);
  return [{ id: meta.uid, location, entryFile: join(projectFolder, meta.config.entrypoint) }];
}
