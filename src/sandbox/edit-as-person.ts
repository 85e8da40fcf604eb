import type { Portal } from './portal.ts';
import type { WrittenValues } from './property-validation.ts';
import type { CrmRecord } from './record-table.ts';
import { planUpdate } from './write-record.ts';

/**
 * A change that a person makes on a record's page: checked like every write, with the person in the history, announced to webhooks.
 *
 * @throws ApiError 400 for bad values, 409 for a taken e-mail address
 */
export function editAsPerson(portal: Portal, record: CrmRecord, values: WrittenValues, userId: number): CrmRecord {
  const origin = { at: portal.setup.now(), sourceType: 'CRM_UI', sourceId: `userId:${userId}` };
  return planUpdate(portal, record, values, { origin, byApp: false }).apply();
}
