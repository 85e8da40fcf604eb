import type { Portal } from './portal.ts';
import { instantOf } from './property-format.ts';

/**
 * The value of a property as a webhook carries it: always text; dates and date times as UTC milliseconds (recorded
 * deliveries) or as the API prints them (a switch).
 *
 * @source HubSpot docs: Webhooks API (v3), payloads
 */
export function webhookValue(portal: Portal, typeId: string, property: string, value: string): string {
  const type = portal.properties.find(typeId, property)?.type;
  if (portal.setup.switches.webhookDates === 'iso' || (type !== 'date' && type !== 'datetime')) return value;
  const at = instantOf(value);
  return at === undefined ? value : String(at);
}
