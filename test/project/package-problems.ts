import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { extensionOf, isExtension } from './extension-problems.ts';
import type { Component } from './parse-project.ts';
import type { Project } from './project-folder.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dependencies: object }>>;
}

/** HubSpot installs what two files in each folder with code say, on machines that reach no registry but its own. */
export async function packageProblems(project: Project, components: readonly Component[]): Promise<string[]> {
  const entrypoints = components.filter(isExtension).map((component) => extensionOf(component).entrypoint);
  const folders = new Set(entrypoints.map((entrypoint) => `hubspot-project${dirname(entrypoint)}`));
  return (await Promise.all([...folders].map((folder) => folderProblems(project, folder)))).flat();
}

async function folderProblems(project: Project, folder: string): Promise<string[]> {
  const missing = ['package.json', 'package-lock.json'].filter((name) => !existsSync(project.at(`${folder}/${name}`)));
  if (missing.length > 0) return missing.map((name) => `${folder}/${name}: does not exist`);
  const lock = await project.read(`${folder}/package-lock.json`);
  const own = JSON.parse(await project.read(`${folder}/package.json`)) as { dependencies: object };
  const locked = (JSON.parse(lock) as Lock).packages['']?.dependencies;
  return [
    ...(lock.includes('"resolved"') ? [`${folder}/package-lock.json: names the address of a registry`] : []),
    ...(JSON.stringify(locked) === JSON.stringify(own.dependencies)
      ? []
      : [`${folder}/package-lock.json: is not the lock of package.json`]),
  ];
}
