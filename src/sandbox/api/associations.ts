import type { RecordRef } from '../association-table.ts';
import { linkRecords } from '../link-records.ts';
import { liveRecord, pageOf, pageSize, pairOf } from './association-answers.ts';
import { createBatch, readBatch } from './association-batch.ts';
import { batchAnswer } from './batch-rows.ts';
import { limitOf, param, textOf } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

/**
 * Links between records, generation 4.
 *
 * @source HubSpot docs: Associations API v4
 */
export function associationRoutes(api: Api): Route[] {
  return [
    { method: 'get', path: '/associations/:from/:to/labels', handle: (call) => labels(api, call) },
    { method: 'post', path: '/associations/:from/:to/batch/read', handle: (call) => readBatch(api, call) },
    { method: 'post', path: '/associations/:from/:to/batch/create', handle: (call) => createBatch(api, call) },
    { method: 'get', path: '/objects/:from/:id/associations/:to', handle: (call) => list(api, call) },
    {
      method: 'put',
      path: '/objects/:from/:id/associations/default/:to/:toId',
      handle: (call) => linkDefault(api, call),
    },
    { method: 'delete', path: '/objects/:from/:id/associations/:to/:toId', handle: (call) => unlink(api, call) },
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
  const kind = portal.associationTypes.labelled(from, to, null);
  linkRecords(portal, left, right, kind, app().origin);
  const side = (one: RecordRef, other: RecordRef, associationTypeId: number) => ({
    from: { id: one.id },
    to: { id: other.id },
    associationSpec: { associationCategory: kind.category, associationTypeId },
  });
  return batchAnswer(portal.setup.now(), 200, [side(left, right, kind.id), side(right, left, kind.inverseId)]);
}

function unlink({ portal, app }: Api, call: Call): Answer {
  const { from, to } = pairOf(portal, call);
  portal.unlink({ typeId: from, id: param(call, 'id') }, { typeId: to, id: param(call, 'toId') }, app().origin);
  return { status: 204 };
}
