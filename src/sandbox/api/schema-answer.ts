import type { AssociationType } from '../association-types.ts';
import { isoInstant } from '../iso-instant.ts';
import type { Portal } from '../portal.ts';
import type { Schema } from '../schemas.ts';
import { propertyAnswer } from './property-answer.ts';

/** A custom object type with its properties and associations, as the API returns it. */
export function schemaAnswer(portal: Portal, schema: Schema): Record<string, unknown> {
  const properties = portal.properties.list(schema.objectTypeId);
  return {
    ...plainAnswer(schema),
    properties: properties.map((property) => propertyAnswer(portal, schema.objectTypeId, property)),
    associations: portal.associationTypes.leadingFrom(schema.objectTypeId).map(associationAnswer),
  };
}

/** A custom object type by itself, as a change of it returns it. */
export const definitionAnswer = (portal: Portal, schema: Schema): Record<string, unknown> => ({
  ...plainAnswer(schema),
  portalId: Number(portal.setup.portalId),
});

const plainAnswer = (schema: Schema): Record<string, unknown> => ({
  ...schema,
  id: schema.objectTypeId.slice(2),
  createdAt: isoInstant(schema.createdAt),
  updatedAt: isoInstant(schema.updatedAt),
});

export const associationAnswer = ({ id, from, to, label }: AssociationType): Record<string, unknown> => ({
  id: String(id),
  fromObjectTypeId: from,
  toObjectTypeId: to,
  name: label ?? `${from}_to_${to}`,
});
