import { uniqueId, uniqueSecret } from '../adapters/system/system.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { listApiKeys, markApiKeyRevoked, saveApiKey } from '../store/api-key-store.ts';
import { type ApiKey, type ApiKeyNeeds, createApiKey, revokeApiKey } from '../usecases/api-keys.ts';
import type { Core } from './core.ts';

/** What can be done with a portal's keys for `/v1`. */
export function createApiKeyWork({ database, clock }: Pick<Core, 'database' | 'clock'>, portalId: PortalId) {
  const needs: ApiKeyNeeds = {
    clock,
    uniqueId,
    secret: uniqueSecret,
    save: (id, key, hash) => database.inPortal(id, (tx) => saveApiKey(tx, id, key, hash)),
    revoke: (id, keyId, by, at) => database.inPortal(id, (tx) => markApiKeyRevoked(tx, id, keyId, by, at)),
  };
  return {
    create: (key: Pick<ApiKey, 'name' | 'scopes' | 'createdBy'>) => createApiKey(portalId, key, needs),
    list: (): Promise<ApiKey[]> => database.inPortal(portalId, (tx) => listApiKeys(tx, portalId)),
    revoke: (request: { keyId: string; by: string }) => revokeApiKey(portalId, request, needs),
  };
}
