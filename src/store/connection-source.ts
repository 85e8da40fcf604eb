import type { PoolClient } from 'pg';

/** Connections to one database, whichever kind it is; disposing of it closes them all. */
export interface ConnectionSource extends AsyncDisposable {
  readonly kind: 'embedded' | 'server';
  /** A connection of the pool; whoever takes it releases it, with an error if it may be broken. */
  connect(): Promise<PoolClient>;
}

/** Something the operator may want to know: a fixed word and a sentence. */
export interface DatabaseEvent {
  kind: string;
  message: string;
}

export type Report = (event: DatabaseEvent) => void;
