import { optionsOf, propertyDefinition } from '../property-definition.ts';
import type { PropertyDefinition, PropertyType } from '../property-definition.ts';

type Field = readonly [name: string, label: string];

const ofType =
  (type: PropertyType, fieldType: string) =>
  (groupName: string, ...fields: readonly Field[]): PropertyDefinition[] =>
    fields.map(([name, label]) =>
      propertyDefinition({ name, label, groupName, type, fieldType, hubspotDefined: true }),
    );

export const texts = ofType('string', 'text');
export const longTexts = ofType('string', 'textarea');
export const phones = ofType('string', 'phonenumber');
export const numbers = ofType('number', 'number');
export const dates = ofType('date', 'date');
export const dateTimes = ofType('datetime', 'date');

/** Yes-or-no properties; HubSpot lists their two values as options. */
export const flags = (groupName: string, ...fields: readonly Field[]): PropertyDefinition[] =>
  ofType('bool', 'booleancheckbox')(groupName, ...fields).map((property) => ({
    ...property,
    options: optionsOf('true=Yes', 'false=No'),
  }));

/** One property with a fixed list of values, each `VALUE` or `VALUE=Label`. */
export function choice(
  groupName: string,
  [name, label]: Field,
  values: readonly string[],
  fieldType: 'select' | 'radio' | 'checkbox' = 'select',
): PropertyDefinition[] {
  const type = 'enumeration';
  return [
    propertyDefinition({
      name,
      label,
      groupName,
      type,
      fieldType,
      options: optionsOf(...values),
      hubspotDefined: true,
    }),
  ];
}

/** A property whose values are kept elsewhere in the portal: owners, pipelines. */
export const reference = (groupName: string, field: Field): PropertyDefinition[] =>
  choice(groupName, field, []).map((property) => ({ ...property, externalOptions: true }));

export const readOnly = (...lists: readonly PropertyDefinition[][]): PropertyDefinition[] =>
  lists.flat().map((property) => ({ ...property, readOnly: true }));

export const calculated = (...lists: readonly PropertyDefinition[][]): PropertyDefinition[] =>
  readOnly(...lists).map((property) => ({ ...property, calculated: true }));
