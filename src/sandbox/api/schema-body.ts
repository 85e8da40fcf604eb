import { z } from 'zod';
import { invalid } from '../errors.ts';
import { createPropertyBody } from './property-body.ts';

const names = z.array(z.string());
const labels = z.object({ singular: z.string().optional(), plural: z.string().optional() });

export const createSchemaBody = z.object({
  name: z.string(),
  labels,
  description: z.string().optional(),
  primaryDisplayProperty: z.string(),
  secondaryDisplayProperties: names.default([]),
  searchableProperties: names.default([]),
  requiredProperties: names.default([]),
  properties: z.array(createPropertyBody.extend({ groupName: z.string().optional() })).min(1),
  associatedObjects: names.default([]),
});

export const updateSchemaBody = z.object({
  labels: labels.optional(),
  description: z.string().optional(),
  clearDescription: z.boolean().default(false),
  primaryDisplayProperty: z.string().optional(),
  secondaryDisplayProperties: names.optional(),
  searchableProperties: names.optional(),
  requiredProperties: names.optional(),
});

export const schemaAssociationBody = z.object({
  fromObjectTypeId: z.string(),
  toObjectTypeId: z.string(),
  name: z.string().optional(),
});

interface UsedProperties {
  readonly primaryDisplayProperty: string;
  readonly secondaryDisplayProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  readonly requiredProperties: readonly string[];
}

/**
 * Checks that an object type displays, searches and requires properties that it has, and searches 20 at most.
 *
 * @throws ApiError 400
 * @source HubSpot docs: Custom objects API, schemas
 */
export function checkUsed(used: UsedProperties, known: ReadonlySet<string>): void {
  const { primaryDisplayProperty, secondaryDisplayProperties, searchableProperties, requiredProperties } = used;
  const all = [primaryDisplayProperty, ...secondaryDisplayProperties, ...searchableProperties, ...requiredProperties];
  const unknown = all.find((name) => !known.has(name));
  if (unknown !== undefined) throw invalid(`"${unknown}" is not one of the properties of the object type`);
  if (searchableProperties.length > 20) throw invalid('An object type can have at most 20 searchable properties');
}
