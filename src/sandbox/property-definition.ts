export type PropertyType = 'string' | 'number' | 'date' | 'datetime' | 'bool' | 'enumeration';

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly description?: string | undefined;
}

/** A property of one object type, as its definition is kept in the portal. */
export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly PropertyOption[];
  readonly displayOrder: number;
  readonly hasUniqueValue: boolean;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly hubspotDefined: boolean;
  /** Filled by HubSpot; a write over the API is refused. */
  readonly readOnly: boolean;
  /** Filled from other values; never fires a webhook. */
  readonly calculated: boolean;
  /** Options live elsewhere: owners and pipelines. */
  readonly externalOptions: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archived: boolean;
}

export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
  readonly displayOrder: number;
}

/** What a definition is unless said otherwise: a writable text property of the portal's own, made at the epoch. */
export function propertyDefinition(
  given: Pick<PropertyDefinition, 'name' | 'label' | 'groupName'> & Partial<PropertyDefinition>,
): PropertyDefinition {
  return { ...unless, ...given };
}

const unless = {
  type: 'string',
  fieldType: 'text',
  description: '',
  options: [],
  displayOrder: -1,
  hasUniqueValue: false,
  hidden: false,
  formField: false,
  hubspotDefined: false,
  readOnly: false,
  calculated: false,
  externalOptions: false,
  createdAt: 0,
  updatedAt: 0,
  archived: false,
} as const;

/** Options in the order given; `VALUE` or `VALUE=Label`. */
export function optionsOf(...texts: readonly string[]): PropertyOption[] {
  return texts.map((text, displayOrder) => {
    const [value = '', label = value] = text.split('=');
    return { label, value, displayOrder, hidden: false };
  });
}

/** The fields that are set: one that says undefined comes out absent. */
export function setFields<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as { [K in keyof T]: Exclude<T[K], undefined> };
}
