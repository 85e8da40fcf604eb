import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PortalFolderError } from './portal-folder.ts';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * @returns the file's bytes without byte order mark, proven to be UTF-8; `undefined` when there is no such file
 * @throws PortalFolderError when something of that name is there and is not a readable UTF-8 file
 */
export async function readUtf8(folder: string, file: string): Promise<Buffer | undefined> {
  const bytes = await readIfThere(folder, file);
  if (bytes === undefined) return undefined;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PortalFolderError(`${file} in ${folder} is not UTF-8 text; save it as UTF-8 and try again.`);
  }
  return bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
}

async function readIfThere(folder: string, file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR') throw new PortalFolderError(`${file} in ${folder} is a folder; put a file in its place.`);
    throw new PortalFolderError(`${file} in ${folder} cannot be read (${code}); check the path and its access rights.`);
  }
}
