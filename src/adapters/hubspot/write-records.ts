import type { Client } from '@hubspot/api-client';
import type { Lane, PropertyWrite, WriteOutcome } from '../../usecases/ports.ts';
import { HubSpotRefusedError, UNAUTHORIZED } from './call-policy.ts';
import type { Call } from './read-records.ts';

/** Where a type's records are written: updated by id, or upserted by a unique property; `create` refuses those that are there. */
export interface WriteTarget {
  readonly path: string;
  readonly key?: string | undefined;
  readonly create?: true;
}

/** A scope is missing: smaller batches would be refused as well. */
const FORBIDDEN = 403;

interface BatchAnswer {
  readonly results: readonly {
    id: string;
    objectWriteTraceId?: string;
    properties: Readonly<Record<string, string | null>>;
  }[];
  readonly errors?: readonly { message: string; context?: Readonly<Record<string, readonly string[]>> }[];
}

/**
 * Writes a batch and says of each record what became of it. Rows are matched by id and trace id, never by position: a row HubSpot
 * neither confirms nor refuses is `unknown`. Where one bad row fails the whole batch, the batch is split until it stands alone.
 *
 * @throws HubSpotRefusedError  when the token is no longer accepted: no row is at fault then
 * @throws HubSpotUnavailableError  when the portal cannot be asked for now
 */
export async function writeRecords(
  client: Client,
  call: Call,
  target: WriteTarget,
  writes: readonly PropertyWrite[],
  lane: Lane,
): Promise<WriteOutcome[]> {
  try {
    const answer = await call(lane, () => send(client, target, writes));
    return writes.map((write) => outcomeOf(write, answer, target));
  } catch (fault) {
    if (!(fault instanceof HubSpotRefusedError) || fault.status === UNAUTHORIZED) throw fault;
    if (writes.length === 1 || fault.status === FORBIDDEN)
      return writes.map(({ id }) => ({ id, kind: 'refused', reason: reasonOf(fault) }));
    const half = Math.ceil(writes.length / 2);
    const first = await writeRecords(client, call, target, writes.slice(0, half), lane);
    return [...first, ...(await writeRecords(client, call, target, writes.slice(half), lane))];
  }
}

async function send(
  client: Client,
  { path, key, create }: WriteTarget,
  writes: readonly PropertyWrite[],
): Promise<BatchAnswer> {
  const inputs = writes.map(({ id, properties }) => ({ id, properties: { ...properties }, objectWriteTraceId: id }));
  if (create) {
    const rows = inputs.map(({ id: _id, ...row }) => ({ ...row, associations: [] }));
    return client.crm.objects.batchApi.create(path, { inputs: rows });
  }
  if (key === undefined) return client.crm.objects.batchApi.update(path, { inputs });
  return client.crm.objects.batchApi.upsert(path, { inputs: inputs.map((input) => ({ ...input, idProperty: key })) });
}

function outcomeOf({ id }: PropertyWrite, { results, errors = [] }: BatchAnswer, { key }: WriteTarget): WriteOutcome {
  const error = errors.find(({ context = {} }) => Object.values(context).some((ids) => ids.includes(id)));
  if (error) return { id, kind: 'refused', reason: error.message };
  const isOurs = (result: BatchAnswer['results'][number]) =>
    result.objectWriteTraceId === id || (key === undefined ? result.id : result.properties[key]) === id;
  return results.some(isOurs)
    ? { id, kind: 'written' }
    : { id, kind: 'unknown', reason: 'HubSpot confirmed the batch without this record' };
}

/** HubSpot's own words, shortened; the message of a validation error names the property. */
const reasonOf = (fault: HubSpotRefusedError): string =>
  `${fault.category || fault.status}: ${fault.message}`.slice(0, 500);
