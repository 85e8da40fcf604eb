import type { Portal } from '../portal.ts';
import type { CrmRecord } from '../record-table.ts';

/**
 * A record as the search index knows it. The index lags behind (a switch): what was made later is not there yet, what was
 * changed later still has its earlier values. Archived records are never found.
 *
 * @source HubSpot docs: CRM search, limits: new and changed records take a few moments to appear
 */
export function indexedRecord(portal: Portal, record: CrmRecord): CrmRecord | undefined {
  const horizon = portal.setup.now() - portal.setup.switches.searchLagMs;
  if (record.archivedAt !== undefined || record.createdAt > horizon) return undefined;
  return record.updatedAt <= horizon ? record : earlier(record, horizon);
}

function earlier(record: CrmRecord, horizon: number): CrmRecord {
  const values = new Map(record.values);
  let updatedAt = record.createdAt;
  for (const [name, versions] of record.versions) {
    const known = versions.find((version) => version.at <= horizon);
    if (known !== undefined) updatedAt = Math.max(updatedAt, known.at);
    if (versions[0] === known) continue;
    if (known === undefined || known.value === '') values.delete(name);
    else values.set(name, known.value);
  }
  return { ...record, values, updatedAt };
}
