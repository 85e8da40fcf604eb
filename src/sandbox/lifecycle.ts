import { invalid } from './errors.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord, Origin } from './record-table.ts';

const people = new Set(['CRM_UI', 'CRM_UI_BULK_ACTION', 'MOBILE_IOS', 'MOBILE_ANDROID']);

/**
 * Whether a written lifecycle stage takes effect. Over the API, forms and imports it only moves forward in the order of
 * the stages; who wants it back clears it first, in a write of its own. People in the portal move it freely.
 *
 * @throws ApiError 400 for a backward move when the portal is switched to refuse it
 * @source HubSpot docs: Contacts API, lifecycle stage. What a backward write answers is not documented: see the switch
 */
export function lifecycleTakesEffect(portal: Portal, record: CrmRecord, stage: string, origin: Origin): boolean {
  const before = record.values.get('lifecyclestage') ?? '';
  if (before === '' || stage === '' || people.has(origin.sourceType)) return true;
  const order = new Map(
    portal.properties
      .find(record.typeId, 'lifecyclestage')
      ?.options.map((option) => [option.value, option.displayOrder]),
  );
  if ((order.get(stage) ?? 0) >= (order.get(before) ?? 0)) return true;
  if (portal.setup.switches.lifecycleBackward === 'ignored') return false;
  throw invalid(`The lifecycle stage cannot move back from "${before}" to "${stage}"`, [
    {
      message: 'Lifecycle stage cannot be set backwards',
      code: 'INVALID_OPTION',
      context: { propertyName: ['lifecyclestage'] },
    },
  ]);
}
