import { isoInstant } from './iso-instant.ts';
import type { PropertyDefinition } from './property-definition.ts';

/** A value in the form in which HubSpot keeps and returns it, or why it is none. */
export type Formatted =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: string; readonly reason: string };

const longestText = 65_536;
const dayMs = 86_400_000;

/**
 * Brings a written value into the form of its property's type. The empty value clears and is always allowed.
 *
 * Numbers and texts stay as written; dates become YYYY-MM-DD and must be midnight UTC when given in milliseconds; date
 * times become ISO 8601 in UTC.
 *
 * @param current what the property says now: a multi-checkbox value that begins with `;` is added to it
 * @source HubSpot docs: Properties API, property types and formats
 */
export function formatValue(definition: PropertyDefinition, value: string, current: string): Formatted {
  if (value === '') return accept(value);
  switch (definition.type) {
    case 'string':
      return formatText(definition.name, value);
    case 'number':
      return Number.isFinite(Number(value)) && value.trim() !== ''
        ? accept(value.trim())
        : refuse('INVALID_INTEGER', `${definition.name} was not a valid number`);
    case 'bool':
      return ['true', 'false'].includes(value.toLowerCase())
        ? accept(value.toLowerCase())
        : refuse('INVALID_OPTION', `${value} was not one of the allowed options: [true, false]`);
    case 'date':
      return formatDate(value);
    case 'datetime':
      return formatDateTime(value);
    case 'enumeration':
      return definition.fieldType === 'checkbox'
        ? formatChoices(definition, value, current)
        : formatChoice(definition, value);
  }
}

const accept = (value: string): Formatted => ({ ok: true, value });
const refuse = (code: string, reason: string): Formatted => ({ ok: false, code, reason });

function formatText(name: string, value: string): Formatted {
  if (value.length > longestText) return refuse('INVALID_LENGTH', `${name} is longer than ${longestText} characters`);
  if (name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)) {
    return refuse('INVALID_EMAIL', `Email address ${value} is invalid`);
  }
  if (name === 'hs_task_reminders' && !/^\d{13}(;\d{13})*$/.test(value)) {
    return refuse('INVALID_LONG', `${name} must be UTC milliseconds, not ${value}`);
  }
  return accept(value);
}

function formatDate(value: string): Formatted {
  const at = instantOf(value);
  if (at === undefined) return refuse('INVALID_DATE', `${value} was not a valid date.`);
  if (at % dayMs !== 0) return refuse('INVALID_DATE', `${value} is at ${isoInstant(at)}, not midnight UTC.`);
  return accept(new Date(at).toISOString().slice(0, 10));
}

function formatDateTime(value: string): Formatted {
  const at = instantOf(value);
  return at === undefined ? refuse('INVALID_DATE', `${value} was not a valid date.`) : accept(isoInstant(at));
}

/** UTC milliseconds of a day, an ISO 8601 instant with offset, or milliseconds as text; undefined for anything else. */
export function instantOf(value: string): number | undefined {
  const latest = 8.64e15;
  if (/^-?\d{5,17}$/.test(value)) return Math.abs(Number(value)) <= latest ? Number(value) : undefined;
  const iso = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/.exec(value);
  if (iso === null) return undefined;
  const day = Date.parse(iso[1] ?? '');
  const at = Date.parse(value);
  const exists = Number.isFinite(day) && new Date(day).toISOString().slice(0, 10) === iso[1];
  return exists && Number.isFinite(at) ? at : undefined;
}

function formatChoice(definition: PropertyDefinition, value: string): Formatted {
  if (definition.externalOptions || definition.options.some((option) => option.value === value)) return accept(value);
  const allowed = definition.options.map((option) => option.value).join(', ');
  return refuse('INVALID_OPTION', `${value} was not one of the allowed options: [${allowed}]`);
}

function formatChoices(definition: PropertyDefinition, value: string, current: string): Formatted {
  const written = value.split(';').filter((choice) => choice !== '');
  for (const choice of written) {
    const checked = formatChoice(definition, choice);
    if (!checked.ok) return checked;
  }
  const kept = value.startsWith(';') ? current.split(';').filter((choice) => choice !== '') : [];
  return accept([...new Set([...kept, ...written])].join(';'));
}
