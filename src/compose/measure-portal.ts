import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Database } from '../store/database.ts';
import { countExcluded, loadDeals, loadFunnelJourneys } from '../store/funnel-store.ts';
import { loadSettings } from '../store/settings-store.ts';
import { measure } from '../usecases/measure.ts';

/** Every metric of a portal as of an instant, read in one transaction. */
export async function measurePortal(
  database: Database,
  portalId: PortalId,
  asOf: Instant,
): Promise<ReturnType<typeof measure>> {
  const population = await database.inPortal(portalId, async (tx) => ({
    settings: await loadSettings(tx, portalId),
    journeys: await loadFunnelJourneys(tx, portalId),
    deals: await loadDeals(tx, portalId),
    excluded: await countExcluded(tx, portalId),
  }));
  return measure(population, asOf);
}
