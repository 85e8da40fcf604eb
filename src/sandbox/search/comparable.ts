import { instantOf } from '../property-format.ts';
import type { PropertyDefinition } from '../property-definition.ts';

/** A value in the form in which values of its type are compared. */
export type Comparable = bigint | number | string;

/**
 * Brings a value into the form for comparing: numbers and ids by size, dates and date times as UTC milliseconds (a date
 * is its midnight), texts without regard to the case of letters, enumeration values as they are.
 *
 * @returns undefined for what is no value of the type
 * @source HubSpot docs: CRM search, filter operators
 */
export function comparable({ type }: PropertyDefinition, value: string): Comparable | undefined {
  switch (type) {
    case 'number':
      return /^\d+$/.test(value) ? BigInt(value) : numberOf(value);
    case 'date':
    case 'datetime':
      return instantOf(value);
    case 'bool':
    case 'string':
      return value.toLowerCase();
    case 'enumeration':
      return value;
  }
}

const numberOf = (value: string): number | undefined =>
  value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;

/** Mixed whole and broken numbers compare by size, too. */
export const compare = (left: Comparable, right: Comparable): number => (left < right ? -1 : left > right ? 1 : 0);
