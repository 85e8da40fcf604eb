import { z } from 'zod';
import { ApiError, errorRow } from '../errors.ts';
import { relinkRecords } from '../link-records.ts';
import { singularName } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import {
  labelledAnswer,
  linkedAnswers,
  linkWithoutLabel,
  liveRecord,
  pageOf,
  pageSize,
  pairOf,
} from './association-answers.ts';
import { kindBetween, kindInputs } from './association-kinds.ts';
import { batchAnswer, checkSize } from './batch-rows.ts';
import { idText, readBody } from './route.ts';
import type { Answer, Api, Call } from './route.ts';

const idOnly = z.object({ id: idText });
const readRequest = z.object({ inputs: z.array(idOnly.extend({ after: z.string().nullish() })).min(1) });
const pair = z.object({ from: idOnly, to: idOnly });
const pairsRequest = z.object({ inputs: z.array(pair).min(1) });
const typedRequest = z.object({ inputs: z.array(pair.extend({ types: kindInputs })).min(1) });
const archiveRequest = z.object({ inputs: z.array(z.object({ from: idOnly, to: z.array(idOnly).min(1) })).min(1) });
const mostPairs = 2_000;

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
    if (links.length > 0) return [{ from: { id }, to: links, ...paging }];
    if (portal.setup.switches.noAssociations === 'omitted') return [];
    throw noAssociations(from, to, id);
  });
}

/**
 * Links up to 2,000 pairs with the kinds given; pairs whose records do not exist become error rows.
 *
 * @source HubSpot docs: Associations API v4, batch create
 */
export function createBatch({ portal, app }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  const { inputs } = readBody(typedRequest, call.body);
  checkSize(inputs, mostPairs);
  const rows = inputs.map((row) => ({ ...row, kinds: row.types.map((type) => kindBetween(portal, from, to, type)) }));
  return collect(portal, 201, rows, (row) => {
    const left = liveRecord(portal, from, row.from.id, 'FROM');
    const right = liveRecord(portal, to, row.to.id, 'TO');
    relinkRecords(portal, left, right, row.kinds, app().origin);
    return [labelledAnswer(left, right, row.kinds)];
  });
}

/**
 * Links up to 2,000 pairs without a label; each pair is answered from both sides.
 *
 * @source HubSpot docs: Associations API v4, batch associate default
 */
export function createDefaultBatch({ portal, app }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  const { inputs } = readBody(pairsRequest, call.body);
  checkSize(inputs, mostPairs);
  return collect(portal, 200, inputs, (row) => {
    const left = liveRecord(portal, from, row.from.id, 'FROM');
    const right = liveRecord(portal, to, row.to.id, 'TO');
    return linkedAnswers(left, right, linkWithoutLabel(portal, left, right, app().origin));
  });
}

/**
 * Takes up to 2,000 links away with all their labels; links that are not there do not matter.
 *
 * @source HubSpot docs: Associations API v4, batch archive
 */
export function archiveBatch({ portal, app }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  const { inputs } = readBody(archiveRequest, call.body);
  checkSize(inputs, mostPairs);
  for (const row of inputs) {
    for (const { id } of row.to) portal.unlink({ typeId: from, id: row.from.id }, { typeId: to, id }, app().origin);
  }
  return { status: 204 };
}

/**
 * Takes labels from up to 2,000 links; taking the unlabelled kind takes the whole link.
 *
 * @source HubSpot docs: Associations API v4, batch archive labels
 */
export function archiveLabelBatch({ portal, app }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  const { inputs } = readBody(typedRequest, call.body);
  checkSize(inputs, mostPairs);
  const rows = inputs.map((row) => ({ ...row, kinds: row.types.map((type) => kindBetween(portal, from, to, type)) }));
  for (const row of rows) {
    const [left, right] = [
      { typeId: from, id: row.from.id },
      { typeId: to, id: row.to.id },
    ];
    for (const kind of row.kinds) {
      if (kind.label === null) portal.unlink(left, right, app().origin);
      else portal.unlabel(left, right, kind);
    }
  }
  return { status: 204 };
}

/** Does one thing for each row; a row that HubSpot refuses becomes an error row. */
function collect<Row>(portal: Portal, status: number, rows: readonly Row[], work: (row: Row) => unknown[]): Answer {
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const row of rows) {
    try {
      results.push(...work(row));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      errors.push(errorRow(error));
    }
  }
  return batchAnswer(portal.setup, status, results, errors);
}

const noAssociations = (from: string, to: string, id: string): ApiError =>
  new ApiError(404, 'OBJECT_NOT_FOUND', `No ${singularName(to)} is associated with ${singularName(from)} ${id}.`, {
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    context: { fromObjectId: [id], fromObjectType: [singularName(from)], toObjectType: [singularName(to)] },
  });
