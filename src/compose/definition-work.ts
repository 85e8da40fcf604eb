import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import type { Comparison } from '../domain/qualification/compare-replays.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { toIso } from '../domain/values/instant.ts';
import { loadDefinitions, loadPublications, publishVersion, saveDefinitions } from '../store/definition-store.ts';
import { lockPortal } from '../store/lease-store.ts';
import type { Refused } from '../usecases/answer-once.ts';
import { judgedDraft, keepDraft, type JudgedDraft } from '../usecases/drafts.ts';
import { simulate, type SimulateNeeds, type SimulateOptions } from '../usecases/simulate.ts';
import type { Core } from './core.ts';
import { settingsNeeds } from './settings-needs.ts';

/** What can be done with a portal's definition sets from the command line. */
export function createDefinitionWork(core: Pick<Core, 'database' | 'store' | 'clock' | 'config'>, portalId: PortalId) {
  const { database, store, clock } = core;
  const { inSettings } = settingsNeeds(core);
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

    /** @param releasePerDay  how many people who would newly pass are let through on a day */
    publish: (publication: { version: number; publishedBy: string; why: string }, releasePerDay = 0): Promise<void> =>
      database.inPortal(portalId, async (tx) => {
        await lockPortal(tx, portalId);
        await publishVersion(tx, portalId, { ...publication, publishedAt: clock() }, releasePerDay);
      }),

    /** A whole document as the portal's draft, however unfinished, instead of the one there is. */
    draft: (document: Readonly<Record<string, unknown>>, by: string): Promise<JudgedDraft | Refused | undefined> =>
      inSettings(portalId, async (tx) => {
        await tx.lock();
        const { definitions } = await tx.settings();
        const before = await tx.draft();
        const leftOut = Object.keys({ ...definitions, ...before?.sections }).map((name) => [name, null]);
        const sections = { ...(Object.fromEntries(leftOut) as Record<string, unknown>), ...document };
        const refused = await keepDraft(tx, sections, { by, at: clock(), rebase: true });
        return refused ?? judgedDraft(tx, definitions);
      }),

    simulate: (options: SimulateOptions, report: SimulateNeeds['report']): Promise<Comparison> =>
      simulate(portalId, options, { store, now: clock(), report }),
  };
}
