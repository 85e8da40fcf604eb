import { isoInstant } from './iso-instant.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord } from './record-table.ts';
import { planUpdate } from './write-record.ts';

/**
 * A contact books a meeting in somebody's calendar: HubSpot keeps when. The sandbox has no calendar, so nothing else is made.
 *
 * @param userId whose calendar
 * @source HubSpot docs: default contact properties, date of last meeting booked in meetings tool
 */
export function bookMeeting(portal: Portal, contact: CrmRecord, userId: number): void {
  const at = portal.setup.now();
  const origin = { at, sourceType: 'MEETINGS', sourceId: `userId:${userId}` };
  planUpdate(portal, contact, { engagements_last_meeting_booked: isoInstant(at) }, { origin, byApp: false }).apply();
}
