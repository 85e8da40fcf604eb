import { constants } from 'node:fs';
import { access, chmod, mkdir } from 'node:fs/promises';
import { DatabaseSetupError } from '../database-setup-error.ts';

/**
 * Makes the data folder if it is missing and closes it to other users: whoever reaches the socket in it is the owner of
 * every table.
 *
 * @throws DatabaseSetupError if it cannot be made, or read and written
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new DatabaseSetupError(
      `The data folder ${folder} cannot be made or written (${why}): give this user the right to it or choose another.`,
      { cause: error },
    );
  }
}
