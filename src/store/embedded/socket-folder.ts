import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Systems cut a socket's path at 103 to 107 bytes; its name takes 14 of them. */
const LONGEST_PATH_BYTES = 100;
const LONGEST_NAME = '/.s.PGSQL.5432';

export interface SocketFolder extends AsyncDisposable {
  /** Null where the system has no Unix sockets. */
  readonly path: string | null;
}

/** Where the Unix socket goes: the data folder, or a private temporary folder if that path is too long for a socket. */
export async function socketFolderFor(
  folder: string,
  temporaryFolder: string,
  platform: string = process.platform,
): Promise<SocketFolder> {
  if (platform === 'win32') return { path: null, [Symbol.asyncDispose]: () => Promise.resolve() };
  if (Buffer.byteLength(folder + LONGEST_NAME) <= LONGEST_PATH_BYTES)
    return { path: folder, [Symbol.asyncDispose]: () => Promise.resolve() };
  const path = await mkdtemp(join(temporaryFolder, 'l2r-socket-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
