import type { RequestHandler } from 'express';
import type { PortalId } from '../../../domain/values/ids.ts';
import type { IntakeReport, ReportedRow } from '../../../usecases/take-in-report.ts';
import type { ReportAnswer } from '../../contract/v1.ts';
import { csvText } from '../../csv.ts';
import { sendProblem } from '../../problem.ts';
import { portalOf } from './authorize.ts';

export type RowsOf = { readonly intakeId: string } | { readonly listId: string };

export interface ReportNeeds {
  readonly countRows: (portalId: PortalId, of: RowsOf) => Promise<IntakeReport | undefined>;
  /** A page of the rows there is something to say of. */
  readonly reportedRows: (
    portalId: PortalId,
    of: RowsOf,
    page: { after: number; limit: number },
  ) => Promise<ReportedRow[]>;
}

const PAGE = 1_000;
const COLUMNS = ['intake', 'row', 'outcome', 'field', 'why'];

/** What became of rows: as JSON page by page, as CSV whole. */
export const readReport =
  ({ countRows, reportedRows }: ReportNeeds, name: 'intakeId' | 'listId'): RequestHandler =>
  async (request, response) => {
    const portalId = portalOf(response);
    const id = String(request.params[name]);
    const of = name === 'listId' ? { listId: id } : { intakeId: id };
    const found = await countRows(portalId, of);
    if (!found) return sendProblem(response, 404, 'Not found', 'There is nothing with this id.');
    const page = (after: number) => reportedRows(portalId, of, { after, limit: PAGE });
    response.set('Cache-Control', 'no-store');
    if (request.accepts(['json', 'csv']) === 'csv') {
      response.type('text/csv').write(csvText([COLUMNS]));
      for (let rows = await page(0); rows.length > 0; rows = await page(rows.at(-1)?.rowId ?? 0))
        response.write(
          csvText(rows.map(({ intakeId, row, outcome, field, why }) => [intakeId, row, outcome, field, why])),
        );
      response.end();
      return;
    }
    const rows = await page(afterOf(request.query['after']));
    response.json(answer(found, rows));
  };

const afterOf = (text: unknown): number => (typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : 0);

function answer({ kind, receivedAt, rows, duplicates }: IntakeReport, reported: readonly ReportedRow[]): ReportAnswer {
  return {
    kind,
    receivedAt: new Date(receivedAt).toISOString(),
    rows,
    duplicates,
    remarks: reported.map(({ rowId: _, ...remark }) => remark),
    next: reported.length === PAGE ? String(reported.at(-1)?.rowId) : null,
  };
}
