import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS } from '../domain/values/instant.ts';
import { finishRows, openRows, pruneIntakes, putOffRows } from '../store/intake-store.ts';
import type { Lease } from '../usecases/ports.ts';
import { takeInRows } from '../usecases/take-in-rows.ts';
import type { Core } from './core.ts';
import { readingNeeds } from './reading-needs.ts';

/** What became of signals and touches can be asked for as long as this. */
const KEEP_INTAKES_MS = 30 * DAY_MS;

/** Rows that came from outside HubSpot, wired to the store and to HubSpot. */
export function createInputWork(core: Core) {
  const { database, clock, counters, log } = core;
  const inPortal = database.inPortal.bind(database);
  return {
    /** @returns whether more may be waiting */
    takeIn: (portalId: PortalId, lease: Lease): Promise<boolean> =>
      takeInRows(portalId, lease, {
        ...readingNeeds(core),
        openRows: (id, limit) => inPortal(id, (tx) => openRows(tx, id, clock(), limit)),
        finishRows: (id, outcomes) => inPortal(id, (tx) => finishRows(tx, id, outcomes)),
        putOff: (id, rowIds, until) => inPortal(id, (tx) => putOffRows(tx, id, rowIds, until)),
        failed: (fault, rows) => {
          counters.failedRows.inc(rows);
          log.error({ portalId, rows, fault: traceOf(fault) }, 'rows from outside failed; they are tried again later');
        },
      }),

    prune: (portalId: PortalId): Promise<void> =>
      inPortal(portalId, (tx) => pruneIntakes(tx, portalId, clock() - KEEP_INTAKES_MS)),
  };
}

/** Where it came from, without its message: that may repeat what a row says. */
const traceOf = (fault: unknown): string[] =>
  fault instanceof Error ? [fault.name, ...(fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))] : [];
