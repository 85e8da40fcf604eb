import type { RecordKey } from '../domain/journey/fact.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { CommitNeeds } from './commit-observations.ts';
import { decideAgain } from './decide-and-save.ts';
import type { Lease } from './ports.ts';

export interface RebuildNeeds extends CommitNeeds {
  readonly report: (records: number) => void;
}

/** Records decided in one transaction: webhooks wait no longer than that. */
const RECORDS_PER_COMMIT = 200;

/**
 * Decides about every record of a portal anew, from the stored history alone. Journeys, visits, deals and revenue are only what the
 * history says, so this changes nothing but where the engine or the definitions have changed since.
 *
 * @returns how many records were decided
 */
export async function rebuild(portalId: PortalId, lease: Lease, needs: RebuildNeeds): Promise<number> {
  let done = 0;
  let after: RecordKey | undefined;
  for (;;) {
    const page = await needs.store.inPortal(portalId, async (tx) => {
      await tx.holdLease(lease);
      const records = await tx.recordsAfter(after, RECORDS_PER_COMMIT);
      if (records.length > 0) await decideAgain(tx, records, needs);
      return records;
    });
    if (page.length === 0) return done;
    after = page.at(-1);
    done += page.length;
    needs.report(page.length);
  }
}
