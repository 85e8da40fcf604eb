import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { ApiKey } from '../usecases/api-keys.ts';
import type { Queryable } from './queryable.ts';

const COLUMNS = `key_id as "keyId", name, scopes, created_by as "createdBy", created_at as "createdAt",
  last_used_at as "lastUsedAt", revoked_at as "revokedAt", revoked_by as "revokedBy"`;

export async function saveApiKey(
  tx: Queryable,
  portalId: PortalId,
  { keyId, name, scopes, createdBy, createdAt }: ApiKey,
  hash: string,
): Promise<void> {
  await tx.query(
    `insert into api_key (portal_id, key_id, name, hash, scopes, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [portalId, keyId, name, hash, scopes, createdBy, createdAt],
  );
}

/** Every key a portal had, newest first. */
export async function listApiKeys(tx: Queryable, portalId: PortalId): Promise<ApiKey[]> {
  const { rows } = await tx.query<ApiKeyRow>(
    `select ${COLUMNS} from api_key where portal_id = $1 order by created_at desc, key_id`,
    [portalId],
  );
  return rows.map(withoutNulls);
}

/** The key with this hash; none that was revoked. */
export async function apiKeyByHash(tx: Queryable, portalId: PortalId, hash: string): Promise<ApiKey | undefined> {
  const { rows } = await tx.query<ApiKeyRow>(
    `select ${COLUMNS} from api_key where portal_id = $1 and hash = $2 and revoked_at is null`,
    [portalId, hash],
  );
  return rows[0] && withoutNulls(rows[0]);
}

export async function markApiKeyUsed(tx: Queryable, portalId: PortalId, keyId: string, at: Instant): Promise<void> {
  await tx.query(`update api_key set last_used_at = greatest(last_used_at, $3) where portal_id = $1 and key_id = $2`, [
    portalId,
    keyId,
    at,
  ]);
}

/** @returns false when there is no such key, or it was revoked before */
export async function markApiKeyRevoked(
  tx: Queryable,
  portalId: PortalId,
  keyId: string,
  by: string,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update api_key set revoked_at = $4, revoked_by = $3 where portal_id = $1 and key_id = $2 and revoked_at is null`,
    [portalId, keyId, by, at],
  );
  return rowCount > 0;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };
type ApiKeyRow = ApiKey & Nullable<Pick<ApiKey, 'lastUsedAt' | 'revokedAt' | 'revokedBy'>>;

const withoutNulls = (row: ApiKeyRow): ApiKey => ({
  ...row,
  lastUsedAt: row.lastUsedAt ?? undefined,
  revokedAt: row.revokedAt ?? undefined,
  revokedBy: row.revokedBy ?? undefined,
});
