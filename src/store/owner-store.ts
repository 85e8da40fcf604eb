import type { Pool, Roster } from '../domain/handoff/roster.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Owner, Role } from '../usecases/ports.ts';
import type { StoredRole } from '../usecases/settings-ports.ts';
import type { Queryable } from './queryable.ts';

/** Replaces what is known of the portal's owners. */
export async function saveOwners(tx: Queryable, portalId: PortalId, owners: readonly Owner[]): Promise<void> {
  await tx.query(
    `insert into owner (portal_id, owner_id, user_id, name, teams, is_active)
     select $1, o."ownerId", o."userId", o.name,
            array(select jsonb_array_elements_text(o.teams)), o."isActive"
       from jsonb_to_recordset($2::jsonb) as o("ownerId" text, "userId" text, name text, teams jsonb, "isActive" boolean)
     on conflict (portal_id, owner_id) do update set user_id = excluded.user_id, name = excluded.name,
       teams = case when excluded.is_active then excluded.teams else owner.teams end, is_active = excluded.is_active`,
    [portalId, JSON.stringify(owners)],
  );
  await tx.query('update owner set is_active = false where portal_id = $1 and owner_id <> all($2)', [
    portalId,
    owners.map((owner) => owner.ownerId),
  ]);
}

export async function loadOwners(tx: Queryable, portalId: PortalId): Promise<Owner[]> {
  const { rows } = await tx.query<Owner & { userId: string | null }>(
    `select owner_id as "ownerId", user_id as "userId", name, teams, is_active as "isActive" from owner where portal_id = $1`,
    [portalId],
  );
  return rows.map((row) => ({ ...row, userId: row.userId ?? undefined }));
}

/** The active members of each pool; a pool nobody was put into is every active owner, the outbound pool that of the SDRs. */
export async function loadRoster(tx: Queryable, portalId: PortalId): Promise<Roster> {
  const { rows: active } = await tx.query<{ owner_id: string }>(
    'select owner_id from owner where portal_id = $1 and is_active',
    [portalId],
  );
  const { rows: members } = await tx.query<{ pool: Pool; owner_id: string }>(
    'select pool, owner_id from pool_member where portal_id = $1',
    [portalId],
  );
  const { rows: turns } = await tx.query<{ pool: Pool; last_owner_id: string }>(
    'select pool, last_owner_id from pool_turn where portal_id = $1',
    [portalId],
  );
  const everybody = active.map((row) => row.owner_id);
  const membersOf = (pool: Pool): string[] => {
    const named = members.filter((row) => row.pool === pool).map((row) => row.owner_id);
    if (named.length === 0 && pool === 'outbound') return membersOf('sdr');
    return named.length === 0 ? everybody : named.filter((ownerId) => everybody.includes(ownerId));
  };
  return {
    active: everybody,
    members: { sdr: membersOf('sdr'), ae: membersOf('ae'), outbound: membersOf('outbound') },
    last: Object.fromEntries(turns.map((row) => [row.pool, row.last_owner_id])),
  };
}

export async function saveTurns(
  tx: Queryable,
  portalId: PortalId,
  turns: readonly (readonly [Pool, string])[],
): Promise<void> {
  for (const [pool, ownerId] of turns) {
    await tx.query(
      `insert into pool_turn (portal_id, pool, last_owner_id) values ($1, $2, $3)
       on conflict (portal_id, pool) do update set last_owner_id = excluded.last_owner_id`,
      [portalId, pool, ownerId],
    );
  }
}

export async function savePools(
  tx: Queryable,
  portalId: PortalId,
  pools: Readonly<Record<Pool, readonly string[]>>,
): Promise<void> {
  await tx.query('delete from pool_member where portal_id = $1', [portalId]);
  for (const [pool, ownerIds] of Object.entries(pools)) {
    await tx.query(
      'insert into pool_member (portal_id, pool, owner_id) select $1, $2, unnest($3::text[]) on conflict do nothing',
      [portalId, pool, ownerIds],
    );
  }
}

/** Who is an admin as the settings name them. Roles given on the settings page stay as they are. */
export async function saveAdmins(tx: Queryable, portalId: PortalId, admins: readonly string[]): Promise<void> {
  await tx.query('delete from user_role where portal_id = $1 and from_settings and user_id <> all($2)', [
    portalId,
    admins,
  ]);
  await tx.query(
    `insert into user_role (portal_id, user_id, role, from_settings) select $1, admin, 'admin', true
       from (select distinct unnest($2::text[]) as admin) given
     on conflict (portal_id, user_id) do update set role = 'admin', from_settings = true`,
    [portalId, admins],
  );
}

/** Everybody who was given a role; whoever is not named is a member. */
export async function loadRoles(tx: Queryable, portalId: PortalId): Promise<StoredRole[]> {
  const { rows } = await tx.query<StoredRole>(
    `select user_id as "userId", role, from_settings as "isFromSettings" from user_role where portal_id = $1 order by user_id`,
    [portalId],
  );
  return rows;
}

export async function saveRole(tx: Queryable, portalId: PortalId, userId: string, role: Role): Promise<void> {
  if (role === 'member') {
    await tx.query('delete from user_role where portal_id = $1 and user_id = $2', [portalId, userId]);
    return;
  }
  await tx.query(
    `insert into user_role (portal_id, user_id, role) values ($1, $2, $3)
     on conflict (portal_id, user_id) do update set role = excluded.role`,
    [portalId, userId, role],
  );
}

export async function roleOf(tx: Queryable, portalId: PortalId, userId: string): Promise<Role> {
  const { rows } = await tx.query<{ role: Role }>('select role from user_role where portal_id = $1 and user_id = $2', [
    portalId,
    userId,
  ]);
  return rows[0]?.role ?? 'member';
}
