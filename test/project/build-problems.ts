import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { extensionOf, isExtension } from './extension-problems.ts';
import { parseProject } from './parse-project.ts';
import type { Project } from './project-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const SDK_VERSION = '0.17.0';

interface Manifest {
  readonly modules: { readonly internal: readonly { readonly module: string }[] };
  readonly installedSdkVersion?: string;
}

/** Whether the bundles in the project are what `extensions/` says. */
export async function bundleProblems(project: Project): Promise<string[]> {
  const script = join(ROOT, 'scripts', 'bundle-cards.mjs');
  return promisify(execFile)(process.execPath, [script, '--check', project.path]).then(
    () => [],
    ({ stderr }: { stderr: string }) => [stderr],
  );
}

/** The build that HubSpot's server runs, over each card and page: it must need nothing but its own file and the pinned SDK. */
export async function serverBuildProblems(project: Project): Promise<string[]> {
  const { parsed } = await parseProject(project);
  const components = (parsed[0]?.components ?? []).filter(isExtension);
  const entrypoints = new Set(components.map((component) => extensionOf(component).entrypoint));
  const problems: string[] = [];
  for (const entrypoint of entrypoints) {
    const folder = project.at(`hubspot-project${dirname(entrypoint)}`);
    const installed = join(folder, 'node_modules');
    // Stands for the `npm ci` that runs before it.
    if (!existsSync(installed)) await symlink(join(ROOT, 'node_modules'), installed);
    const entry = basename(entrypoint);
    problems.push(...(await buildProblems(folder, entry, project.at(`built-${entry}`))));
  }
  return problems;
}

async function buildProblems(root: string, entry: string, outputDir: string): Promise<string[]> {
  try {
    await remoteBuild({ root, entryPoint: entry, outputDir, logLevel: 'silent', appConfig: { variables: {} } });
  } catch (fault) {
    return [`${entry}: ${String(fault)}`];
  }
  const text = await readFile(join(outputDir, entry.replace(/\.js$/, '-manifest.json')), 'utf8');
  const { modules, installedSdkVersion } = JSON.parse(text) as Manifest;
  const others = modules.internal.map(({ module }) => module).filter((module) => module !== entry);
  return [
    ...others.map((module) => `${entry}: the build took in ${module}`),
    ...(installedSdkVersion === SDK_VERSION ? [] : [`${entry}: built with SDK ${installedSdkVersion}`]),
  ];
}
