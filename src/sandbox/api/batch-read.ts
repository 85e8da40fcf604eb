import { z } from 'zod';
import { errorRow, invalid, notFound } from '../errors.ts';
import { singularName } from '../object-types.ts';
import { recordAnswer } from '../record-answer.ts';
import type { CrmRecord, RecordTable } from '../record-table.ts';
import { batchAnswer, checkSize } from './batch-rows.ts';
import { flagOf, idText, param, readBody } from './route.ts';
import type { Answer, Api, Call } from './route.ts';

const names = z.array(z.string()).nullish();
const request = z.object({
  inputs: z.array(z.object({ id: idText })).min(1),
  properties: names,
  propertiesWithHistory: names,
  idProperty: z.string().nullish(),
});

/**
 * Reads up to 100 records, 50 when history is asked for. Records that are not there share one error row (207); ids that
 * were merged away count as not there.
 *
 * @source HubSpot docs: CRM objects API, batch read
 */
export function readBatch({ portal }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const { inputs, properties, propertiesWithHistory, idProperty } = readBody(request, call.body);
  const wanted = { properties: properties ?? [], history: propertiesWithHistory ?? [], associations: [] };
  if (wanted.history.length > 0 && inputs.length > 50) throw tooManyForHistory();
  checkSize(inputs);
  const archived = flagOf(call, 'archived');
  const found = new Set<CrmRecord>();
  const missing: string[] = [];
  for (const { id } of inputs) {
    const record = lookUp(portal.table(typeId), id, idProperty);
    if (record === undefined || (record.archivedAt !== undefined) !== archived) missing.push(id);
    else found.add(record);
  }
  const results = [...found].map((record) => recordAnswer(portal, record, wanted));
  return batchAnswer(portal.setup, 200, results, missing.length === 0 ? [] : [missingRow(typeId, missing)]);
}

/** The record with an id, or with a value of a unique property. @throws ApiError 400 for a property that is not unique */
export function lookUp(table: RecordTable, id: string, idProperty: string | null | undefined): CrmRecord | undefined {
  const property = idProperty ?? 'hs_object_id';
  if (property === 'hs_object_id') return table.get(id);
  if (!table.isUnique(property)) throw invalid(`${property} is not a unique property`);
  return table.findUnique(property, id);
}

const tooManyForHistory = () =>
  invalid(
    'The maximum number of inputs supported in a batch request for property histories is 50. ' +
      'Please reduce the number of items and try again',
  );

function missingRow(typeId: string, ids: string[]): Record<string, unknown> {
  const name = singularName(typeId).toUpperCase();
  const message = `Could not get some ${name} objects, they may be deleted or not exist. Check that ids are valid.`;
  return errorRow(notFound(message), { ids });
}
