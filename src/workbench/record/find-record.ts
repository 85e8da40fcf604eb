import { ApiError, notFound } from '../../sandbox/errors.ts';
import { standardTypes } from '../../sandbox/object-types.ts';
import type { Portal } from '../../sandbox/portal.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import type { ObjectType } from '../contract.ts';

const byPath: Readonly<Record<string, ObjectType>> = { contacts: 'contact', companies: 'company', deals: 'deal' };

/** The record of a path such as `/contacts/17`; the id of a merged record leads to the one it was merged into. @throws ApiError 404 */
export function findRecord(portal: Portal, plural: string, id: string): CrmRecord {
  const type = byPath[plural];
  if (type === undefined) throw new ApiError(404, 'OBJECT_NOT_FOUND', `There are no ${plural} here.`);
  const record = portal.table(standardTypes[type]).resolve(id);
  if (record === undefined || record.archivedAt !== undefined) throw notFound(`There is no ${type} ${id}.`);
  return record;
}
