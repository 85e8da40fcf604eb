import { join } from 'node:path';
import { z } from 'zod';
import type { CardEntry, ObjectType, Variables } from '../contract.ts';
import { metaFiles } from './meta-files.ts';
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
 * @throws ProjectError for a card file that cannot be used
 */
export async function readCards(projectFolder: string, variables: Variables): Promise<Card[]> {
  const files = await metaFiles(projectFolder, 'cards');
  return Promise.all(files.map((file) => readCard(projectFolder, file, variables)));
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
