/**
 * Bundles each card of `extensions/src` into the one file of the HubSpot project that its `-hsmeta.json` names.
 *
 *     node scripts/bundle-cards.mjs [folder]           writes the bundles
 *     node scripts/bundle-cards.mjs --check [folder]   writes nothing; fails, naming them, when bundles are not what would be written
 *
 * The folder is the repository's unless told. React and HubSpot's SDK stay imports, which HubSpot's own build resolves; nothing is
 * minified, because it minifies itself and reads the code for the properties that hooks use.
 */
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const CARDS = ['LeadCard', 'HandoffCard'];

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
const root = positionals[0] ?? dirname(dirname(fileURLToPath(import.meta.url)));

const stale = [];
for (const card of CARDS) {
  const target = join(root, 'hubspot-project', 'app', 'cards', `${card}.js`);
  const text = await bundle(card);
  if (!values.check) await writeFile(target, text);
  else if (text !== (await readFile(target, 'utf8').catch(() => undefined))) stale.push(relative(root, target));
}
if (stale.length > 0) {
  console.error(`Not what extensions/ says: ${stale.join(', ')}. Run: node scripts/bundle-cards.mjs`);
  process.exitCode = 1;
}

async function bundle(card) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`extensions/src/${card}.entry.tsx`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2021',
    jsx: 'automatic',
    external: ['react', 'react/jsx-runtime', '@hubspot/ui-extensions', '@hubspot/ui-extensions/*'],
    banner: { js: `// Made by scripts/bundle-cards.mjs from extensions/src/${card}.entry.tsx: edit that.` },
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}
