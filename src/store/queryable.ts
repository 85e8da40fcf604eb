/** Where a statement can be sent. */
export interface Queryable {
  /**
   * Runs one statement. Columns of type `bigint` come back as numbers while they are safe integers, else as text.
   *
   * Text without `values` may hold several statements: the answer has the rows of all and the count of the last one.
   */
  query<R extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: R[]; rowCount: number }>;
}

/** Statements as the owner of the tables, one by one or several as a whole. */
export interface Transactions extends Queryable {
  /** All of `work` or nothing; `work` runs anew after a serialization failure or a deadlock, so it must only use `tx`. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
}
