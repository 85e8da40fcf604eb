import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS } from '../domain/values/instant.ts';
import { loadAudienceList, saveAudienceList } from '../store/audience-list-store.ts';
import { type AudienceListStore, type AudienceRequest, ListScopeMissingError } from '../usecases/audience-ports.ts';
import { type Kept, keepAudienceList, writeAudienceList } from '../usecases/keep-audience-list.ts';
import type { Core } from './core.ts';
import { underLease } from './under-lease.ts';

/** What `audience` does when it is not told otherwise. */
export const USUAL_AUDIENCE: AudienceRequest = { score: 80, orIntent: false };

/** The list of the audience in HubSpot, under a lease of its own: two processes at it would make two lists. */
export function createAudienceWork(core: Core, portalId: PortalId) {
  const { database, store, gateway, clock, log } = core;
  const kept: AudienceListStore = {
    load: () => database.inPortal(portalId, (tx) => loadAudienceList(tx, portalId)),
    save: (list) => database.inPortal(portalId, (tx) => saveAudienceList(tx, portalId, list)),
  };
  const needs = { store, clock, kept, lists: gateway.companyLists };

  return {
    /**
     * Without a rule, by that of the list there is.
     *
     * @returns undefined while another process writes it
     * @throws ListScopeMissingError, ListNameTakenError
     */
    async write(rule: AudienceRequest | undefined): Promise<Kept | undefined> {
      let done: Kept | undefined;
      await underLease(core, portalId, 'audience', async () => {
        const asked = rule ?? (await kept.load())?.rule ?? USUAL_AUDIENCE;
        done = await writeAudienceList(portalId, asked, needs);
      });
      return done;
    },

    /** Once a day, where there is a list. What fails is logged and done again the next day. */
    async keepDaily(): Promise<void> {
      const list = await kept.load();
      if (!list || list.isGone || clock() - list.keptAt < DAY_MS) return;
      await underLease(core, portalId, 'audience', async () => {
        try {
          const done = await keepAudienceList(portalId, needs);
          if (done === 'deleted')
            log.warn(
              { portalId, listId: list.listId },
              'the list of the audience was deleted in HubSpot: it is not kept any more',
            );
          else if (done)
            log.info({ portalId, added: done.added, removed: done.removed }, 'the list of the audience is kept');
        } catch (fault) {
          if (fault instanceof ListScopeMissingError)
            log.warn({ portalId }, 'the list of the audience is not kept: the app has no scope for lists any more');
          else
            log.error(
              { portalId, err: fault },
              'the list of the audience could not be kept; it is tried again in a day',
            );
        }
      });
    },
  };
}
