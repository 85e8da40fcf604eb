import { z } from 'zod';
import { ApiError, invalid, notFound } from '../errors.ts';
import { compareIds } from '../ids.ts';
import { isoInstant } from '../iso-instant.ts';
import { type List, membersOf } from '../lists.ts';
import type { Portal } from '../portal.ts';
import { idText, limitOf, param, readBody, textOf } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

const createBody = z.object({
  name: z.string().min(1),
  objectTypeId: z.string(),
  processingType: z.enum(['MANUAL', 'DYNAMIC', 'SNAPSHOT']),
});
const changeBody = z.object({ recordIdsToAdd: z.array(idText), recordIdsToRemove: z.array(idText) });

/** Records that one call may add or remove. */
const MOST_MEMBERS = 100_000;

type Handler = (portal: Portal, call: Call) => Answer;

/**
 * Lists: make, read by id and by name, rename, delete; their members: a page of them, add and remove. An app without the scopes of lists is
 * answered 403; writing needs the scope to read as well.
 *
 * @source HubSpot docs: Lists API
 */
export function listRoutes({ portal }: Api): Route[] {
  const withScope =
    (handler: Handler, scope = 'crm.lists.read') =>
    (call: Call) => {
      checkScope(portal, scope);
      return handler(portal, call);
    };
  const write = (handler: Handler) => withScope(handler, 'crm.lists.write');
  return [
    { method: 'post', path: '/lists', handle: write(create) },
    { method: 'get', path: '/lists/object-type-id/:type/name/:name', handle: withScope(byName) },
    { method: 'get', path: '/lists/:id', handle: withScope(byId) },
    { method: 'delete', path: '/lists/:id', handle: write(remove) },
    { method: 'put', path: '/lists/:id/update-list-name', handle: write(rename) },
    { method: 'get', path: '/lists/:id/memberships', handle: withScope(members) },
    { method: 'put', path: '/lists/:id/memberships/add-and-remove', handle: write(change) },
  ];
}

function checkScope(portal: Portal, scope: string): void {
  if (portal.setup.switches.lists) return;
  throw new ApiError(
    403,
    'MISSING_SCOPES',
    `This app hasn't been granted all required scopes to make this call: ${scope}`,
  );
}

function create(portal: Portal, call: Call): Answer {
  const { name, objectTypeId, processingType } = readBody(createBody, call.body);
  if (processingType !== 'MANUAL') throw invalid('The sandbox makes lists of processing type MANUAL alone.');
  const typeId = portal.typeId(objectTypeId);
  return listAnswer(portal, portal.lists.make({ name, typeId, processingType }, portal.setup.now()));
}

const byName: Handler = (portal, call) => {
  const list = portal.lists.byName(portal.typeId(param(call, 'type')), param(call, 'name'));
  if (list === undefined) throw notFound(`No list exists with name ${param(call, 'name')}.`);
  return listAnswer(portal, list);
};

/** Whether a deleted list is still told, with the instant, is a switch. */
const byId: Handler = (portal, call) => {
  const id = param(call, 'id');
  const deleted = portal.setup.switches.deletedLists === 'told' ? portal.lists.find(id) : undefined;
  return listAnswer(portal, deleted ?? portal.lists.get(id));
};

function remove(portal: Portal, call: Call): Answer {
  portal.lists.get(param(call, 'id')).deletedAt = portal.setup.now();
  return { status: 204 };
}

function rename(portal: Portal, call: Call): Answer {
  const list = portal.lists.get(param(call, 'id'));
  const name = textOf(call, 'listName');
  if (name === undefined) throw invalid('listName is missing');
  list.name = name;
  list.updatedAt = portal.setup.now();
  return { status: 200, body: { updatedList: described(portal, list) } };
}

function members(portal: Portal, call: Call): Answer {
  const list = portal.lists.get(param(call, 'id'));
  const limit = limitOf(call, { usual: 100, max: 250 });
  const all = membersOf(list, (id) => isThere(portal, list, id));
  const after = textOf(call, 'after');
  const rest = after === undefined ? all : all.filter((id) => compareIds(id, after) > 0);
  const page = rest.slice(0, limit);
  const next = rest.length > limit ? page.at(-1) : undefined;
  const results = page.map((recordId) => ({
    recordId,
    membershipTimestamp: isoInstant(list.members.get(recordId) ?? list.createdAt),
  }));
  const paging = next === undefined ? {} : { paging: { next: { after: next, link: '' } } };
  return { status: 200, body: { total: all.length, results, ...paging } };
}

/** Who is there already is not added, who is not is not removed, and a record that does not exist is told as missing. */
function change(portal: Portal, call: Call): Answer {
  const list = portal.lists.get(param(call, 'id'));
  const { recordIdsToAdd, recordIdsToRemove } = readBody(changeBody, call.body);
  if (recordIdsToAdd.length + recordIdsToRemove.length > MOST_MEMBERS)
    throw invalid(`At most ${MOST_MEMBERS} records may be added or removed at a time`);
  const at = portal.setup.now();
  const missing = recordIdsToAdd.filter((id) => !isThere(portal, list, id));
  const added = recordIdsToAdd.filter((id) => isThere(portal, list, id) && !list.members.has(id));
  for (const id of added) list.members.set(id, at);
  const removed = recordIdsToRemove.filter((id) => list.members.delete(id));
  list.updatedAt = at;
  return { status: 200, body: { recordsIdsAdded: added, recordIdsRemoved: removed, recordIdsMissing: missing } };
}

function isThere(portal: Portal, list: List, id: string): boolean {
  const record = portal.table(list.typeId).get(id);
  return record !== undefined && record.archivedAt === undefined;
}

const listAnswer = (portal: Portal, list: List): Answer => ({ status: 200, body: { list: described(portal, list) } });

const described = (portal: Portal, list: List): Record<string, unknown> => ({
  listId: list.id,
  listVersion: 1,
  createdAt: isoInstant(list.createdAt),
  updatedAt: isoInstant(list.updatedAt),
  ...(list.deletedAt === undefined ? {} : { deletedAt: isoInstant(list.deletedAt) }),
  processingStatus: 'COMPLETE',
  processingType: list.processingType,
  objectTypeId: list.typeId,
  name: list.name,
  size: membersOf(list, (id) => isThere(portal, list, id)).length,
});
