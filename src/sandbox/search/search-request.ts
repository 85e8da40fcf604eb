import { z } from 'zod';
import { invalid } from '../errors.ts';

const operand = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const common = { propertyName: z.string().min(1) };

const filter = z.discriminatedUnion('operator', [
  z.object({ ...common, operator: z.enum(['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE']), value: operand }),
  z.object({ ...common, operator: z.enum(['CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN']), value: operand }),
  z.object({ ...common, operator: z.literal('BETWEEN'), value: operand, highValue: operand }),
  z.object({ ...common, operator: z.enum(['IN', 'NOT_IN']), values: z.array(operand).min(1) }),
  z.object({ ...common, operator: z.enum(['HAS_PROPERTY', 'NOT_HAS_PROPERTY']) }),
]);

const sort = z.union([
  z.object({ ...common, direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING') }),
  z.string().min(1).transform(sortOfText),
]);

const group = z.object({ filters: z.array(filter).min(1) });

/** The body of a search as HubSpot takes it; every member may be missing. */
const searchBody = z.object({
  filterGroups: z.array(group).nullish(),
  /** The short form of a single group, as a sample of the documentation has it. */
  filters: z.array(filter).nullish(),
  sorts: z.array(sort).max(1, 'takes one sort rule only').nullish(),
  query: z.string().nullish(),
  properties: z.array(z.string()).nullish(),
  limit: z.number().int().min(1).max(200).default(10),
  after: z.union([z.string().regex(/^\d*$/), z.number().int().nonnegative()]).nullish(),
});

export type Filter = z.infer<typeof filter>;
export type Sort = z.infer<typeof sort>;

export interface SearchRequest {
  /** A record is found when it passes every filter of any one group; no group finds all. */
  readonly groups: readonly (readonly Filter[])[];
  readonly sort: Sort | undefined;
  readonly query: string;
  readonly properties: readonly string[];
  readonly limit: number;
  /** Number of results before this page. */
  readonly after: number;
}

const mostCharacters = 3_000;
const mostGroups = 5;
const mostFiltersOfGroup = 6;
const mostFilters = 18;
const mostResults = 10_000;

/**
 * Reads a search and checks its limits: 3,000 characters, 5 groups of at most 6 filters, 18 filters in all, one sort
 * rule, pages of up to 200, the first 10,000 results.
 *
 * @throws ApiError 400
 * @source HubSpot docs: CRM search, limits
 */
export function readSearch(body: unknown): SearchRequest {
  if (JSON.stringify(body ?? {}).length > mostCharacters)
    throw invalid(`The body of a search can have at most ${mostCharacters} characters`);
  const read = searchBody.safeParse(body ?? {});
  if (!read.success) throw unreadable(read.error);
  const { filterGroups, filters, sorts, query, properties, limit, after } = read.data;
  const groups = [...(filterGroups ?? []).map((one) => one.filters), ...(filters?.length ? [filters] : [])];
  checkGroups(groups);
  const skipped = Number(after ?? 0);
  if (skipped + limit > mostResults) throw invalid(`A search reaches its first ${mostResults} results only`);
  return { groups, sort: sorts?.[0], query: query ?? '', properties: properties ?? [], limit, after: skipped };
}

function checkGroups(groups: SearchRequest['groups']): void {
  if (groups.length > mostGroups) throw invalid(`A search can have at most ${mostGroups} filter groups`);
  if (groups.some((filters) => filters.length > mostFiltersOfGroup))
    throw invalid(`A filter group can have at most ${mostFiltersOfGroup} filters`);
  if (groups.flat().length > mostFilters) throw invalid(`A search can have at most ${mostFilters} filters`);
}

function unreadable(error: z.ZodError) {
  const [issue] = error.issues;
  return invalid(`There was a problem with the request: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** `createdate` or `-createdate`, the form of older pages. */
function sortOfText(text: string): { propertyName: string; direction: 'ASCENDING' | 'DESCENDING' } {
  const descending = text.startsWith('-');
  return { propertyName: descending ? text.slice(1) : text, direction: descending ? 'DESCENDING' : 'ASCENDING' };
}
