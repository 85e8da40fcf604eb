import type { PoolClient, QueryResultRow } from 'pg';

/** Sends a text to a connection and keeps of the driver's answer what the product uses. */
export async function sendTo<R extends object>(
  client: PoolClient,
  text: string,
  values?: readonly unknown[],
): Promise<{ rows: R[]; rowCount: number }> {
  // For several statements the driver answers with a list, which its type does not say.
  const results = [await client.query<R & QueryResultRow>(text, values && [...values])].flat();
  return { rows: results.flatMap(({ rows }) => rows), rowCount: results.at(-1)?.rowCount ?? 0 };
}
