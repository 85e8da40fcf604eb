import type { PortalId } from '../domain/values/ids.ts';
import { type ApiKey, createApiKey } from './api-keys.ts';
import type { Refused } from './answer-once.ts';
import type { SettingsNeeds } from './settings-ports.ts';
import { doOnce, personName, rightsOf } from './settings-rights.ts';

export interface KeyNeeds extends SettingsNeeds {
  readonly uniqueId: () => string;
  readonly secret: () => string;
}

/** Every key the portal had, newest first; who may not make keys does not see them. */
export const readApiKeys = (
  portalId: PortalId,
  userId: string,
  { inSettings }: SettingsNeeds,
): Promise<readonly ApiKey[] | Refused> =>
  inSettings(portalId, async (tx) => {
    const allowed = rightsOf(await tx.roleOf(userId)).manageRoles;
    return allowed.allowed ? tx.apiKeys() : { kind: 'forbidden', why: allowed.why };
  });

/** Makes a key. It is told once: whoever asks again with the same click hears that it was made. */
export async function makeApiKey(
  portalId: PortalId,
  { userId, key, name, scopes }: { userId: string; key: string } & Pick<ApiKey, 'name' | 'scopes'>,
  needs: KeyNeeds,
): Promise<{ keyId: string; key: string } | Refused> {
  let made: { keyId: string; key: string } | undefined;
  const refused = await doOnce(portalId, { userId, key, action: 'key', right: 'manageRoles' }, needs, async (tx) => {
    const createdBy = personName(userId, await tx.owners());
    made = await createApiKey(
      portalId,
      { name, scopes, createdBy },
      { ...needs, save: (_portal, apiKey, hash) => tx.saveApiKey(apiKey, hash) },
    );
    return undefined;
  });
  const again = 'This key was made already and is shown only once. If you do not have it, revoke it and make another.';
  return refused ?? made ?? { kind: 'conflict', why: again };
}

export const takeBackApiKey = (
  portalId: PortalId,
  { userId, key, keyId }: { userId: string; key: string; keyId: string },
  needs: SettingsNeeds,
): Promise<Refused | undefined> =>
  doOnce(portalId, { userId, key, action: 'revoke', right: 'manageRoles' }, needs, async (tx) => {
    const by = personName(userId, await tx.owners());
    const isRevoked = await tx.revokeApiKey(keyId, by, needs.clock());
    return isRevoked ? undefined : { kind: 'conflict', why: 'There is no such key, or it was revoked before.' };
  });
