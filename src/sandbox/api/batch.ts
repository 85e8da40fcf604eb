import { z } from 'zod';
import { ApiError, invalid } from '../errors.ts';
import { writtenAnswer } from '../record-answer.ts';
import type { CrmRecord } from '../record-table.ts';
import { planCreate, planUpdate } from '../write-record.ts';
import type { Plan, Writer } from '../write-record.ts';
import { lookUp, readBatch } from './batch-read.ts';
import { checkSize, runRows } from './batch-rows.ts';
import { createBody, linksOf } from './objects.ts';
import { idText, param, readBody, writtenValues } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

const traceId = { objectWriteTraceId: z.string().nullish() };
const updateRow = z.object({ id: idText, idProperty: z.string().nullish(), properties: writtenValues, ...traceId });
const updateRows = z.object({ inputs: z.array(updateRow).min(1) });
const createRows = z.object({ inputs: z.array(createBody.extend(traceId)).min(1) });
const idRows = z.object({ inputs: z.array(z.object({ id: idText })).min(1) });

type UpdateRow = z.infer<typeof updateRow>;

/**
 * Up to 100 records in one call.
 *
 * @source HubSpot docs: CRM objects API, batch calls
 */
export function batchRoutes(api: Api): Route[] {
  return [
    { method: 'post', path: '/objects/:type/batch/read', handle: (call) => readBatch(api, call) },
    { method: 'post', path: '/objects/:type/batch/create', handle: (call) => create(api, call) },
    { method: 'post', path: '/objects/:type/batch/update', handle: (call) => update(api, call) },
    { method: 'post', path: '/objects/:type/batch/upsert', handle: (call) => upsert(api, call) },
    { method: 'post', path: '/objects/:type/batch/archive', handle: (call) => archive(api, call) },
  ];
}

function create({ portal, app }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const { inputs } = readBody(createRows, call.body);
  checkSize(inputs);
  const writer = app();
  const rows = inputs.map(({ properties, associations, objectWriteTraceId }) => ({
    traceId: objectWriteTraceId,
    plan: () => planCreate(portal, typeId, properties, linksOf(portal, typeId, associations), writer),
    answer: (record: CrmRecord) => writtenAnswer(portal, record),
  }));
  return runRows(rows, { setup: portal.setup, status: 201, partial: true, dropped: false });
}

function update(api: Api, call: Call): Answer {
  const { portal } = api;
  return writeRows(api, call, (record, row, writer) => {
    if (record === undefined) throw missing(row.id);
    return planUpdate(portal, record, row.properties, writer);
  });
}

function upsert(api: Api, call: Call): Answer {
  const { portal } = api;
  const typeId = portal.typeId(param(call, 'type'));
  const made = new Set<string>();
  const plan = (record: CrmRecord | undefined, { id, idProperty, properties }: UpdateRow, writer: Writer): Plan => {
    if (record !== undefined) return planUpdate(portal, record, properties, writer);
    const property = idProperty ?? 'hs_object_id';
    if (property === 'hs_object_id') throw missing(id);
    made.add(id);
    return planCreate(portal, typeId, { [property]: id, ...properties }, [], writer);
  };
  return writeRows(api, call, plan, (row) => ({ new: made.has(row.id) }));
}

/** Writes rows that name a record by id or unique property; on purpose some may fail or get lost on the way. */
function writeRows(
  { portal, app, faults }: Api,
  call: Call,
  plan: (record: CrmRecord | undefined, row: UpdateRow, writer: Writer) => Plan,
  more: (row: UpdateRow) => Record<string, unknown> = () => ({}),
): Answer {
  const table = portal.table(portal.typeId(param(call, 'type')));
  const { inputs } = readBody(updateRows, call.body);
  checkSize(inputs);
  checkOnce(inputs);
  const writer = app();
  const kept = inputs.filter(() => !faults.dropsRow());
  const rows = kept.map((row) => ({
    traceId: row.objectWriteTraceId,
    plan: () => {
      const record = lookUp(table, row.id, row.idProperty);
      if (faults.failsRow(record?.id ?? row.id)) throw invalid(`Record ${row.id} cannot be written`);
      return plan(record?.archivedAt === undefined ? record : undefined, row, writer);
    },
    answer: (record: CrmRecord) => ({ ...writtenAnswer(portal, record), ...more(row) }),
  }));
  const partial = portal.setup.switches.batchUpdate === 'partial';
  return runRows(rows, { setup: portal.setup, status: 200, partial, dropped: kept.length < inputs.length });
}

function archive({ portal, app }: Api, call: Call): Answer {
  const table = portal.table(portal.typeId(param(call, 'type')));
  const { inputs } = readBody(idRows, call.body);
  checkSize(inputs);
  for (const { id } of inputs) {
    const record = table.get(id);
    if (record !== undefined) portal.archive(record, app().origin);
  }
  return { status: 204 };
}

const missing = (id: string): ApiError =>
  new ApiError(404, 'OBJECT_NOT_FOUND', `No record ${id} exists`, { context: { ids: [id] } });

/** A record may be named once; unique values are the same whatever the case of their letters. */
function checkOnce(rows: readonly UpdateRow[]): void {
  const ids = rows.map((row) => row.id.toLowerCase());
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw invalid(`Duplicate IDs found in batch input: [${twice}]. IDs must be unique`);
}
