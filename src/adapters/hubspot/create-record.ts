import type { Client } from '@hubspot/api-client';
import type { Lane, NewRecord, WriteOutcome } from '../../usecases/ports.ts';
import { HubSpotRefusedError, UNAUTHORIZED } from './call-policy.ts';
import { type Call, OBJECT_PATH } from './read-records.ts';
import { DEAL_KEY, TASK_KEY } from './schema.ts';

/** Where new records are made, and the unique property that knows them again: a plain creation, repeated, would make a second one. */
export const NEW_RECORD = {
  deal: { path: 'deals', key: DEAL_KEY.name },
  task: { path: 'tasks', key: TASK_KEY.name },
} as const;

/**
 * Makes a deal or a task unless it is there, and links it. An upsert cannot link, so that is another call.
 *
 * @throws HubSpotRefusedError  when the token is no longer accepted
 * @throws HubSpotUnavailableError  when the portal cannot be asked for now
 */
export async function createRecord(
  client: Client,
  call: Call,
  { type, key, properties, linkTo }: NewRecord,
  lane: Lane,
): Promise<WriteOutcome> {
  const { path, key: idProperty } = NEW_RECORD[type];
  const input = { id: key, idProperty, properties: { ...properties }, objectWriteTraceId: key };
  try {
    // What is there already may have been worked on since: it is only linked.
    const there = await call(lane, () =>
      client.crm.objects.batchApi.read(path, {
        inputs: [{ id: key }],
        idProperty,
        properties: [],
        propertiesWithHistory: [],
      }),
    );
    const answer =
      there.results.length > 0
        ? there
        : await call(lane, () => client.crm.objects.batchApi.upsert(path, { inputs: [input] }));
    const [made] = answer.results;
    if (!made) return notMade(key, 'errors' in answer ? answer.errors?.[0]?.message : undefined);
    await call(lane, () =>
      client.crm.associations.v4.basicApi.createDefault(path, made.id, OBJECT_PATH[linkTo.type], linkTo.id),
    );
    return { id: key, kind: 'written' };
  } catch (fault) {
    if (!(fault instanceof HubSpotRefusedError) || fault.status === UNAUTHORIZED) throw fault;
    return { id: key, kind: 'refused', reason: `${fault.category || fault.status}: ${fault.message}`.slice(0, 500) };
  }
}

const notMade = (id: string, message: string | undefined): WriteOutcome =>
  message === undefined
    ? { id, kind: 'unknown', reason: 'HubSpot answered without this record' }
    : { id, kind: 'refused', reason: message };
