import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const folder = process.env['L2R_SHARED'] ?? resolve(repository, '../shared');

/**
 * Path of a file or folder in the data that lies beside the repository, or `undefined` when it is not on this machine.
 *
 * The data is `../shared/data` seen from the repository, or `data` in the folder that `L2R_SHARED` names.
 */
export function sharedData(...path: readonly string[]): string | undefined {
  const wanted = join(folder, 'data', ...path);
  return existsSync(wanted) ? wanted : undefined;
}

/**
 * A `describe` for tests that need shared data: `tests` receives its path.
 *
 * Without the data one skipped test stands in for them and says what is missing; `npm test` counts it.
 */
export function describeWithShared(name: string, path: readonly string[], tests: (data: string) => void): void {
  const found = sharedData(...path);
  const missing = join('../shared/data', ...path);
  describe(name, () => {
    if (found !== undefined) tests(found);
    else it(`needs ${missing}`, (context) => context.skip(`skipped: ${missing} is not here`));
  });
}
