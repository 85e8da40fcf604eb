import type { RecordRef } from '../association-table.ts';
import { ApiError } from '../errors.ts';
import { compareIds, integerId } from '../ids.ts';
import { singularName } from '../object-types.ts';
import type { Portal } from '../portal.ts';
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
