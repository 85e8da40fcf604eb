import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { OverrideRows } from '../usecases/overrides-view.ts';
import type { Queryable } from './queryable.ts';

/** Something that is required or asked for was missing. */
const IS_OVERRIDE = `jsonb_path_exists(c.items, '$[*] ? (@.done == false && @.level != "observe")')`;

/** Stages that were entered since an instant, by what they asked for. */
export async function loadOverrides(tx: Queryable, portalId: PortalId, since: Instant): Promise<OverrideRows> {
  const values = [portalId, since];
  const overrides = await tx.query<OverrideRows['overrides'][number]>(
    `select c.stage, c.user_id as "userId", count(*) filter (where c.place = 'card')::integer as "onCards",
            count(*) filter (where c.place = 'hubspot')::integer as "inHubSpot"
       from stage_check c where c.portal_id = $1 and c.entered_at >= $2 and ${IS_OVERRIDE} group by c.stage, c.user_id`,
    values,
  );
  const missing = await tx.query<OverrideRows['missing'][number]>(
    `select c.stage, c.user_id as "userId", max(i.value ->> 'label') as label, count(*)::integer as count
       from stage_check c cross join jsonb_array_elements(c.items) i
      where c.portal_id = $1 and c.entered_at >= $2 and i.value -> 'done' = 'false' and i.value ->> 'level' <> 'observe'
      group by c.stage, c.user_id, i.value ->> 'id'`,
    values,
  );
  const criteria = await tx.query<OverrideRows['criteria'][number]>(
    `select c.stage, i.value ->> 'id' as id, max(i.value ->> 'label') as label, count(*)::integer as entered,
            count(*) filter (where i.value -> 'done' = 'false')::integer as unmet
       from stage_check c cross join jsonb_array_elements(c.items) i
      where c.portal_id = $1 and c.entered_at >= $2 and i.value ->> 'level' <> 'block'
      group by c.stage, i.value ->> 'id'`,
    values,
  );
  return { overrides: overrides.rows, missing: missing.rows, criteria: criteria.rows };
}
