import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { JobOutcome } from '../usecases/asked-jobs.ts';
import type { Queryable } from './queryable.ts';

/** What runs as a job because a person asked for it: a table each, with the same columns for how far it has come. */
export type AskedJobTable = 'simulation' | 'calibration';

export async function runningJobs(tx: Queryable, table: AskedJobTable, portalId: PortalId): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::integer as count from ${table} where portal_id = $1 and state = 'running'`,
    [portalId],
  );
  return rows[0]?.count ?? 0;
}

/** The oldest that is to be done, begun once more: from its beginning. @param columns  as they are to be read */
export async function beginNextJob<Row extends object>(
  tx: Queryable,
  table: AskedJobTable,
  columns: string,
  portalId: PortalId,
): Promise<Row | undefined> {
  const { rows } = await tx.query<Row>(
    `update ${table} set attempts = attempts + 1, progress = 0
      where portal_id = $1 and ${table}_id = (
        select ${table}_id from ${table} where portal_id = $1 and state = 'running' order by asked_at, ${table}_id limit 1)
      returning ${columns}`,
    [portalId],
  );
  return rows[0];
}

export async function saveJobProgress(
  tx: Queryable,
  table: AskedJobTable,
  portalId: PortalId,
  id: string,
  progress: number,
): Promise<void> {
  await tx.query(`update ${table} set progress = $3 where portal_id = $1 and ${table}_id = $2`, [
    portalId,
    id,
    progress,
  ]);
}

export async function finishJob(
  tx: Queryable,
  table: AskedJobTable,
  portalId: PortalId,
  id: string,
  outcome: JobOutcome<unknown>,
): Promise<void> {
  const [state, result, failure] =
    'failure' in outcome ? ['failed', undefined, outcome.failure] : ['done', JSON.stringify(outcome.result), undefined];
  await tx.query(
    `update ${table} set state = $3, result = $4, failure = $5 where portal_id = $1 and ${table}_id = $2`,
    [portalId, id, state, result, failure],
  );
}

export async function pruneJobs(
  tx: Queryable,
  table: AskedJobTable,
  portalId: PortalId,
  before: Instant,
): Promise<void> {
  await tx.query(`delete from ${table} where portal_id = $1 and asked_at < $2`, [portalId, before]);
}
