import { execFile } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Project } from './project-folder.ts';

const CARDS = 'hubspot-project/app/cards';

export const HOME = 'hubspot-project/app/pages/home-hsmeta.json';
export const HOME_BUNDLE = 'hubspot-project/app/pages/SampleHome.js';
export const SETTINGS = 'hubspot-project/app/settings/settings-hsmeta.json';
export const SETTINGS_BUNDLE = 'hubspot-project/app/settings/SampleSettings.js';

const PAGES = [
  {
    folder: 'pages',
    name: 'SampleHome',
    file: HOME,
    meta: { uid: 'sample_home', type: 'page', config: { entrypoint: '/app/pages/SampleHome.js', location: 'home' } },
  },
  {
    folder: 'settings',
    name: 'SampleSettings',
    file: SETTINGS,
    meta: { uid: 'sample_settings', type: 'settings', config: { entrypoint: '/app/settings/SampleSettings.js' } },
  },
] as const;

/** Gives a project these two pages in the place of its own, so that what is tried on them does not depend on those. */
export async function putSamplePages(project: Project): Promise<void> {
  for (const { folder, name, file, meta } of PAGES) {
    const path = `hubspot-project/app/${folder}`;
    await rm(project.at(path), { recursive: true, force: true });
    await mkdir(project.at(path));
    for (const one of ['package.json', 'package-lock.json'])
      await cp(project.at(`${CARDS}/${one}`), project.at(`${path}/${one}`));
    await project.write(file, JSON.stringify(meta, null, 2));
    const code = `import { hubspot, Text } from '@hubspot/ui-extensions';
hubspot.extend<'${folder === 'pages' ? 'home' : 'settings'}'>(({ context }) => (
  <Text>{\`Reads \${context.variables?.API_ORIGIN}/extension/v1/${folder}\`}</Text>
));
`;
    await project.write(`extensions/src/${name}.entry.tsx`, code);
  }
  const script = join(import.meta.dirname, '../../scripts/bundle-cards.mjs');
  await promisify(execFile)(process.execPath, [script, project.path]);
}
