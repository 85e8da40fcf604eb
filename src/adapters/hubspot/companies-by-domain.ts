import type { Client } from '@hubspot/api-client';
import { compareIds, type RecordId, recordId } from '../../domain/values/ids.ts';
import type { Lane } from '../../usecases/ports.ts';
import { type Call, chunks } from './read-records.ts';

/** @source HubSpot docs: CRM search: bodies of at most 3,000 characters, `IN` with small letters, 200 results a page */
const DOMAINS = 25;
const PAGE = 200;

/** A domain is no unique property of companies: the oldest company, by id, has it. HubSpot's search is some seconds behind. */
export async function companiesByDomain(
  client: Client,
  call: Call,
  domains: readonly string[],
  lane: Lane,
): Promise<ReadonlyMap<string, RecordId>> {
  const found = new Map<string, RecordId>();
  for (const values of chunks(domains, DOMAINS)) {
    let after: string | undefined;
    do {
      const page = await call(lane, () =>
        client.crm.objects.searchApi.doSearch('companies', {
          filterGroups: [{ filters: [{ propertyName: 'domain', operator: 'IN' as never, values }] }],
          sorts: ['hs_object_id'],
          properties: ['domain'],
          limit: PAGE,
          ...(after === undefined ? {} : { after }),
        }),
      );
      for (const { id, properties } of page.results) {
        const domain = (properties['domain'] ?? '').toLowerCase();
        const known = found.get(domain);
        if (known === undefined || compareIds(id, known) < 0) found.set(domain, recordId(id));
      }
      after = page.paging?.next?.after;
    } while (after !== undefined);
  }
  return found;
}
