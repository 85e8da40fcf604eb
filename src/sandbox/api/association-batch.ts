import { z } from 'zod';
import type { AssociationType } from '../association-types.ts';
import { ApiError, errorRow, invalid } from '../errors.ts';
import { integerId } from '../ids.ts';
import { linkRecords } from '../link-records.ts';
import { singularName } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import { liveRecord, pageOf, pageSize, pairOf } from './association-answers.ts';
import { batchAnswer, checkSize } from './batch-rows.ts';
import { idText, readBody } from './route.ts';
import type { Answer, Api, Call } from './route.ts';

const idOnly = z.object({ id: idText });
const kinds = z.array(z.object({ associationCategory: z.string(), associationTypeId: z.number().int() })).min(1);
const readRequest = z.object({ inputs: z.array(idOnly.extend({ after: z.string().nullish() })).min(1) });
const createRequest = z.object({ inputs: z.array(z.object({ from: idOnly, to: idOnly, types: kinds })).min(1) });
/**
 * The links of up to 1,000 records. What a record without links answers is a switch of the portal.
 *
 * @source HubSpot docs: Associations API v4, batch read
 */
export function readBatch({ portal }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  const { inputs } = readBody(readRequest, call.body);
  checkSize(inputs, 1_000);
  return collect(portal, 200, inputs, ({ id, after }) => {
    const record = liveRecord(portal, from, id, 'FROM');
    const { links, paging } = pageOf(portal, record, to, after ?? undefined, pageSize);
    if (links.length > 0) return { from: { id }, to: links, ...paging };
    if (portal.setup.switches.noAssociations === 'omitted') return undefined;
    throw noAssociations(from, to, id);
  });
}

/**
 * Links up to 2,000 pairs; pairs whose records do not exist become error rows.
 *
 * @source HubSpot docs: Associations API v4, batch create
 */
export function createBatch({ portal, app }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  const { inputs } = readBody(createRequest, call.body);
  checkSize(inputs, 2_000);
  const rows = inputs.map((input) => ({
    ...input,
    kinds: input.types.map(({ associationTypeId }) => kindOf(portal, from, to, associationTypeId)),
  }));
  return collect(portal, 201, rows, (row) => {
    const left = liveRecord(portal, from, row.from.id, 'FROM');
    const right = liveRecord(portal, to, row.to.id, 'TO');
    for (const kind of row.kinds) linkRecords(portal, left, right, kind, app().origin);
    return {
      fromObjectTypeId: from,
      fromObjectId: integerId(left.id),
      toObjectTypeId: to,
      toObjectId: integerId(right.id),
      labels: row.kinds.flatMap((kind) => kind.label ?? []),
    };
  });
}

/** Does one thing for each row; a row that HubSpot refuses becomes an error row, a row without result is left out. */
function collect<Row>(portal: Portal, status: number, rows: readonly Row[], work: (row: Row) => unknown): Answer {
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const row of rows) {
    try {
      results.push(work(row));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      errors.push(errorRow(error));
    }
  }
  const found = results.filter((result) => result !== undefined);
  return batchAnswer(portal.setup.now(), status, found, errors);
}

const noAssociations = (from: string, to: string, id: string): ApiError =>
  new ApiError(404, 'OBJECT_NOT_FOUND', `No ${singularName(to)} is associated with ${singularName(from)} ${id}.`, {
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    context: { fromObjectId: [id], fromObjectType: [singularName(from)], toObjectType: [singularName(to)] },
  });

function kindOf(portal: Portal, from: string, to: string, id: number): AssociationType {
  const kind = portal.associationTypes.find(from, to, id);
  if (kind === undefined)
    throw invalid(`${id} is not a valid association type from ${singularName(from)} to ${singularName(to)}`);
  return kind;
}
