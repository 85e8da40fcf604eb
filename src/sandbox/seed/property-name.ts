import type { CrmType } from './portal-folder.ts';

const INTERNAL_NAME = /^[a-z][a-z0-9_]*$/;

/** A property's internal name: lower-case letters, digits and underscores, a letter first. Two names may become one. */
export function internalName(name: string): string {
  if (INTERNAL_NAME.test(name)) return name;
  const plain = name.toLowerCase().replace(/[^a-z0-9_]/g, '_');
  return /^[a-z]/.test(plain) ? plain : `p_${plain}`;
}

export function renamedNote(file: string, from: string, to: string): string {
  return `${file}: the property "${from}" is called "${to}", since HubSpot's internal names are lower-case words joined by "_".`;
}

export function customNote(file: string, type: CrmType, name: string): string {
  return `${file}: "${name}" is no ${type} property of HubSpot and becomes a text property.`;
}
