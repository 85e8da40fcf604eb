import type { CrmType } from './portal-folder.ts';

export interface ViewedRecord {
  id: string;
  properties: Readonly<Record<string, string>>;
}

/** A running portal as plain data: records oldest first, associations in either direction. */
export interface PortalView {
  contacts: readonly ViewedRecord[];
  deals: readonly ViewedRecord[];
  associations: readonly { fromType: CrmType; fromId: string; toType: CrmType; toId: string }[];
}

export interface Creation {
  kind: 'create';
  type: 'contact' | 'deal';
  properties: Record<string, string>;
  associations: Link[];
}

/** One change that a person, or HubSpot itself, makes in the portal. */
export type Move =
  Creation | { kind: 'update'; type: 'contact' | 'deal'; id: string; properties: Record<string, string> };

export interface Link {
  toType: CrmType;
  toId: string;
}

/** @returns for one type of record the ids of the other type by record id */
export function linkedIds({ associations }: PortalView, type: CrmType, other: CrmType): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { fromType, fromId, toType, toId } of associations) {
    if (fromType === type && toType === other) add(ids, fromId, toId);
    else if (fromType === other && toType === type) add(ids, toId, fromId);
  }
  return ids;
}

function add(ids: Map<string, string[]>, id: string, linked: string): void {
  const known = ids.get(id);
  if (known === undefined) ids.set(id, [linked]);
  else if (!known.includes(linked)) known.push(linked);
}
