import type { Portal } from '../../sandbox/portal.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import { readProperties } from './read-properties.ts';
import type { AssociationsRequest } from './shapes.ts';

/** One page of the records linked with a record, as `useAssociations` wants it. @throws ApiError for an unknown type */
export function readAssociations(portal: Portal, from: CrmRecord, request: AssociationsRequest) {
  const toType = portal.typeId(request.toObjectType);
  const ids = portal.linked(from, toType);
  const nextOffset = request.offset + request.pageLength;
  const page = ids.slice(request.offset, nextOffset).flatMap((id) => portal.table(toType).get(id) ?? []);
  const results = page.map((to) => ({
    toObjectId: Number(to.id),
    associationTypes: [...portal.associations.kinds(from, to)].map((id) => {
      const kind = portal.associationTypes.find(from.typeId, toType, id);
      return { category: kind?.category ?? 'HUBSPOT_DEFINED', typeId: id, label: kind?.label ?? '' };
    }),
    properties: readProperties(portal, to, request.properties, request.options),
  }));
  return { results, hasMore: nextOffset < ids.length, nextOffset };
}
