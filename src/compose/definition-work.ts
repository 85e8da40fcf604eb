import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { toIso } from '../domain/values/instant.ts';
import { loadDefinitions, loadPublications, publishVersion, saveDefinitions } from '../store/definition-store.ts';
import type { Core } from './core.ts';

/** What can be done with a portal's definition sets. */
export function createDefinitionWork(
  { database, store, clock }: Pick<Core, 'database' | 'store' | 'clock'>,
  portalId: PortalId,
) {
  return {
    inForce: async (): Promise<DefinitionSet> => (await store.inPortal(portalId, (tx) => tx.settings())).definitions,

    /** Every publication, oldest first. */
    async history() {
      const publications = await database.inPortal(portalId, (tx) => loadPublications(tx, portalId));
      return publications.map((each) => ({ ...each, publishedAt: toIso(each.publishedAt) }));
    },

    /** @throws DefinitionsChangedError when its version is known with other content */
    keep: (definitions: DefinitionSet): Promise<void> =>
      database.inPortal(portalId, (tx) => saveDefinitions(tx, portalId, definitions, clock())),

    hasVersion: async (version: number): Promise<boolean> =>
      (await database.inPortal(portalId, (tx) => loadDefinitions(tx, portalId, version))) !== undefined,

    publish: (publication: { version: number; publishedBy: string; why: string }): Promise<void> =>
      database.inPortal(portalId, (tx) => publishVersion(tx, portalId, { ...publication, publishedAt: clock() })),
  };
}
