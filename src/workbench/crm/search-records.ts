import { currentValue } from '../../sandbox/computed-values.ts';
import type { Portal } from '../../sandbox/portal.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import { recordLink } from '../record/record-link.ts';
import { matches } from './match-filter.ts';
import { readProperties } from './read-properties.ts';
import type { SearchRequest } from './shapes.ts';

/** One page of the records that fit, as `useCrmSearch` wants it. @throws ApiError for an unknown type or operator */
export function searchRecords(portal: Portal, request: SearchRequest) {
  const typeId = portal.typeId(request.objectType);
  const all = portal.table(typeId).page({ limit: Number.POSITIVE_INFINITY, archived: false }).records;
  const found = sorted(
    portal,
    all.filter((record) => fits(portal, record, request)),
    request.sorts,
  );
  const start = Number(request.after);
  const end = start + request.pageLength;
  const results = found.slice(start, end).map((record) => ({
    objectId: Number(record.id),
    properties: readProperties(portal, record, request.properties, request.options),
  }));
  const hasMore = end < found.length;
  return { results, total: found.length, hasMore, ...(hasMore ? { after: String(end) } : {}) };
}

function fits(portal: Portal, record: CrmRecord, { query, filterGroups }: SearchRequest): boolean {
  const value = (name: string): string | null => currentValue(portal, record, name);
  const { title, subtitle } = recordLink(portal, record);
  if (!`${title} ${subtitle}`.toLowerCase().includes(query.toLowerCase())) return false;
  return (
    filterGroups.length === 0 ||
    filterGroups.some(({ filters }) => filters.every((filter) => matches(filter, value(filter.propertyName))))
  );
}

function sorted(portal: Portal, records: CrmRecord[], sorts: SearchRequest['sorts']): CrmRecord[] {
  const [sort] = sorts;
  if (sort === undefined) return records;
  const sign = sort.direction === 'DESCENDING' ? -1 : 1;
  const key = (record: CrmRecord): string => currentValue(portal, record, sort.propertyName) ?? '';
  return records.sort((left, right) => sign * key(left).localeCompare(key(right), 'en', { numeric: true }));
}
