import type { PoolClient } from 'pg';
import type { Queryable } from './queryable.ts';
import { sendTo } from './send-to.ts';

/** SQLSTATE of a serialization failure and of a deadlock: both mean that the same work may well pass the next time. */
const WORTH_ANOTHER_TRY = new Set<unknown>(['40001', '40P01']);
const RETRIES = 5;

export type Work<T> = (tx: Queryable) => Promise<T>;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/**
 * Runs `work` between BEGIN and COMMIT on a connection of its own, anew up to five times after a serialization failure or
 * a deadlock.
 *
 * @throws what `work` or the database threw last; then nothing of it is stored. If the connection broke during COMMIT it
 * is not known whether it is.
 */
export async function inTransaction<T>(connect: () => Promise<PoolClient>, work: Work<T>): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return await attempt(await connect(), work);
    } catch (error) {
      if (retry === RETRIES || !WORTH_ANOTHER_TRY.has(codeOf(error))) throw error;
    }
  }
}

/** A connection is given back as usable only when the database has confirmed how its transaction ended. */
async function attempt<T>(client: PoolClient, work: Work<T>): Promise<T> {
  let result: T;
  try {
    await client.query('BEGIN');
    result = await runOnce(client, work);
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      (broken: unknown) => client.release(asError(broken)),
    );
    throw error;
  }
  await commit(client);
  return result;
}

async function commit(client: PoolClient): Promise<void> {
  try {
    const { command } = await client.query('COMMIT');
    // COMMIT after a failed statement whose error was swallowed is answered politely, with ROLLBACK.
    if (command !== 'COMMIT') throw new Error('Nothing was stored: a statement of the transaction had failed before.');
    client.release();
  } catch (error) {
    client.release(asError(error));
    throw error;
  }
}

/** A statement sent after the end would run on somebody else's connection, outside the portal: refused instead. */
async function runOnce<T>(client: PoolClient, work: Work<T>): Promise<T> {
  let open = true;
  const tx: Queryable = {
    query: (text, values) => {
      if (!open) return Promise.reject(new Error('A statement was sent to a transaction that has ended.'));
      return sendTo(client, text, values);
    },
  };
  return work(tx).finally(() => (open = false));
}
