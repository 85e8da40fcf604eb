import type { Client } from '@hubspot/api-client';
import type { RecordType } from '../../domain/journey/fact.ts';
import { recordId } from '../../domain/values/ids.ts';
import { parseInstant } from '../../domain/values/instant.ts';
import type { ChangedRecord, ChangedRequest, ChangePlace, Lane } from '../../usecases/ports.ts';
import { type Call, OBJECT_PATH } from './read-records.ts';

/** @source HubSpot docs: CRM search, limits */
const PAGE = 200;
/** A search may have 3,000 characters; this is left for the names of properties. */
const NAMES = 2_500;

/** @source HubSpot docs: CRM search, default properties of each object */
const CHANGED_AT: Readonly<Record<RecordType, string>> = {
  contact: 'lastmodifieddate',
  company: 'hs_lastmodifieddate',
  deal: 'hs_lastmodifieddate',
};
const ID = 'hs_object_id';
const COMPANY = 'associatedcompanyid';
/** Ids with `;` between. */
const MERGED = 'hs_merged_object_ids';

/**
 * One page of the records changed since a place, by HubSpot's search. Each page is the first of its own query: HubSpot shows only
 * 10,000 results of one, and records that change meanwhile would move those behind them out of a later page. Where one instant holds
 * more than a page, as after an import, its records come by id.
 */
export async function changedRecords(
  client: Client,
  call: Call,
  { type, properties, from }: ChangedRequest,
  lane: Lane,
): Promise<{ records: ChangedRecord[]; next?: ChangePlace | undefined }> {
  const changedAt = CHANGED_AT[type];
  const { at, afterId } = from;
  const fits = JSON.stringify(properties).length <= NAMES;
  const filter = (propertyName: string, operator: string, value: string) => ({
    propertyName,
    operator: operator as never,
    value,
  });
  const { results } = await call(lane, () =>
    client.crm.objects.searchApi.doSearch(OBJECT_PATH[type], {
      filterGroups: [
        {
          filters:
            afterId === undefined
              ? [filter(changedAt, 'GTE', String(at))]
              : [filter(changedAt, 'EQ', String(at)), filter(ID, 'GT', afterId)],
        },
      ],
      sorts: [afterId === undefined ? changedAt : ID],
      properties: [changedAt, MERGED, COMPANY, ...(fits ? properties : [])],
      limit: PAGE,
    }),
  );
  const records = results.map((result) => changedRecord(type, result, fits));
  return { records, next: records.length < PAGE ? nextAfter(from) : nextOf(from, records) };
}

function changedRecord(
  type: RecordType,
  { id, properties }: { id: string; properties: Readonly<Record<string, string | null>> },
  isWhole: boolean,
): ChangedRecord {
  const changedAt = parseInstant(properties[CHANGED_AT[type]] ?? '');
  if (changedAt === undefined) throw new Error(`HubSpot's search says no ${CHANGED_AT[type]} of ${type} ${id}.`);
  return {
    id: recordId(id),
    changedAt,
    properties: isWhole
      ? Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value ?? '']))
      : undefined,
    companyId: type === 'contact' ? (properties[COMPANY] ?? '') : undefined,
    mergedIds: (properties[MERGED] ?? '').split(';').filter(Boolean).map(recordId),
  };
}

/** After the last page: of an instant's own records the instants after it are left, else nothing. */
const nextAfter = ({ at, afterId }: ChangePlace): ChangePlace | undefined =>
  afterId === undefined ? undefined : { at: at + 1 };

/** The last instant again, as the page may have cut it; by id where it fills a whole page. */
function nextOf({ at, afterId }: ChangePlace, records: readonly ChangedRecord[]): ChangePlace {
  const last = records.at(-1);
  if (!last) return { at };
  if (afterId !== undefined) return { at, afterId: last.id };
  return last.changedAt === records[0]?.changedAt
    ? { at: last.changedAt, afterId: recordId('0') }
    : { at: last.changedAt };
}
