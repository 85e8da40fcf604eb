import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { bundleExtension } from './bundle-extension.ts';

/**
 * The script of a card or page, made anew each time so that a reload shows what was just written. One that cannot be built fails with
 * the reason when it runs: there the person sees it.
 *
 * @param readyBuilt folder with scripts that HubSpot's own build made; they are served as they are
 */
export async function extensionScript(entryFile: string, readyBuilt: string | undefined): Promise<string> {
  try {
    if (readyBuilt === undefined) return await bundleExtension(entryFile);
    return await readFile(join(readyBuilt, `${basename(entryFile, extname(entryFile))}.js`), 'utf8');
  } catch (error) {
    return `throw new Error(${JSON.stringify(error instanceof Error ? error.message : String(error))});`;
  }
}
