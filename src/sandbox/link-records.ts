import type { RecordRef } from './association-table.ts';
import type { AssociationType } from './association-types.ts';
import type { Portal } from './portal.ts';
import type { Origin } from './record-table.ts';

/**
 * Links two records. The unlabelled kind always comes along; a record has one primary company at most, so a new one takes
 * the mark from the old, and the first company linked gets it by itself (a switch of the portal).
 *
 * @source HubSpot docs: Associations API v4
 */
export function linkRecords(
  portal: Portal,
  from: RecordRef,
  to: RecordRef,
  kind: AssociationType,
  origin: Origin,
): void {
  portal.link(from, to, portal.associationTypes.labelled(from.typeId, to.typeId, null), origin);
  const pair = companyPair(portal, from, to);
  if (kind.label === 'Primary' && pair !== undefined) markPrimary(portal, pair, origin);
  else if (kind.label !== null) portal.link(from, to, kind, origin);
  else if (pair !== undefined && pair.primaryId === undefined && portal.setup.switches.firstCompanyIsPrimary) {
    markPrimary(portal, pair, origin);
  }
}

/**
 * Gives a link exactly these labels: labels that are not named go, unless only the unlabelled kind is written.
 *
 * @source HubSpot docs: Associations API v4, labels
 */
export function relinkRecords(
  portal: Portal,
  from: RecordRef,
  to: RecordRef,
  kinds: readonly AssociationType[],
  origin: Origin,
): void {
  if (kinds.some((kind) => kind.label !== null)) {
    const present = portal.associations.kinds(from, to);
    const gone = portal.associationTypes
      .between(from.typeId, to.typeId)
      .filter((kind) => kind.label !== null && present.has(kind.id) && !kinds.includes(kind));
    for (const kind of gone) portal.unlabel(from, to, kind);
  }
  for (const kind of kinds) linkRecords(portal, from, to, kind, origin);
}

/** A link seen from the record that may have a primary company, whichever side it was written from. */
interface CompanyPair {
  readonly owner: RecordRef;
  readonly company: RecordRef;
  readonly kind: AssociationType;
  readonly primaryId: string | undefined;
}

function companyPair(portal: Portal, from: RecordRef, to: RecordRef): CompanyPair | undefined {
  const forwards = portal.associationTypes.primary(from.typeId, to.typeId);
  const kind = forwards ?? portal.associationTypes.primary(to.typeId, from.typeId);
  if (kind === undefined) return undefined;
  const [owner, company] = forwards === undefined ? [to, from] : [from, to];
  return { owner, company, kind, primaryId: primaryCompany(portal, owner, kind) };
}

function markPrimary(portal: Portal, { owner, company, kind, primaryId }: CompanyPair, origin: Origin): void {
  if (primaryId === company.id) return;
  if (primaryId !== undefined) portal.unlabel(owner, { typeId: company.typeId, id: primaryId }, kind);
  portal.link(owner, company, kind, origin);
}

function primaryCompany(portal: Portal, owner: RecordRef, kind: AssociationType): string | undefined {
  const companies = portal.linked(owner, kind.to);
  return companies.find((id) => portal.associations.kinds(owner, { typeId: kind.to, id }).has(kind.id));
}
