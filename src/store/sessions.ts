import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import type { PortalId } from '../domain/values/ids.ts';
import type { ConnectionSource } from './connection-source.ts';
import type { Queryable, Transactions } from './queryable.ts';
import { sendTo } from './send-to.ts';
import { inTransaction, type Work } from './transaction.ts';

/** The ways to reach the tables: as their owner, or as one portal that sees only its own rows. */
export class Sessions implements Transactions {
  readonly #source: ConnectionSource;
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>();

  constructor(source: ConnectionSource) {
    this.#source = source;
  }

  async query<R extends object>(text: string, values?: readonly unknown[]): Promise<{ rows: R[]; rowCount: number }> {
    const client = await this.#connect();
    try {
      const result = await sendTo<R>(client, text, values);
      client.release();
      return result;
    } catch (error) {
      // Whether it was the statement or the connection that failed: the next user gets a fresh one.
      client.release(true);
      throw error;
    }
  }

  async transaction<T>(work: Work<T>): Promise<T> {
    const here = { open: true };
    try {
      return await inTransaction(
        () => this.#connect(),
        (tx) => this.#inside.run(here, () => work(tx)),
      );
    } finally {
      here.open = false;
    }
  }

  inPortal<T>(portalId: PortalId, work: Work<T>): Promise<T> {
    return this.transaction(async (tx) => {
      await enterPortal(tx, portalId);
      return work(tx);
    });
  }

  /** A second connection while one is held can wait for ever: the embedded database has a single one. */
  #connect(): Promise<PoolClient> {
    if (this.#inside.getStore()?.open) throw new Error('Inside a transaction, statements go to that transaction.');
    return this.#source.connect();
  }
}

async function enterPortal(tx: Queryable, portalId: PortalId): Promise<void> {
  await tx.query("SELECT set_config('role', 'l2r_app', true), set_config('l2r.portal_id', $1, true)", [portalId]);
}
