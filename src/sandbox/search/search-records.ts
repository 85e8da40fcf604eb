import { currentValue } from '../computed-values.ts';
import { compareIds } from '../ids.ts';
import { companyType, contactType, dealType, noteType, taskType } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import type { CrmRecord } from '../record-table.ts';
import { comparable, compare } from './comparable.ts';
import { indexedRecord } from './indexed-record.ts';
import { matchOf, unknownProperty } from './match-filter.ts';
import type { Match } from './match-filter.ts';
import type { SearchRequest, Sort } from './search-request.ts';
import { containsTokens, tokensOf } from './tokens.ts';

/** @source HubSpot docs: CRM search, default searchable properties */
const searchable: Readonly<Record<string, readonly string[]>> = {
  [contactType]: ['firstname', 'lastname', 'email', 'phone', 'hs_additional_emails', 'mobilephone', 'company'],
  [companyType]: ['website', 'phone', 'name', 'domain'],
  [dealType]: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
  [taskType]: ['hs_task_body', 'hs_task_subject'],
  [noteType]: ['hs_note_body'],
};

/**
 * Every record of a type that a search finds, in its order: without a sort rule the oldest first; records without the
 * value sorted by come last.
 *
 * @throws ApiError 400 for a property that does not exist and for an operand that is no value of its type
 */
export function searchRecords(portal: Portal, typeId: string, request: SearchRequest): CrmRecord[] {
  const groups = request.groups.map((filters) => filters.map((filter) => matchOf(portal, typeId, filter)));
  const order = request.sort === undefined ? oldestFirst : orderOf(portal, typeId, request.sort);
  const hasWords = wordsMatch(portal, typeId, request.query);
  const passes: Match = (record) =>
    groups.length === 0 || groups.some((matches) => matches.every((match) => match(record)));
  const all = portal.table(typeId).page({ limit: Number.POSITIVE_INFINITY, archived: false }).records;
  return all
    .flatMap((record) => indexedRecord(portal, record) ?? [])
    .filter((record) => passes(record) && hasWords(record))
    .sort(order);
}

type Order = (left: CrmRecord, right: CrmRecord) => number;

const oldestFirst: Order = (left, right) => left.createdAt - right.createdAt || compareIds(left.id, right.id);

function orderOf(portal: Portal, typeId: string, { propertyName, direction }: Sort): Order {
  const property = portal.properties.find(typeId, propertyName);
  if (property === undefined) throw unknownProperty(propertyName);
  const turn = direction === 'DESCENDING' ? -1 : 1;
  const valueOf = (record: CrmRecord) => {
    const value = currentValue(portal, record, propertyName);
    return value === null ? undefined : comparable(property, value);
  };
  return (left, right) => {
    const [a, b] = [valueOf(left), valueOf(right)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return turn * compare(a, b) || compareIds(left.id, right.id);
  };
}

/** Each word of the query must begin (a switch: be) a word of some searchable property. */
function wordsMatch(portal: Portal, typeId: string, query: string): Match {
  const words = [...tokensOf(query)];
  const names = portal.schemas.find(typeId)?.searchableProperties ?? searchable[typeId] ?? [];
  const ending = portal.setup.switches.queryMatches === 'prefix' ? '*' : '';
  return (record) => {
    const text = names.map((name) => currentValue(portal, record, name) ?? '').join(' ');
    return words.every((word) => containsTokens(text, word + ending));
  };
}
