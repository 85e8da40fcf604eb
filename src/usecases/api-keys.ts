import { createHash } from 'node:crypto';
import { type PortalId, portalId } from '../domain/values/ids.ts';
import { HOUR_MS, type Instant } from '../domain/values/instant.ts';
import type { Clock } from './ports.ts';

/** What a key may be used for; every key may read what became of requests. */
export const API_SCOPES = ['signals', 'touches', 'lists'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** What is known of a key; the key itself is shown once, when it is made. */
export interface ApiKey {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** To the hour. */
  readonly lastUsedAt?: Instant | undefined;
  readonly revokedAt?: Instant | undefined;
  readonly revokedBy?: string | undefined;
}

export interface ApiKeyNeeds {
  readonly clock: Clock;
  readonly uniqueId: () => string;
  /** 256 random bits as 43 characters of base64url. */
  readonly secret: () => string;
  readonly save: (portalId: PortalId, key: ApiKey, hash: string) => Promise<void>;
  /** @returns false when there is no such key, or it was revoked before */
  readonly revoke: (portalId: PortalId, keyId: string, by: string, at: Instant) => Promise<boolean>;
}

/** Makes a key for `/v1`. @returns the key, which is shown now and never again */
export async function createApiKey(
  portal: PortalId,
  { name, scopes, createdBy }: Pick<ApiKey, 'name' | 'scopes' | 'createdBy'>,
  { clock, uniqueId, secret, save }: Omit<ApiKeyNeeds, 'revoke'>,
): Promise<{ keyId: string; key: string }> {
  const key = `l2r_${portal}_${secret()}`;
  const keyId = uniqueId();
  await save(portal, { keyId, name, scopes, createdBy, createdAt: clock() }, hashOf(key));
  return { keyId, key };
}

export const revokeApiKey = (
  portal: PortalId,
  { keyId, by }: { keyId: string; by: string },
  { clock, revoke }: Pick<ApiKeyNeeds, 'clock' | 'revoke'>,
): Promise<boolean> => revoke(portal, keyId, by, clock());

export interface CheckNeeds {
  readonly clock: Clock;
  readonly isConnected: (portalId: PortalId) => boolean;
  /** The key with this hash unless it is revoked. */
  readonly byHash: (portalId: PortalId, hash: string) => Promise<ApiKey | undefined>;
  readonly markUsed: (portalId: PortalId, keyId: string, at: Instant) => Promise<void>;
}

const KEY = /^l2r_(\d{1,20})_[\w-]{43}$/;

/**
 * Whose key this is. It is found by its hash, so how long that takes says nothing of the key; a wrong key and one of a portal that is
 * not connected are the same.
 */
export async function checkApiKey(
  key: string,
  { clock, isConnected, byHash, markUsed }: CheckNeeds,
): Promise<{ portalId: PortalId; scopes: readonly ApiScope[] } | undefined> {
  const portal = portalId(KEY.exec(key)?.[1] ?? '');
  if (portal === '' || !isConnected(portal)) return undefined;
  const known = await byHash(portal, hashOf(key));
  if (!known) return undefined;
  const hour = Math.floor(clock() / HOUR_MS) * HOUR_MS;
  if (known.lastUsedAt !== hour) await markUsed(portal, known.keyId, hour);
  return { portalId: portal, scopes: known.scopes };
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
