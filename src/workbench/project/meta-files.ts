import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The `-hsmeta.json` files of a folder under `app`, in the order of their names; none without the folder. */
export async function metaFiles(projectFolder: string, folder: string): Promise<string[]> {
  const path = join(projectFolder, 'app', folder);
  return (await names(path))
    .filter((name) => name.endsWith('-hsmeta.json'))
    .sort()
    .map((name) => join(path, name));
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
