import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from '../support/temp-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What the HubSpot project consists of and is made from. */
const PARTS = ['hsproject.json', '.hsignore', 'hubspot-project', 'extensions', 'tsconfig.json'];

/** A copy of the HubSpot project, or of a copy of it, to look at or to break; removed at the end of the scope. */
export async function copyProject(from = ROOT) {
  const folder = await tempFolder();
  const outsideModules = (path: string) => !path.includes('node_modules');
  for (const part of PARTS)
    await cp(join(from, part), join(folder.path, part), { recursive: true, filter: outsideModules });
  const at = (path: string) => join(folder.path, path);
  return {
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    path: folder.path,
    at,
    read: (path: string) => readFile(at(path), 'utf8'),
    write: (path: string, text: string) => writeFile(at(path), text),
    /** Changes the text of a file; an error when that changes nothing. */
    replace: async (path: string, old: string, text: string): Promise<void> => {
      const before = await readFile(at(path), 'utf8');
      if (!before.includes(old)) throw new Error(`${path} does not contain ${old}`);
      await writeFile(at(path), before.replace(old, text));
    },
  };
}

export type Project = Awaited<ReturnType<typeof copyProject>>;

/** The names of the profiles of the project: `dev` for `hsprofile.dev.json`. */
export async function profilesOf(project: Project): Promise<string[]> {
  const names = await readdir(project.at('hubspot-project'));
  return names.flatMap((name) => /^hsprofile\.([^.]+)\.json$/.exec(name)?.[1] ?? []);
}
