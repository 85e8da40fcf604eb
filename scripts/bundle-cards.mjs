/**
 * Bundles each card and page of the HubSpot project: what `extensions/src/<Name>.entry.tsx` says becomes the one file `<Name>.js` that a
 * `-hsmeta.json` names as its entrypoint.
 *
 *     node scripts/bundle-cards.mjs [folder]           writes the bundles
 *     node scripts/bundle-cards.mjs --check [folder]   writes nothing; fails, naming them, when bundles are not what would be written
 *
 * The folder is the repository's unless told. React and HubSpot's SDK stay imports, which HubSpot's own build resolves; nothing is
 * minified, because it minifies itself and reads the code for the properties that hooks use.
 */
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The folders of components that are made of code. */
const FOLDERS = ['cards', 'pages', 'settings'];

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
const root = positionals[0] ?? dirname(dirname(fileURLToPath(import.meta.url)));
const project = join(root, 'hubspot-project');

const stale = [];
for (const entrypoint of (await Promise.all(FOLDERS.map(entrypoints))).flat()) {
  const target = join(project, entrypoint);
  const text = await bundle(`extensions/src/${basename(entrypoint, '.js')}.entry.tsx`);
  if (!values.check) await writeFile(target, text);
  else if (text !== (await readFile(target, 'utf8').catch(() => undefined))) stale.push(relative(root, target));
}
if (stale.length > 0) {
  console.error(`Not what extensions/ says: ${stale.join(', ')}. Run: node scripts/bundle-cards.mjs`);
  process.exitCode = 1;
}

/** The entrypoints that a folder's components name, such as `/app/cards/LeadCard.js`; none without the folder. */
async function entrypoints(folder) {
  const path = join(project, 'app', folder);
  const names = existsSync(path) ? await readdir(path) : [];
  const metas = names.filter((name) => name.endsWith('-hsmeta.json')).sort();
  return Promise.all(metas.map(async (name) => JSON.parse(await readFile(join(path, name), 'utf8')).config.entrypoint));
}

async function bundle(entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2021',
    jsx: 'automatic',
    external: ['react', 'react/jsx-runtime', '@hubspot/ui-extensions', '@hubspot/ui-extensions/*'],
    banner: { js: `// Made by scripts/bundle-cards.mjs from ${entry}: edit that.` },
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}
