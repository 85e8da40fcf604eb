import type { RecordRef } from '../association-table.ts';
import type { AssociationType } from '../association-types.ts';
import { ApiError } from '../errors.ts';
import { compareIds, integerId } from '../ids.ts';
import { linkRecords } from '../link-records.ts';
import { singularName } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import type { Origin } from '../record-table.ts';
import { param } from './route.ts';
import type { Call } from './route.ts';

/** Most links of one record that an answer contains; the rest comes page by page. */
export const pageSize = 500;

/** The object types of the two ends, as a path names them. */
export const pairOf = (portal: Portal, call: Call): { from: string; to: string } => ({
  from: portal.typeId(param(call, 'from')),
  to: portal.typeId(param(call, 'to')),
});

/** @throws ApiError 404 naming the end that does not exist or is archived */
export function liveRecord(portal: Portal, typeId: string, id: string, side: 'FROM' | 'TO'): RecordRef {
  const record = portal.table(typeId).get(id);
  if (record !== undefined && record.archivedAt === undefined) return record;
  const name = singularName(typeId);
  throw new ApiError(404, 'OBJECT_NOT_FOUND', `No ${name} with ID ${id} exists`, {
    subCategory: `crm.associations.${side}_OBJECT_NOT_FOUND`,
    context: { objectType: [name], id: [id] },
  });
}

/** The links of a record to one type from the id `after` on (included). */
export function pageOf(portal: Portal, from: RecordRef, to: string, after: string | undefined, limit: number) {
  const rest = portal.linked(from, to).filter((id) => after === undefined || compareIds(id, after) >= 0);
  const next = rest[limit];
  const links = rest.slice(0, limit).map((id) => linkAnswer(portal, from, { typeId: to, id }));
  return { links, paging: next === undefined ? {} : { paging: { next: { after: next } } } };
}

function linkAnswer(portal: Portal, from: RecordRef, to: RecordRef): Record<string, unknown> {
  const present = portal.associations.kinds(from, to);
  const types = portal.associationTypes.between(from.typeId, to.typeId).filter((kind) => present.has(kind.id));
  const associationTypes = types.map(({ category, id, label }) => ({ category, typeId: id, label }));
  return { toObjectId: integerId(to.id), associationTypes };
}

/** Links two records without a label and says with which kind. */
export function linkWithoutLabel(portal: Portal, left: RecordRef, right: RecordRef, origin: Origin): AssociationType {
  const kind = portal.associationTypes.labelled(left.typeId, right.typeId, null);
  linkRecords(portal, left, right, kind, origin);
  return kind;
}

/** A link without a label as a write returns it, seen from both sides. */
export function linkedAnswers(left: RecordRef, right: RecordRef, kind: AssociationType): Record<string, unknown>[] {
  const side = (one: RecordRef, other: RecordRef, associationTypeId: number) => ({
    from: { id: one.id },
    to: { id: other.id },
    associationSpec: { associationCategory: kind.category, associationTypeId },
  });
  return [side(left, right, kind.id), side(right, left, kind.inverseId)];
}

/** A link with labels as a write returns it. */
export const labelledAnswer = (left: RecordRef, right: RecordRef, kinds: readonly AssociationType[]) => ({
  fromObjectTypeId: left.typeId,
  fromObjectId: integerId(left.id),
  toObjectTypeId: right.typeId,
  toObjectId: integerId(right.id),
  labels: kinds.flatMap((kind) => kind.label ?? []),
});
