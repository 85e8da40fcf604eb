import type { Client } from '@hubspot/api-client';
import type { RecordType } from '../../domain/journey/fact.ts';
import { recordId } from '../../domain/values/ids.ts';
import type { CrmRecord, Lane, ListRequest, ReadRequest } from '../../usecases/ports.ts';

/** HubSpot's names of the record types in paths. */
export const OBJECT_PATH: Readonly<Record<RecordType, string>> = {
  contact: 'contacts',
  company: 'companies',
  deal: 'deals',
};

export type Call = <T>(lane: Lane, run: () => Promise<T>) => Promise<T>;

/** Reads with history are limited to 50 records a call. @source HubSpot docs: CRM objects, batch read */
const WITH_HISTORY = 50;

interface WireRecord {
  readonly id: string;
  readonly createdAt: Date;
  readonly archivedAt?: Date;
  readonly archived?: boolean;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly propertiesWithHistory?: Readonly<Record<string, readonly WireHistory[]>>;
}

interface WireHistory {
  readonly value: string | null;
  readonly timestamp: Date;
  readonly sourceType: string;
  readonly sourceId?: string;
}

export async function listRecords(
  client: Client,
  call: Call,
  request: ListRequest,
  lane: Lane,
): Promise<{ records: CrmRecord[]; next?: string | undefined }> {
  const { type, properties, after, archived } = request;
  const page = await call(lane, () =>
    client.crm.objects.basicApi.getPage(
      OBJECT_PATH[type],
      WITH_HISTORY,
      after,
      [...properties],
      [...properties],
      undefined,
      archived,
    ),
  );
  const next = page.paging?.next?.after;
  if (next !== undefined && next === after)
    throw new Error(`HubSpot's list of ${OBJECT_PATH[type]} repeats its page at ${next}.`);
  return { records: page.results.map((each) => toCrmRecord(type, each)), next };
}

export async function readRecords(
  client: Client,
  call: Call,
  { type, ids, properties }: ReadRequest,
  lane: Lane,
): Promise<CrmRecord[]> {
  const records: CrmRecord[] = [];
  for (const some of chunks(ids, WITH_HISTORY)) {
    const inputs = some.map((id) => ({ id }));
    const batch = await call(lane, () =>
      client.crm.objects.batchApi.read(
        OBJECT_PATH[type],
        { inputs, properties: [...properties], propertiesWithHistory: [...properties] },
        false,
      ),
    );
    records.push(...batch.results.map((each) => toCrmRecord(type, each)));
  }
  return records;
}

function toCrmRecord(type: RecordType, record: WireRecord): CrmRecord {
  return {
    type,
    id: recordId(record.id),
    createdAt: record.createdAt.getTime(),
    deletedAt: record.archived ? (record.archivedAt ?? record.createdAt).getTime() : undefined,
    properties: Object.fromEntries(Object.entries(record.properties).map(([name, value]) => [name, value ?? ''])),
    history: Object.entries(record.propertiesWithHistory ?? {}).flatMap(([property, entries]) =>
      entries.map((entry) => ({
        property,
        value: entry.value ?? '',
        at: entry.timestamp.getTime(),
        sourceType: entry.sourceType,
        sourceId: entry.sourceId ?? '',
      })),
    ),
  };
}

export const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
