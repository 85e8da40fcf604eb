/**
 * The process that runs the embedded database for its parent, for as long as the parent lives.
 *
 * It has a process of its own because the database blocks the thread it runs in.
 */
import { DatabaseSetupError } from '../database-setup-error.ts';
import type { ChildMessage, ChildSettings } from './child-settings.ts';
import { endWhenBroken } from './end-when-broken.ts';
import { takeFolderLock } from './folder-lock.ts';
import { listen } from './listen.ts';
import { openData } from './open-data.ts';
import { socketFolderFor } from './socket-folder.ts';

// A signal to the whole group is meant for the parent, which still needs the database for an orderly end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

/** The channel closes when the parent lets go of it and also when the parent is killed. */
const parentLeft = new Promise<void>((resolve) => {
  if (process.connected) process.once('disconnect', resolve);
  else resolve();
});

const tell = (message: ChildMessage): Promise<void> =>
  new Promise((resolve) => (process.connected ? process.send?.(message, () => resolve()) : resolve()));

async function serve({ folder, temporaryFolder, folderWaitMs }: ChildSettings): Promise<void> {
  using _lock = takeFolderLock(folder, folderWaitMs);
  await using database = await openData(folder);
  endWhenBroken(database, () => process.exit(1));
  await using socketFolder = await socketFolderFor(folder, temporaryFolder);
  const listener = await listen(database, socketFolder.path);
  await tell({ kind: 'ready', address: listener.address });
  await parentLeft;
  await listener.stop();
}

const settings = JSON.parse(process.argv[2] ?? '') as ChildSettings;
try {
  await serve(settings);
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  const message = `The data folder ${settings.folder} cannot be opened (${why}): free disk space if it is full, else restore it from a copy or choose another folder.`;
  await tell({ kind: 'failed', message: error instanceof DatabaseSetupError ? why : message });
}
// Whatever the database left running in this process ends with it; its files are closed.
process.exit();
