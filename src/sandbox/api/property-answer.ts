import { isoInstant } from '../iso-instant.ts';
import { dealType } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import { optionsOf } from '../property-definition.ts';
import type { PropertyDefinition } from '../property-definition.ts';

/**
 * A property definition as the API returns it. Pipelines and stages appear as options of the deal's two properties.
 *
 * @source HubSpot docs: Properties API
 */
export function propertyAnswer(portal: Portal, typeId: string, property: PropertyDefinition): Record<string, unknown> {
  const { readOnly, hubspotDefined, createdAt, updatedAt, options, ...rest } = property;
  return {
    ...rest,
    options: typeId === dealType ? pipelineOptions(portal, property.name, options) : options,
    hubspotDefined,
    createdAt: isoInstant(createdAt),
    updatedAt: isoInstant(updatedAt),
    ...(property.externalOptions && property.name === 'hubspot_owner_id' ? { referencedObjectType: 'OWNER' } : {}),
    modificationMetadata: {
      archivable: !hubspotDefined,
      readOnlyDefinition: hubspotDefined,
      readOnlyValue: readOnly,
      readOnlyOptions: hubspotDefined && readOnly,
    },
  };
}

function pipelineOptions(portal: Portal, name: string, options: PropertyDefinition['options']) {
  const pipelines = portal.pipelines.list(dealType);
  if (name === 'pipeline') return optionsOf(...pipelines.map(({ id, label }) => `${id}=${label}`));
  if (name !== 'dealstage') return options;
  return optionsOf(...pipelines.flatMap(({ stages }) => stages).map(({ id, label }) => `${id}=${label}`));
}
