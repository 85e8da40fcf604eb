import { isoInstant, parseInstant } from './parse-instant.ts';
import type { KnownProperty } from './portal-folder.ts';

/** A usable value, perhaps with a remark; or the reason why there is none. */
export type CheckedValue = { value: string; remark?: string } | { value: undefined; reason: string };

const DECIMAL = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * Brings a value into the form HubSpot keeps: datetimes as ISO 8601 with `Z`, dates as `YYYY-MM-DD`, booleans in lower case; everything else
 * as it stands. A value outside an enumeration's options is usable: portals have options of their own.
 *
 * @param value not empty; empty text is "no value" and needs no check
 */
export function checkValue(property: KnownProperty | undefined, value: string): CheckedValue {
  switch (property?.type) {
    case 'number':
      return checkNumber(property.name, value);
    case 'date':
      return checkInstant(value, 'date', (at) => isoInstant(at).slice(0, 10));
    case 'datetime':
      return checkInstant(value, 'instant', isoInstant);
    case 'bool':
      return checkBoolean(value);
    case 'enumeration':
      return checkOption(property.options ?? [], value);
    case 'string':
    case undefined:
      return { value };
  }
}

/** @returns whether two checked values mean the same, such as the numbers 130000.00 and 130000 */
export function sameValue(property: KnownProperty | undefined, a: string, b: string): boolean {
  if (a === b) return true;
  return property?.type === 'number' && a !== '' && b !== '' && Number(a) === Number(b);
}

/** Money is not owed by the portal to its customer: a deal below zero would quietly lower every sum. */
function checkNumber(name: string, value: string): CheckedValue {
  if (!DECIMAL.test(value)) return { value: undefined, reason: `"${value}" is no number` };
  if (name === 'amount' && Number(value) < 0) return { value: undefined, reason: `the amount ${value} is below zero` };
  return { value };
}

function checkInstant(value: string, what: 'date' | 'instant', write: (at: number) => string): CheckedValue {
  const at = parseInstant(value);
  if (at !== undefined) return { value: write(at) };
  return { value: undefined, reason: `"${value}" is no ${what} (ISO 8601 with offset, or YYYY-MM-DD)` };
}

function checkBoolean(value: string): CheckedValue {
  const lower = value.toLowerCase();
  if (lower === 'true' || lower === 'false') return { value: lower };
  return { value: undefined, reason: `"${value}" is neither true nor false` };
}

/** Several choices are joined by semicolons. */
function checkOption(options: readonly string[], value: string): CheckedValue {
  const allowed = options.length === 0 || options.includes(value);
  if (allowed || value.split(';').every((part) => options.includes(part))) return { value };
  return { value, remark: `"${value}" is none of the property's options` };
}
