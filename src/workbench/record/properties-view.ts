import { currentValue } from '../../sandbox/computed-values.ts';
import type { Portal } from '../../sandbox/portal.ts';
import type { PropertyDefinition } from '../../sandbox/property-definition.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import type { ObjectType, PropertyView, RecordView } from '../contract.ts';
import { typeOf } from './record-link.ts';
import { optionsOf, shownValue } from './shown-value.ts';

/** What stands first on a record's page, empty or not. */
const KEY_PROPERTIES: Readonly<Record<ObjectType, readonly string[]>> = {
  contact: ['email', 'phone', 'jobtitle', 'company', 'hubspot_owner_id', 'lifecyclestage', 'hs_lead_status'],
  company: ['domain', 'industry', 'numberofemployees', 'country', 'hubspot_owner_id', 'lifecyclestage'],
  deal: ['amount', 'closedate', 'pipeline', 'dealstage', 'dealtype', 'hubspot_owner_id'],
};

/** The app's own properties are named so. */
const MANAGED = /^l2r_/;

/** All properties of a record in three groups: what people look for first, what the app keeps, and the rest. */
export function propertyGroups(portal: Portal, record: CrmRecord): RecordView['groups'] {
  const type = typeOf(record.typeId);
  const all = portal.properties.list(record.typeId).filter(({ hidden }) => !hidden);
  const views = new Map(all.map((definition) => [definition.name, propertyView(portal, record, definition)]));
  const keys = KEY_PROPERTIES[type].flatMap((name) => views.get(name) ?? []);
  const rest = [...views.values()].filter((view) => !keys.includes(view));
  return [
    { label: `About this ${type}`, properties: keys },
    { label: 'Lead to revenue', properties: rest.filter(({ managed }) => managed) },
    { label: 'Other properties', properties: rest.filter(({ managed }) => !managed) },
  ].filter(({ properties }) => properties.length > 0);
}

function propertyView(portal: Portal, record: CrmRecord, definition: PropertyDefinition): PropertyView {
  const { name, label, type, fieldType, description, readOnly, calculated } = definition;
  const value = currentValue(portal, record, name) ?? '';
  return {
    name,
    label,
    type,
    fieldType,
    description,
    value,
    shown: shownValue(portal, record.typeId, definition, value),
    options: optionsOf(portal, record.typeId, definition),
    editable: !readOnly && !calculated,
    managed: MANAGED.test(name),
  };
}
