import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CardEntry, ObjectType, Variables } from '../contract.ts';
import { ProjectError } from './project-error.ts';
import { readMeta } from './read-meta.ts';

/** A card of the project, with the file its code begins in. */
export interface Card extends CardEntry {
  readonly entryFile: string;
}

const cardConfig = z.object({
  name: z.string(),
  entrypoint: z.string().startsWith('/'),
  location: z.enum(['crm.record.tab', 'crm.record.sidebar']),
  objectTypes: z.array(z.string()).min(1),
});

const types: Readonly<Record<string, ObjectType>> = {
  contact: 'contact',
  contacts: 'contact',
  company: 'company',
  companies: 'company',
  deal: 'deal',
  deals: 'deal',
};

/**
 * The cards of a project, in the order of their file names.
 *
 * @throws ProjectError for a card file that cannot be used, or without the folder
 */
export async function readCards(projectFolder: string, variables: Variables): Promise<Card[]> {
  const folder = join(projectFolder, 'app', 'cards');
  const files = (await listFolder(folder)).filter((name) => name.endsWith('-hsmeta.json')).sort();
  return Promise.all(files.map((name) => readCard(projectFolder, join(folder, name), variables)));
}

async function readCard(projectFolder: string, file: string, variables: Variables): Promise<Card> {
  const { uid, config } = await readMeta(file, cardConfig, variables);
  const objectTypes = config.objectTypes.map((name) => {
    const type = types[name.toLowerCase()];
    if (type === undefined) throw new ProjectError(`${file}: the workbench has no records of the type ${name}.`);
    return type;
  });
  const entryFile = join(projectFolder, config.entrypoint);
  return { id: uid, title: config.name, location: config.location, objectTypes, entryFile };
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw new ProjectError(`The folder ${folder} cannot be read.`, { cause: error });
  }
}
