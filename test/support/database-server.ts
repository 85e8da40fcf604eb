import { startPostgres } from './postgres.ts';

/** Vitest calls this once before the first test that needs it: one PostgreSQL server for all files, each in a schema of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  process.env['TEST_DATABASE_URL'] = postgres.url;
  return () => postgres.stop();
}
