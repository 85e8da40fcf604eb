import type { Client } from '@hubspot/api-client';
import { compareIds, type RecordId, recordId } from '../../domain/values/ids.ts';
import type { Lane } from '../../usecases/ports.ts';
import type { Call } from './read-records.ts';

/** @source HubSpot docs: Associations v4, batch read */
const BATCH = 1_000;
/** Contact to its primary company. @source HubSpot docs: Associations v4, association type ids */
const PRIMARY_COMPANY = 1;

interface Link {
  readonly to: RecordId;
  readonly kinds: readonly number[];
}

export async function contactsOfDeals(
  client: Client,
  call: Call,
  dealIds: readonly RecordId[],
  lane: Lane,
): Promise<ReadonlyMap<RecordId, readonly RecordId[]>> {
  const { links } = await readLinks(client, call, ['deals', 'contacts'], dealIds, lane);
  return new Map([...links].map(([deal, own]) => [deal, own.map(({ to }) => to)]));
}

/** Where no company is marked as the primary one, the oldest by id stands for it. */
export async function companiesOfContacts(
  client: Client,
  call: Call,
  contactIds: readonly RecordId[],
  lane: Lane,
): Promise<ReadonlyMap<RecordId, RecordId | undefined>> {
  const { links, missing } = await readLinks(client, call, ['contacts', 'companies'], contactIds, lane);
  return new Map(
    contactIds
      .filter((id) => !missing.has(id))
      .map((id) => {
        const own = links.get(id) ?? [];
        const marked = own.find(({ kinds }) => kinds.includes(PRIMARY_COMPANY));
        return [id, marked?.to ?? own.map(({ to }) => to).sort(compareIds)[0]];
      }),
  );
}

/** The links of records, however many each has, and which of the records do not exist. A record without links is in neither. */
async function readLinks(
  client: Client,
  call: Call,
  [from, to]: readonly [string, string],
  ids: readonly RecordId[],
  lane: Lane,
): Promise<{ links: ReadonlyMap<RecordId, readonly Link[]>; missing: ReadonlySet<string> }> {
  const links = new Map<RecordId, Link[]>();
  const missing = new Set<string>();
  let inputs: { id: string; after?: string }[] = ids.map((id) => ({ id }));
  while (inputs.length > 0) {
    const now = inputs.slice(0, BATCH);
    inputs = inputs.slice(BATCH);
    const batch = await call(lane, () => client.crm.associations.v4.batchApi.getPage(from, to, { inputs: now }));
    for (const result of batch.results) {
      const id = recordId(result._from.id);
      const found = result.to.map((link) => ({
        to: recordId(String(link.toObjectId)),
        kinds: link.associationTypes.map(({ typeId }) => typeId),
      }));
      links.set(id, [...(links.get(id) ?? []), ...found]);
      const next = result.paging?.next?.after;
      if (next !== undefined) inputs.push({ id: result._from.id, after: next });
    }
    for (const id of missingIn(batch)) missing.add(id);
  }
  return { links, missing };
}

/** @source HubSpot docs: Associations v4; the sub-category and the context are seen in answers, not documented */
function missingIn(batch: object): string[] {
  const errors = ('errors' in batch ? batch.errors : undefined) as
    readonly { subCategory?: unknown; context?: Readonly<Record<string, readonly string[]>> }[] | undefined;
  return (errors ?? [])
    .filter(({ subCategory }) => String(subCategory).endsWith('FROM_OBJECT_NOT_FOUND'))
    .flatMap(({ context }) => context?.['id'] ?? []);
}
