import { relinkRecords } from '../link-records.ts';
import {
  labelledAnswer,
  linkedAnswers,
  linkWithoutLabel,
  liveRecord,
  pageOf,
  pageSize,
  pairOf,
} from './association-answers.ts';
import { archiveBatch, archiveLabelBatch, createBatch, createDefaultBatch, readBatch } from './association-batch.ts';
import { kindBetween, kindInputs } from './association-kinds.ts';
import { batchAnswer } from './batch-rows.ts';
import { limitOf, param, readBody, textOf } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

/**
 * Links between records, generation 4.
 *
 * @source HubSpot docs: Associations API v4
 */
export function associationRoutes(api: Api): Route[] {
  const pair = '/associations/:from/:to';
  const links = '/objects/:from/:id/associations';
  return [
    { method: 'get', path: `${pair}/labels`, handle: (call) => labels(api, call) },
    { method: 'post', path: `${pair}/batch/read`, handle: (call) => readBatch(api, call) },
    { method: 'post', path: `${pair}/batch/create`, handle: (call) => createBatch(api, call) },
    { method: 'post', path: `${pair}/batch/associate/default`, handle: (call) => createDefaultBatch(api, call) },
    { method: 'post', path: `${pair}/batch/archive`, handle: (call) => archiveBatch(api, call) },
    { method: 'post', path: `${pair}/batch/labels/archive`, handle: (call) => archiveLabelBatch(api, call) },
    { method: 'get', path: `${links}/:to`, handle: (call) => list(api, call) },
    { method: 'put', path: `${links}/default/:to/:toId`, handle: (call) => linkDefault(api, call) },
    { method: 'put', path: `${links}/:to/:toId`, handle: (call) => linkLabelled(api, call) },
    { method: 'delete', path: `${links}/:to/:toId`, handle: (call) => unlink(api, call) },
  ];
}

function labels({ portal }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  portal.associationTypes.labelled(from, to, null);
  const results = portal.associationTypes
    .between(from, to)
    .map(({ category, id, label }) => ({ category, typeId: id, label }));
  return { status: 200, body: { results } };
}

function list({ portal }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  const record = liveRecord(portal, from, param(call, 'id'), 'FROM');
  const limit = limitOf(call, { usual: pageSize, max: pageSize });
  const { links, paging } = pageOf(portal, record, to, textOf(call, 'after'), limit);
  return { status: 200, body: { results: links, ...paging } };
}

function linkDefault({ portal, app }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  const left = liveRecord(portal, from, param(call, 'id'), 'FROM');
  const right = liveRecord(portal, to, param(call, 'toId'), 'TO');
  const kind = linkWithoutLabel(portal, left, right, app().origin);
  return batchAnswer(portal.setup, 200, linkedAnswers(left, right, kind));
}

function linkLabelled({ portal, app }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  const kinds = readBody(kindInputs, call.body).map((input) => kindBetween(portal, from, to, input));
  const left = liveRecord(portal, from, param(call, 'id'), 'FROM');
  const right = liveRecord(portal, to, param(call, 'toId'), 'TO');
  relinkRecords(portal, left, right, kinds, app().origin);
  return { status: 201, body: labelledAnswer(left, right, kinds) };
}

function unlink({ portal, app }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  portal.unlink({ typeId: from, id: param(call, 'id') }, { typeId: to, id: param(call, 'toId') }, app().origin);
  return { status: 204 };
}
