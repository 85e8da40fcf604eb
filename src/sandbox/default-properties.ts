import { notes, tasks } from './default-properties/activity-properties.ts';
import { companies, companyDefaults } from './default-properties/company-properties.ts';
import { contactDefaults, contacts } from './default-properties/contact-properties.ts';
import { dealDefaults, deals } from './default-properties/deal-properties.ts';
import { recordProperties, stamps } from './default-properties/shared-properties.ts';
import { companyType, contactType, dealType, noteType, taskType } from './object-types.ts';
import type { PropertyDefinition } from './property-definition.ts';

/** The standard object types with the properties and groups that HubSpot itself defines. */
export const standardObjects: readonly {
  typeId: string;
  properties: readonly PropertyDefinition[];
  groups: readonly string[];
}[] = [contacts, companies, deals, tasks, notes];

/** The properties that a custom object has from the start, in the group HubSpot makes for it. */
export const customObjectProperties = (groupName: string): PropertyDefinition[] => [
  ...recordProperties(groupName),
  ...stamps(groupName, 'hs_createdate', 'hs_lastmodifieddate'),
];

const defaultsByType: Readonly<Record<string, readonly string[]>> = {
  [contactType]: contactDefaults,
  [companyType]: companyDefaults,
  [dealType]: dealDefaults,
};

/**
 * What an answer contains when a request names no properties.
 *
 * @source HubSpot docs: CRM search, default return sets
 */
export const defaultProperties = (typeId: string): readonly string[] =>
  defaultsByType[typeId] ?? ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'];

const firstGroups: Readonly<Record<string, string>> = {
  [contactType]: 'contactinformation',
  [companyType]: 'companyinformation',
  [dealType]: 'dealinformation',
  [taskType]: 'task',
  [noteType]: 'note',
};

/** The group in which a portal's own properties of a standard object stand unless another is named. */
export const firstGroup = (typeId: string): string => firstGroups[typeId] ?? `${typeId}_information`;
