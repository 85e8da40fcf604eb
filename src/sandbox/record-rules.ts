import type { ApiError } from './errors.ts';
import { conflict, invalid } from './errors.ts';
import { newTaskValues } from './default-properties/activity-properties.ts';
import { companyType, contactType, dealType, noteType, taskType } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord } from './record-table.ts';

const requiredOneOf: Readonly<Record<string, readonly string[]>> = {
  [contactType]: ['email', 'firstname', 'lastname'],
  [companyType]: ['name', 'domain'],
  [dealType]: ['dealname'],
  [taskType]: ['hs_timestamp'],
  [noteType]: ['hs_timestamp'],
};

const whenMade: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [taskType]: newTaskValues,
};

/** What HubSpot fills in when a new record does not say it. */
export const valuesWhenMade = (typeId: string): Readonly<Record<string, string>> => whenMade[typeId] ?? {};

/** A deal that gets a stage and has no pipeline gets the default one; a deal made without a stage has none. */
export function valuesImplied(
  typeId: string,
  values: Readonly<Record<string, string>>,
  record: CrmRecord | undefined,
): Readonly<Record<string, string>> {
  const hasPipeline = (values['pipeline'] ?? record?.values.get('pipeline') ?? '') !== '';
  return typeId === dealType && (values['dealstage'] ?? '') !== '' && !hasPipeline ? { pipeline: 'default' } : {};
}

/**
 * A new record needs what identifies it: a contact an e-mail address or a name, a company a name or domain, a deal its
 * name, a task and a note their moment, a custom object what its schema requires.
 *
 * @throws ApiError 400 naming what is missing
 * @source HubSpot docs: Contacts, Companies, Deals, Tasks, Notes API, create
 */
export function checkRequired(portal: Portal, typeId: string, values: Readonly<Record<string, string>>): void {
  const oneOf = requiredOneOf[typeId] ?? [];
  if (oneOf.length > 0 && !oneOf.some((name) => (values[name] ?? '') !== '')) throw missing(oneOf.join(' or '), oneOf);
  const all = portal.schemas.find(typeId)?.requiredProperties ?? [];
  const absent = all.filter((name) => (values[name] ?? '') === '');
  if (absent.length > 0) throw missing(absent.join(', '), absent);
}

const missing = (what: string, names: readonly string[]): ApiError =>
  invalid(`Error creating the record. Some required properties were not set: ${what}`, [
    { message: `${what} must be set`, code: 'MISSING_REQUIRED_PROPERTY', context: { propertyName: names } },
  ]);

/**
 * Checks that unique values are free.
 *
 * @returns a key for each unique value, by which two rows of one batch can be seen to claim the same
 * @throws ApiError 409 for a contact's e-mail address, 400 for other unique properties
 * @source HubSpot docs: Contacts API; Error handling
 */
export function claimUnique(
  portal: Portal,
  typeId: string,
  values: Readonly<Record<string, string>>,
  record: CrmRecord | undefined,
): string[] {
  const table = portal.table(typeId);
  const claimed = Object.entries(values).filter(([name, value]) => value !== '' && table.isUnique(name));
  for (const [name, value] of claimed) {
    const holder = table.findUnique(name, value);
    if (holder !== undefined && holder.id !== record?.id) throw taken(typeId, name, value, holder.id);
  }
  return claimed.map(([name, value]) => `${name}=${value.toLowerCase()}`);
}

function taken(typeId: string, name: string, value: string, holder: string): ApiError {
  if (typeId === contactType && name === 'email') return conflict(`Contact already exists. Existing ID: ${holder}`);
  const message = `${name} value "${value}" is already held by record ${holder}`;
  return invalid(message, [{ message, code: 'CONFLICTING_UNIQUE_VALUE', context: { propertyName: [name] } }]);
}
