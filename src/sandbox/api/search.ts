import { recordAnswer } from '../record-answer.ts';
import { readSearch } from '../search/search-request.ts';
import { searchRecords } from '../search/search-records.ts';
import { param } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

/**
 * Search over the records of one type. It answers from an index that lags behind.
 *
 * @source HubSpot docs: CRM search
 */
export function searchRoutes(api: Api): Route[] {
  return [{ method: 'post', path: '/objects/:type/search', handle: (call) => search(api, call) }];
}

function search({ portal }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const request = readSearch(call.body);
  const found = searchRecords(portal, typeId, request);
  const end = request.after + request.limit;
  const wanted = { properties: request.properties, history: [], associations: [] };
  const results = found.slice(request.after, end).map((record) => recordAnswer(portal, record, wanted));
  const paging = end < found.length ? { paging: { next: { after: String(end) } } } : {};
  return { status: 200, body: { total: found.length, results, ...paging } };
}
