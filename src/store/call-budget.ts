import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Lane } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

/** What HubSpot announces for a portal: calls per window. */
export interface CallWindow {
  readonly calls: number;
  readonly windowMs: number;
}

/** We plan with this share of the announced window; background work gets at most three quarters of that (design D9). */
const SHARE = 0.8;
const BACKGROUND_SHARE = 0.75;
/** Calls that may come at once, as a share of the plan, so that a window never holds more than is announced. */
const BURST = 0.2;

/**
 * Asks for one call to HubSpot. The budget is one row per portal and lane in the database, so all processes share it: a generic cell
 * rate algorithm, where `used_until` is the instant up to which the rate is spoken for.
 *
 * @returns whole milliseconds to wait before asking again; 0 when the call may be made
 */
export async function takeCall(
  tx: Queryable,
  portalId: PortalId,
  lane: Lane,
  now: Instant,
  fallback: CallWindow,
): Promise<number> {
  if (lane === 'background') {
    const wait = await takeFrom(tx, portalId, 'background', now, fallback, SHARE * BACKGROUND_SHARE);
    if (wait > 0) return wait;
  }
  return takeFrom(tx, portalId, 'all', now, fallback, SHARE);
}

async function takeFrom(
  tx: Queryable,
  portalId: PortalId,
  name: string,
  now: Instant,
  { calls, windowMs }: CallWindow,
  share: number,
): Promise<number> {
  const { rows } = await tx.query<{ wait: number }>(
    `with rate as (
       select used_until, window_ms / (calls_per_window * $4::float8) as gap, window_ms * $5::float8 as burst
         from call_budget where portal_id = $1 and lane = $2 for update),
     taken as (
       update call_budget b set used_until = greatest(r.used_until, $3::float8) + r.gap
         from rate r where b.portal_id = $1 and b.lane = $2 and r.used_until - $3::float8 <= r.burst
       returning 1)
     select case when exists (select 1 from taken) then 0 else ceil(greatest(1, r.used_until - $3::float8 - r.burst)) end as wait from rate r`,
    [portalId, name, now, share, BURST * share],
  );
  const row = rows[0];
  if (row) return row.wait;
  await addLane(tx, portalId, name, { calls, windowMs });
  return takeFrom(tx, portalId, name, now, { calls, windowMs }, share);
}

async function addLane(
  tx: Queryable,
  portalId: PortalId,
  name: string,
  { calls, windowMs }: CallWindow,
): Promise<void> {
  await tx.query(
    `insert into call_budget (portal_id, lane, used_until, calls_per_window, window_ms) values ($1, $2, 0, $3, $4)
     on conflict (portal_id, lane) do nothing`,
    [portalId, name, calls, windowMs],
  );
}

/** HubSpot refused for the rate, or announced another one: the plan is adjusted and nobody calls until `pauseUntil`. */
export async function adjustBudget(
  tx: Queryable,
  portalId: PortalId,
  window: CallWindow | undefined,
  pauseUntil: Instant | undefined,
): Promise<void> {
  await tx.query(
    `update call_budget set
       calls_per_window = coalesce($2, calls_per_window), window_ms = coalesce($3, window_ms),
       used_until = greatest(used_until, coalesce($4::float8 + window_ms * $5::float8, used_until))
      where portal_id = $1`,
    [portalId, window?.calls, window?.windowMs, pauseUntil, BURST],
  );
}
