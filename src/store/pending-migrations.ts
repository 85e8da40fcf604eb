import { DatabaseSetupError } from './database-setup-error.ts';
import type { Migration } from './migration-files.ts';

export type AppliedMigration = Omit<Migration, 'sql'>;

/**
 * The migrations that a database still needs, in order.
 *
 * What was applied must be the beginning of what there is: otherwise the tables are not the ones this version expects.
 *
 * @param applied  in the order of their numbers
 * @param known    in the order of their numbers
 * @throws DatabaseSetupError if the database is newer than this version, or a migration was changed after it was applied
 */
export function pendingMigrations(applied: readonly AppliedMigration[], known: readonly Migration[]): Migration[] {
  const newest = known.at(-1)?.number ?? 0;
  for (const [index, { number, name, sha256 }] of applied.entries()) {
    const title = `${String(number).padStart(4, '0')}-${name}`;
    if (number > newest)
      throw new DatabaseSetupError(
        `The database has the migration ${title}, which this version does not know: start a newer version.`,
      );
    if (known[index]?.number !== number || known[index].sha256 !== sha256)
      throw new DatabaseSetupError(
        `The migration ${title} was changed after it was applied to the database: install the version that made it.`,
      );
  }
  return known.slice(applied.length);
}
