import { stageOf } from './computed-values.ts';
import { isoInstant } from './iso-instant.ts';
import { dealType, taskType } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord, Origin } from './record-table.ts';

/** What a record said before a write, as far as HubSpot fills other properties when it changes. */
export interface Standing {
  readonly owner: string;
  readonly closed: boolean;
  readonly completed: boolean;
}

interface Written {
  readonly before: Standing;
  readonly values: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

export const standingOf = (portal: Portal, record: CrmRecord): Standing => ({
  owner: record.values.get('hubspot_owner_id') ?? '',
  closed: record.typeId === dealType && stageOf(record, portal)?.isClosed === true,
  completed: record.typeId === taskType && record.values.get('hs_task_status') === 'COMPLETED',
});

/**
 * Fills what follows from a write: the date of a new owner, the close date of a deal that closes (a switch), the
 * completion date of a task.
 *
 * @source HubSpot docs: Owners API; Tasks API. The close date is not documented: see the switch
 */
export function fillFollowing(portal: Portal, record: CrmRecord, { before, values, origin }: Written): void {
  const after = standingOf(portal, record);
  const calculated = { ...origin, sourceType: 'CALCULATED' };
  if (after.owner !== before.owner) {
    const date = after.owner === '' ? '' : isoInstant(origin.at);
    portal.addVersion(record, 'hubspot_owner_assigneddate', date, calculated);
  }
  if (after.completed !== before.completed) {
    const date = after.completed ? isoInstant(origin.at) : '';
    portal.addVersion(record, 'hs_task_completion_date', date, calculated);
  }
  if (after.closed && !before.closed && values['closedate'] === undefined) setCloseDate(portal, record, origin);
}

function setCloseDate(portal: Portal, record: CrmRecord, origin: Origin): void {
  if (portal.setup.switches.closeDateOnClosing === 'kept') return;
  const planned = record.values.get('closedate');
  if (planned !== undefined && Date.parse(planned) <= origin.at) return;
  portal.addVersion(record, 'closedate', isoInstant(origin.at), origin);
}
