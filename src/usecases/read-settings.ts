import type { PortalId } from '../domain/values/ids.ts';
import { judgedDraft, type JudgedDraft } from './drafts.ts';
import type { Owner } from './ports.ts';
import { peopleWithRoles } from './roles.ts';
import type { SettingsNeeds } from './settings-ports.ts';
import { personName, rightsOf } from './settings-rights.ts';

/** So many publications are shown, the newest first. */
const SHOWN = 100;

/** What the settings page shows first. */
export const readSettings = (portalId: PortalId, userId: string, { inSettings, needsSecondApprover }: SettingsNeeds) =>
  inSettings(portalId, async (tx) => {
    const { definitions: inForce, timeZone, liveAt } = await tx.settings();
    const owners = await tx.owners();
    const draft = await judgedDraft(tx, inForce);
    const publications = (await tx.publications()).reverse().slice(0, SHOWN);
    return {
      zone: timeZone,
      mode: liveAt === undefined ? ('observe' as const) : ('live' as const),
      inForce,
      draft: draft ? draftView(draft, owners) : null,
      history: publications.map((each, index) => ({ ...each, isInForce: index === 0 })),
      held: await tx.held(),
      needsSecondApprover,
      ...rightsOf(await tx.roleOf(userId)),
      roles: await peopleWithRoles(tx),
    };
  });

const draftView = ({ stored, document, problems, differences }: JudgedDraft, owners: readonly Owner[]) => ({
  document,
  basedOn: stored.basedOn,
  savedAt: stored.savedAt,
  savedBy: personName(stored.savedBy, owners),
  problems,
  differences,
  askedBy: stored.asked ? personName(stored.asked.by, owners) : null,
  askedWhy: stored.asked?.why ?? null,
  askedReleasePerDay: stored.asked?.releasePerDay ?? null,
});
