import type { Queryable } from './queryable.ts';

/** Any number will do, as long as every version of the product uses the same one. */
const SETUP = 4_871_225;

/** Makes every other start on this database wait until the transaction ends, so that two starts never change tables at once. */
export async function takeSetupLock(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [SETUP]);
}
