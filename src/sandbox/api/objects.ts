import { z } from 'zod';
import { invalid, notFound } from '../errors.ts';
import { mergeRecords } from '../merge-records.ts';
import { companyType, contactType, dealType, singularName } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import { recordAnswer, writtenAnswer } from '../record-answer.ts';
import type { Wanted } from '../record-answer.ts';
import type { CrmRecord } from '../record-table.ts';
import { planCreate, planUpdate } from '../write-record.ts';
import type { PlannedLink } from '../write-record.ts';
import { kindFrom, kindInputs } from './association-kinds.ts';
import { flagOf, idText, limitOf, listOf, param, readBody, textOf, writtenValues } from './route.ts';
import type { Api, Call, Route } from './route.ts';

const links = z
  .array(
    z.object({
      to: z.object({ id: idText }),
      types: kindInputs,
    }),
  )
  .nullish();

export const createBody = z.object({ properties: writtenValues, associations: links });
const updateBody = z.object({ properties: writtenValues });
const mergeable = new Set([contactType, companyType, dealType]);
const mergeBody = z.object({ primaryObjectId: idText, objectIdToMerge: idText });

/**
 * Single records: list, get, create, update, archive, merge.
 *
 * @source HubSpot docs: CRM objects API
 */
export function objectRoutes(api: Api): Route[] {
  return [
    { method: 'get', path: '/objects/:type', handle: (call) => list(api, call) },
    { method: 'post', path: '/objects/:type', handle: (call) => create(api, call) },
    { method: 'post', path: '/objects/:type/merge', handle: (call) => merge(api, call) },
    { method: 'get', path: '/objects/:type/:id', handle: (call) => get(api, call) },
    { method: 'patch', path: '/objects/:type/:id', handle: (call) => update(api, call) },
    { method: 'delete', path: '/objects/:type/:id', handle: (call) => archive(api, call) },
  ];
}

function list({ portal }: Api, call: Call) {
  const typeId = portal.typeId(param(call, 'type'));
  const wanted = wantedOf(portal, call);
  const limit = limitOf(call, { usual: 10, max: wanted.history.length > 0 ? 50 : 100 });
  const page = portal.table(typeId).page({ after: textOf(call, 'after'), limit, archived: flagOf(call, 'archived') });
  const paging = page.next === undefined ? {} : { paging: { next: { after: page.next } } };
  const results = page.records.map((record) => recordAnswer(portal, record, wanted));
  return { status: 200, body: { results, ...paging } };
}

function get({ portal }: Api, call: Call) {
  const record = findRecord(portal, call, flagOf(call, 'archived'));
  return { status: 200, body: recordAnswer(portal, record, wantedOf(portal, call)) };
}

function create({ portal, app }: Api, call: Call) {
  const typeId = portal.typeId(param(call, 'type'));
  const { properties, associations } = readBody(createBody, call.body);
  const record = planCreate(portal, typeId, properties, linksOf(portal, typeId, associations), app()).apply();
  return { status: 201, body: writtenAnswer(portal, record) };
}

function update({ portal, app }: Api, call: Call) {
  const record = findRecord(portal, call, false);
  const { properties } = readBody(updateBody, call.body);
  return { status: 200, body: writtenAnswer(portal, planUpdate(portal, record, properties, app()).apply()) };
}

function archive({ portal, app }: Api, call: Call) {
  const record = portal.table(portal.typeId(param(call, 'type'))).get(param(call, 'id'));
  if (record === undefined) throw notFound();
  portal.archive(record, app().origin);
  return { status: 204 };
}

function merge({ portal, app }: Api, call: Call) {
  const typeId = portal.typeId(param(call, 'type'));
  if (!mergeable.has(typeId)) throw invalid(`Records of the type ${singularName(typeId)} cannot be merged`);
  const table = portal.table(typeId);
  const { primaryObjectId, objectIdToMerge } = readBody(mergeBody, call.body);
  const [primary, other] = [table.get(primaryObjectId), table.get(objectIdToMerge)];
  if (primary === undefined || other === undefined) throw notFound();
  if (primary.archivedAt !== undefined || other.archivedAt !== undefined) throw notFound();
  return { status: 200, body: writtenAnswer(portal, mergeRecords(portal, primary, other, app().origin)) };
}

function wantedOf(portal: Portal, call: Call): Wanted {
  return {
    properties: listOf(call, 'properties'),
    history: listOf(call, 'propertiesWithHistory'),
    associations: listOf(call, 'associations').map((name) => portal.typeId(name)),
  };
}

/** The record that a path names, by id (also one merged away) or by a unique property. */
function findRecord(portal: Portal, call: Call, archived: boolean): CrmRecord {
  const table = portal.table(portal.typeId(param(call, 'type')));
  const idProperty = textOf(call, 'idProperty');
  if (idProperty !== undefined && !table.isUnique(idProperty)) throw invalid(`${idProperty} is not a unique property`);
  const id = param(call, 'id');
  const record = idProperty === undefined ? table.resolve(id) : table.findUnique(idProperty, id);
  if (record === undefined || (record.archivedAt !== undefined) !== archived) throw notFound();
  return record;
}

/** @throws ApiError 400 for a kind of link that does not lead from this type, 404 for a record that does not exist */
export function linksOf(portal: Portal, typeId: string, given: z.infer<typeof links>): PlannedLink[] {
  return (given ?? []).flatMap(({ to, types }) =>
    types.map((type) => {
      const kind = kindFrom(portal, typeId, type);
      const record = portal.table(kind.to).get(to.id);
      if (record === undefined || record.archivedAt !== undefined)
        throw notFound(`No record ${to.id} to associate with exists`);
      return { to: record, kind };
    }),
  );
}
