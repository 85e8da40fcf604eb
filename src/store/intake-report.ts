import type { PortalId } from '../domain/values/ids.ts';
import type { IntakeReport, ReportedRow } from '../usecases/take-in-report.ts';
import type { Queryable } from './queryable.ts';

/** Rows of one request, or of a whole list. */
export type RowsOf = { readonly intakeId: string } | { readonly listId: string };

const scopeOf = (of: RowsOf) =>
  'listId' in of ? (['list_id', of.listId] as const) : (['intake_id', of.intakeId] as const);

/** What became of the rows, by numbers; undefined when there was no such request or list. */
export async function countRows(tx: Queryable, portalId: PortalId, of: RowsOf): Promise<IntakeReport | undefined> {
  const [column, id] = scopeOf(of);
  const { rows } = await tx.query<{ kind: IntakeReport['kind']; receivedAt: number; duplicates: number }>(
    `select min(kind) as kind, max(received_at) as "receivedAt", sum(duplicates)::int as duplicates
       from intake where portal_id = $1 and ${column} = $2 having count(*) > 0`,
    [portalId, id],
  );
  const [intake] = rows;
  if (!intake) return undefined;
  const { rows: counts } = await tx.query<{ outcome: keyof IntakeReport['rows']; n: number }>(
    `select outcome, count(*)::int as n from intake_row where portal_id = $1 and ${column} = $2 group by outcome`,
    [portalId, id],
  );
  const none = { waiting: 0, taken: 0, created: 0, rejected: 0 };
  return { ...intake, rows: { ...none, ...Object.fromEntries(counts.map(({ outcome, n }) => [outcome, n])) } };
}

/** A page of the rows that were rejected, or taken with a remark, in the order they came. */
export async function reportedRows(
  tx: Queryable,
  portalId: PortalId,
  of: RowsOf,
  page: { after: number; limit: number },
): Promise<ReportedRow[]> {
  const [column, id] = scopeOf(of);
  const { rows } = await tx.query<ReportedRow>(
    `select row_id as "rowId", intake_id as "intakeId", position as row, outcome, field, reason as why
       from intake_row where portal_id = $1 and ${column} = $2 and reason is not null and row_id > $3
      order by row_id limit $4`,
    [portalId, id, page.after, page.limit],
  );
  return rows;
}
