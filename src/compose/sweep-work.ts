import type { PortalId } from '../domain/values/ids.ts';
import { survivorIds } from '../store/record-store.ts';
import { changedSince, latestValues, saveChangedSince } from '../store/sweep-store.ts';
import type { Lease } from '../usecases/ports.ts';
import { sweepChanges } from '../usecases/sweep-changes.ts';
import type { Core } from './core.ts';
import { readingNeeds } from './reading-needs.ts';

/** Looks for changes that no webhook told; what fails is logged and looked for again with the next minute. */
export async function sweepMinute(core: Core, portalId: PortalId, lease: Lease): Promise<void> {
  const { database, log } = core;
  const inPortal = database.inPortal.bind(database);
  try {
    await sweepChanges(portalId, lease, {
      ...readingNeeds(core),
      loadSince: (id, type) => inPortal(id, (tx) => changedSince(tx, id, type)),
      saveSince: (id, type, at) => inPortal(id, (tx) => saveChangedSince(tx, id, type, at)),
      latestValues: (id, type, ids) => inPortal(id, (tx) => latestValues(tx, id, type, ids)),
      survivorIds: (id, type, ids) => inPortal(id, (tx) => survivorIds(tx, id, type, ids)),
    });
  } catch (fault) {
    log.error({ portalId, err: fault }, 'changes could not be looked for; the next minute looks again');
  }
}
