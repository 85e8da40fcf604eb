import { isoInstant } from './iso-instant.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord } from './record-table.ts';
import { planUpdate } from './write-record.ts';

/** Forms of the demo company by which somebody asks to be called. */
export const HAND_RAISING_FORMS = ['Website: Request a demo', 'Website: Pricing', 'Website: Contact us'] as const;

/**
 * A contact fills in a form: HubSpot keeps when, and the form's name.
 *
 * @source HubSpot docs: default contact properties, conversion information
 */
export function fillInForm(portal: Portal, contact: CrmRecord, form: string): void {
  const at = portal.setup.now();
  const values = { recent_conversion_date: isoInstant(at), recent_conversion_event_name: form };
  const origin = { at, sourceType: 'FORM', sourceId: '' };
  planUpdate(portal, contact, values, { origin, byApp: false }).apply();
}
