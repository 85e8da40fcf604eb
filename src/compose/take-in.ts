import { recordMapping } from '../adapters/hubspot/mapping.ts';
import type { Config } from '../config/config.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Database } from '../store/database.ts';
import { saveOwners, savePools, saveAdmins } from '../store/owner-store.ts';
import { goLive, saveConnection, saveWrittenProperties } from '../store/settings-store.ts';
import type { PortalConnection } from '../usecases/connect-portal.ts';
import type { Owner } from '../usecases/ports.ts';

/** Stores what a portal says about itself and what the settings say about work in it. */
export async function takeIn(
  database: Database,
  connection: PortalConnection,
  { owners, work, at }: { owners: readonly Owner[]; work: Config['work']; at: Instant },
): Promise<void> {
  const { portalId } = connection;
  await database.inPortal(portalId, async (tx) => {
    await saveConnection(tx, connection, at);
    await saveWrittenProperties(tx, portalId, recordMapping.writtenProperties);
    await saveOwners(tx, portalId, owners);
    await savePools(tx, portalId, work.pools);
    await saveAdmins(tx, portalId, work.admins);
    if (work.isLive) await goLive(tx, portalId, at);
  });
}
