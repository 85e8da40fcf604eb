import type { ViewedRecord } from './portal-view.ts';

/** How long a form that was filled in is left for an app to see before people of the portal go on with the contact themselves. */
const UNSEEN_MS = 10 * 60_000;

/**
 * Whether a contact or deal waits for somebody's decision: an app has offered it and its clock runs, or it has just filled in a form
 * and no app has had the time to see what that makes of it.
 *
 * @param now UTC milliseconds
 */
export function isOffered({ properties }: ViewedRecord, now: number): boolean {
  const { l2r_sla_status, l2r_mqo_status, recent_conversion_date = '' } = properties;
  if (l2r_sla_status === 'running' || l2r_mqo_status === 'offered') return true;
  return recent_conversion_date !== '' && now - Date.parse(recent_conversion_date) < UNSEEN_MS;
}
