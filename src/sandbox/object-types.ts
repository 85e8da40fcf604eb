import { ApiError, invalid, notEmulated } from './errors.ts';
import type { Schemas } from './schemas.ts';

/** Ids of the standard object types that the sandbox emulates. */
export const contactType = '0-1';
export const companyType = '0-2';
export const dealType = '0-3';
export const taskType = '0-27';
export const noteType = '0-46';

export const standardTypes = {
  contact: contactType,
  company: companyType,
  deal: dealType,
  task: taskType,
  note: noteType,
} as const;

const idsByName: Readonly<Record<string, string>> = {
  contacts: contactType,
  contact: contactType,
  companies: companyType,
  company: companyType,
  deals: dealType,
  deal: dealType,
  tasks: taskType,
  task: taskType,
  notes: noteType,
  note: noteType,
};

const notEmulatedTypes =
  /^(tickets?|products?|line_items?|quotes?|communications?|feedback_submissions?|campaigns?|meetings?|calls?|emails?|invoices?|marketing_events?|subscriptions?|goal_targets?|users?|postal_mail|leads?|services?|courses?|listings?|appointments?|projects?|0-\d+)$/;

/**
 * The object type that a path or body names: plural, singular, any case, `0-1`, `2-…`, `p<portal>_<name>` or the bare
 * name of a custom object.
 *
 * @throws ApiError 400 for an unknown name, 501 for standard types that
 *   the sandbox leaves out
 * @source HubSpot docs: Understanding the CRM, object type ids
 */
export function objectTypeId(name: string, schemas: Schemas): string {
  const lower = name.toLowerCase();
  const standard = idsByName[lower] ?? Object.values(standardTypes).find((id) => id === lower);
  if (standard !== undefined) return standard;
  if (notEmulatedTypes.test(lower)) throw notEmulated(`the object type ${name}`);
  const custom = schemas.find(name);
  if (custom !== undefined) return custom.objectTypeId;
  throw lower.startsWith('2-')
    ? new ApiError(404, 'OBJECT_NOT_FOUND', `No object type ${name} exists`)
    : unknownType(name);
}

const unknownType = (name: string): ApiError => invalid(`Unable to infer object type from: ${name}`);

const names: Readonly<Record<string, { singular: string; plural: string }>> = {
  [contactType]: { singular: 'contact', plural: 'contacts' },
  [companyType]: { singular: 'company', plural: 'companies' },
  [dealType]: { singular: 'deal', plural: 'deals' },
  [taskType]: { singular: 'task', plural: 'tasks' },
  [noteType]: { singular: 'note', plural: 'notes' },
};

/** `contact` for `0-1`; custom objects keep their type id, which is also what HubSpot calls them in answers. */
export const singularName = (typeId: string): string => names[typeId]?.singular ?? typeId;
export const pluralName = (typeId: string): string => names[typeId]?.plural ?? typeId;
