declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** HubSpot's portal (hub, account) id as decimal text. Comes from a verified signature or a token, never from a body alone. */
export type PortalId = Branded<'PortalId'>;

/** Id of a CRM record inside one portal, as decimal text (ids may exceed 2^53). */
export type RecordId = Branded<'RecordId'>;

export const portalId = (text: string): PortalId => text as PortalId;
export const recordId = (text: string): RecordId => text as RecordId;

/** Order of ids: shorter first, then by text; so decimal ids sort by size without being turned into numbers. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
