import type { PortalId } from '../domain/values/ids.ts';
import { onceFor, type Refused } from './answer-once.ts';
import type { Owner, Role } from './ports.ts';
import { nameOfUser } from './respond-to-handoff.ts';
import type { SettingsNeeds, SettingsTransaction } from './settings-ports.ts';

type Allowed = { readonly allowed: true } | { readonly allowed: false; readonly why: string };

/** What a role may do on the settings page; everybody may read it. */
export interface SettingsRights {
  readonly edit: Allowed;
  readonly publish: Allowed;
  readonly manageRoles: Allowed;
}

const only = (isAllowed: boolean, why: string): Allowed => (isAllowed ? { allowed: true } : { allowed: false, why });

export function rightsOf(role: Role): SettingsRights {
  const isOps = role === 'admin' || role === 'ops';
  return {
    edit: only(isOps, 'Only admins and marketing operations change the definitions. An admin can give you that role.'),
    publish: only(isOps, 'Only admins and marketing operations publish. An admin can give you that role.'),
    manageRoles: only(
      role === 'admin',
      'Only admins give roles and keys. The first ones are named by the setting L2R_ADMINS.',
    ),
  };
}

/** Something a person asks for on the settings page. */
export interface Asking {
  readonly userId: string;
  /** Made in the page for this click: the same click again is answered alike and done once (design D23). */
  readonly key: string;
  /** What is asked for; keys of different actions are different. */
  readonly action: string;
  readonly right: keyof SettingsRights;
}

/**
 * Does once what a person asks for, if they may; nobody decides anything else about the portal meanwhile.
 *
 * @returns why nothing was done, or undefined
 */
export function doOnce(
  portalId: PortalId,
  { userId, key, action, right }: Asking,
  { inSettings, clock }: Pick<SettingsNeeds, 'inSettings' | 'clock'>,
  work: (tx: SettingsTransaction) => Promise<Refused | undefined>,
): Promise<Refused | undefined> {
  return inSettings(portalId, (tx) =>
    onceFor(tx, `settings-${action}-${userId}-${key}`, clock, async () => {
      const allowed = rightsOf(await tx.roleOf(userId))[right];
      return allowed.allowed ? work(tx) : { kind: 'forbidden', why: allowed.why };
    }),
  );
}

/** People of the page are known by their user id, those of the command line by the name they gave. */
export const personName = (who: string, owners: readonly Owner[]): string =>
  /^\d+$/.test(who) ? nameOfUser(who, owners) : who;
