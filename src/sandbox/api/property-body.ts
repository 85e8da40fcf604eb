import { z } from 'zod';
import { invalid } from '../errors.ts';
import type { PropertyDefinition } from '../property-definition.ts';

const option = z.object({
  label: z.string().min(1),
  value: z.string(),
  displayOrder: z.number().int().optional(),
  hidden: z.boolean().default(false),
  description: z.string().nullish(),
});

const fields = {
  label: z.string().min(1),
  type: z.enum(['string', 'number', 'date', 'datetime', 'bool', 'enumeration']),
  fieldType: z.string(),
  groupName: z.string(),
  description: z.string().optional(),
  options: z.array(option).optional(),
  displayOrder: z.number().int().optional(),
  hidden: z.boolean().optional(),
  formField: z.boolean().optional(),
};

export const createPropertyBody = z.object({ name: z.string(), ...fields, hasUniqueValue: z.boolean().optional() });
export const updatePropertyBody = z.object(fields).partial();
export type PropertyInput = z.infer<typeof createPropertyBody>;

const fieldTypes: Readonly<Record<PropertyDefinition['type'], readonly string[]>> = {
  bool: ['booleancheckbox', 'calculation_equation'],
  enumeration: ['booleancheckbox', 'checkbox', 'radio', 'select', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  number: ['number', 'calculation_equation'],
  string: ['text', 'textarea', 'html', 'file', 'phonenumber', 'calculation_equation'],
};

/**
 * Checks what a property definition must hold: a lawful name, a field type that goes with the type, and the options that
 * the type needs.
 *
 * @throws ApiError 400
 * @source HubSpot docs: Properties API, property types and names
 */
export function checkDefinition({
  name,
  type,
  fieldType,
  options = [],
}: Omit<PropertyInput, 'label' | 'groupName'>): void {
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(name)) {
    throw invalid(
      `The property name "${name}" must be lower-case letters, digits and underscores and begin with a letter`,
    );
  }
  if (name.startsWith('hs_')) throw invalid(`The property name "${name}" begins with hs_, which is reserved`);
  if (!fieldTypes[type].includes(fieldType))
    throw invalid(`The field type ${fieldType} does not go with the type ${type}`);
  const values = options.map((one) => one.value);
  if (new Set(values).size !== values.length) throw invalid(`Two options of "${name}" have the same value`);
  if (type === 'bool' && [...values].sort().join() !== 'false,true') {
    throw invalid(`The property "${name}" of type bool needs the options true and false`);
  }
}

/** Options in the order given, unless they say otherwise. */
export const orderedOptions = (options: PropertyInput['options']): PropertyDefinition['options'] =>
  (options ?? []).map((one, index) => ({
    label: one.label,
    value: one.value,
    displayOrder: one.displayOrder ?? index,
    hidden: one.hidden,
    ...(typeof one.description === 'string' ? { description: one.description } : {}),
  }));
