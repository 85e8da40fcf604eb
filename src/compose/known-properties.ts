import { standardObjects } from '../sandbox/default-properties.ts';
import type { CrmType, KnownProperty } from '../sandbox/seed/portal-folder.ts';
import { companyType, contactType, dealType } from '../sandbox/object-types.ts';

/** The properties HubSpot itself defines, as the reader of a portal folder wants them. */
export function knownProperties(): Record<CrmType, KnownProperty[]> {
  return { contact: propertiesOf(contactType), company: propertiesOf(companyType), deal: propertiesOf(dealType) };
}

const propertiesOf = (typeId: string): KnownProperty[] =>
  standardObjects
    .filter((object) => object.typeId === typeId)
    .flatMap((object) => object.properties)
    .map(({ name, type, options }) => ({
      name,
      type,
      ...(options.length > 0 ? { options: options.map((option) => option.value) } : {}),
    }));
