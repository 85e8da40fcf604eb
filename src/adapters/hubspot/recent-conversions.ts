import type { Client } from '@hubspot/api-client';
import { recordId } from '../../domain/values/ids.ts';
import { parseInstant } from '../../domain/values/instant.ts';
import type { Conversion, ConversionRequest, Lane } from '../../usecases/ports.ts';
import type { Call } from './read-records.ts';

/** @source HubSpot docs: CRM search, 200 a page and 10,000 a query */
const PAGE = 200;
const MOST = 10_000;

/** Contacts who converted since an instant, by HubSpot's search; past 10,000 it begins anew after the last one found. */
export async function recentConversions(
  client: Client,
  call: Call,
  { dateProperty, formProperty, since }: ConversionRequest,
  lane: Lane,
): Promise<Conversion[]> {
  const found = new Map<string, Conversion>();
  let from = since;
  let after: string | undefined;
  for (let seen = 0; ;) {
    const page = await call(lane, () =>
      client.crm.objects.searchApi.doSearch('contacts', {
        filterGroups: [{ filters: [{ propertyName: dateProperty, operator: 'GTE' as never, value: String(from) }] }],
        sorts: [`${dateProperty}`],
        properties: [dateProperty, formProperty],
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      }),
    );
    for (const { id, properties } of page.results) {
      const at = parseInstant(properties[dateProperty] ?? '');
      if (at !== undefined)
        found.set(`${id} ${at}`, { contactId: recordId(id), at, form: properties[formProperty] ?? '' });
    }
    seen += page.results.length;
    after = page.paging?.next?.after;
    if (after === undefined) return [...found.values()];
    if (seen + PAGE <= MOST) continue;
    const last = Math.max(...[...found.values()].map(({ at }) => at));
    // More than a query's worth at one instant cannot be told apart by time: the rest is found when they convert again.
    if (last === from) return [...found.values()];
    [from, after, seen] = [last, undefined, 0];
  }
}
