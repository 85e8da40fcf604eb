import type { PortalId } from '../domain/values/ids.ts';
import type { PortalFolder, Signal, Touch } from '../sandbox/seed/portal-folder.ts';
import type { Remark } from '../usecases/take-in.ts';
import { takeInFacts } from '../usecases/take-in-facts.ts';
import { codedSignals, codedTouches, type Placed } from '../usecases/take-in-told.ts';
import type { Core } from './core.ts';
import { readingNeeds } from './reading-needs.ts';
import { underLease } from './under-lease.ts';

/** A row of `touches.csv` or `signals.csv` that `/v1` would not have taken either. */
export interface UntakenRow {
  readonly row: Touch | Signal;
  readonly column: string;
  readonly reason: string;
}

/** Nobody waits meanwhile, so that more is taken at once than by a backend. */
const ROWS_PER_COMMIT = 500;

/** Takes in what a folder knows and HubSpot has no property for, by the rules of `/v1`. @returns the rows that were not taken */
export async function takeInFolder(core: Core, portalId: PortalId, folder: PortalFolder): Promise<UntakenRow[]> {
  const now = core.clock();
  const touches = codedTouches(
    placed(folder.touches, ({ contactId: id, ...touch }) => ({ ...touch, of: { type: 'contact', id } as const })),
    now,
  );
  const signals = codedSignals(
    placed(folder.signals, ({ type, id, ...signal }) => ({ ...signal, of: { type, id } })),
    now,
  );
  const told = [
    ...touches.rows.map(({ content, position }) => ({ content, row: folder.touches[position] })),
    ...signals.rows.map(({ content, position }) => ({ content, row: folder.signals[position] })),
  ].map((each, rowId) => ({ ...each, rowId, intakeId: 'preview' }));
  const unknown: UntakenRow[] = [];
  await underLease(core, portalId, 'decide', async (lease) => {
    const settings = await core.store.inPortal(portalId, (tx) => tx.settings());
    for (let start = 0; start < told.length; start += ROWS_PER_COMMIT) {
      const some = told.slice(start, start + ROWS_PER_COMMIT);
      for (const outcome of await takeInFacts(portalId, lease, some, settings, readingNeeds(core))) {
        const row = told[outcome.rowId]?.row;
        if (row && outcome.outcome === 'rejected') unknown.push({ row, column: '', reason: outcome.why });
      }
    }
  });
  return [...rejected(folder.touches, touches.rejected), ...rejected(folder.signals, signals.rejected), ...unknown];
}

const placed = <Row, Sent>(rows: readonly Row[], sent: (row: Row) => Sent): Placed<Sent>[] =>
  rows.map((row, position) => ({ position, row: sent(row) }));

const rejected = (rows: readonly (Touch | Signal)[], remarks: readonly Remark[]): UntakenRow[] =>
  remarks.flatMap(({ row: position, why }) => {
    const row = rows[position];
    return row ? [{ row, column: 'timestamp', reason: `the instant ${why}` }] : [];
  });
