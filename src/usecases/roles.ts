import type { PortalId } from '../domain/values/ids.ts';
import type { Role } from './ports.ts';
import type { Refused } from './answer-once.ts';
import type { SettingsNeeds, SettingsTransaction } from './settings-ports.ts';
import { doOnce, personName } from './settings-rights.ts';

export interface PersonWithRole {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}

/** Everybody who works in the portal with their role, by name; and whoever was given one. */
export async function peopleWithRoles(tx: SettingsTransaction): Promise<PersonWithRole[]> {
  const owners = await tx.owners();
  const given = new Map((await tx.roles()).map(({ userId, role }) => [userId, role]));
  const active = owners.flatMap(({ userId, isActive }) => (userId !== undefined && isActive ? [userId] : []));
  return [...new Set([...active, ...given.keys()])]
    .map((userId) => ({ userId, name: personName(userId, owners), role: given.get(userId) ?? 'member' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.userId < b.userId ? -1 : 1));
}

/** Gives somebody a role. Admins of the settings stay admins, and somebody always is one. */
export const setRole = (
  portalId: PortalId,
  request: { readonly by: string; readonly key: string; readonly userId: string; readonly role: Role },
  needs: SettingsNeeds,
): Promise<Refused | undefined> =>
  doOnce(
    portalId,
    { userId: request.by, key: request.key, action: 'role', right: 'manageRoles' },
    needs,
    async (tx) => {
      const { userId, role } = request;
      const roles = await tx.roles();
      const isKnown = (await tx.owners()).some((owner) => owner.userId === userId);
      const before = roles.find((each) => each.userId === userId);
      if (!isKnown && !before)
        return { kind: 'invalid', why: `Nobody with the user id ${userId} works in this portal.` };
      if (before?.isFromSettings && role !== 'admin')
        return { kind: 'conflict', why: 'This person is an admin by the setting L2R_ADMINS: change it there.' };
      if (role !== 'admin' && !roles.some((each) => each.role === 'admin' && each.userId !== userId))
        return { kind: 'conflict', why: 'This is the last admin: make somebody else one first.' };
      await tx.saveRole(userId, role);
      return undefined;
    },
  );
