import { constants } from 'node:fs';
import { access, chmod, mkdir, readdir } from 'node:fs/promises';
import { DatabaseSetupError } from '../database-setup-error.ts';

/** What a data folder has from its first moments on: one of these at least. */
const OWN_FILES = ['lock.db', 'postgres', 'postgres.unfinished'];

/**
 * Makes the data folder if it is missing and closes it to other users: whoever reaches the socket in it is the owner of
 * every table. A folder that holds something else is left as it is.
 *
 * @throws DatabaseSetupError if it cannot be made, or read and written, or is somebody else's
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const files = await readdir(folder);
    if (files.length > 0 && !files.some((file) => OWN_FILES.includes(file)))
      throw new DatabaseSetupError(`The folder ${folder} holds other files: choose an empty one for the data.`);
    await chmod(folder, 0o700);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof DatabaseSetupError) throw error;
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new DatabaseSetupError(
      `The data folder ${folder} cannot be made or written (${why}): give this user the right to it or choose another.`,
      { cause: error },
    );
  }
}
