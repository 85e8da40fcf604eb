import type { Client } from '@hubspot/api-client';
import type { Property } from '@hubspot/api-client/lib/codegen/crm/properties/models/Property.js';
import type { Lane, PortalProperty } from '../../usecases/ports.ts';
import { type Call, OBJECT_PATH } from './read-records.ts';

/** The properties of contacts or companies, as one answer: HubSpot pages them not. @source HubSpot docs: Properties API */
export async function listProperties(
  client: Client,
  call: Call,
  type: 'contact' | 'company',
  lane: Lane,
): Promise<PortalProperty[]> {
  const { results } = await call(lane, () => client.crm.properties.coreApi.getAll(OBJECT_PATH[type], false));
  return results.map((property) => ({
    name: property.name,
    label: property.label || property.name,
    kind: kindOf(property),
    options: property.options.filter(({ hidden }) => !hidden).map(({ value, label }) => ({ value, label })),
    isHidden: property.hidden ?? false,
    isCalculated: property.calculated ?? false,
  }));
}

function kindOf({ type, fieldType }: Property): PortalProperty['kind'] {
  switch (type) {
    case 'bool':
      return 'yes_no';
    case 'enumeration':
      return fieldType === 'booleancheckbox' ? 'yes_no' : 'choice';
    case 'number':
      return 'number';
    case 'date':
    case 'datetime':
      return 'date';
    default:
      return 'text';
  }
}
