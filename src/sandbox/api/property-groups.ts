import { z } from 'zod';
import { conflict, invalid, notFound } from '../errors.ts';
import type { PropertyGroup } from '../property-definition.ts';
import { param, readBody } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

const groupBody = z.object({ name: z.string(), label: z.string().min(1), displayOrder: z.number().int().default(-1) });

/**
 * Property groups: list, get, create. Must be routed before the properties: `groups` would pass for a property's name.
 *
 * @source HubSpot docs: Properties API, property groups
 */
export function propertyGroupRoutes(api: Api): Route[] {
  return [
    { method: 'get', path: '/properties/:type/groups', handle: (call) => list(api, call) },
    { method: 'post', path: '/properties/:type/groups', handle: (call) => create(api, call) },
    { method: 'get', path: '/properties/:type/groups/:name', handle: (call) => get(api, call) },
  ];
}

function list({ portal }: Api, call: Call): Answer {
  const groups = portal.properties.groups(portal.typeId(param(call, 'type')));
  return { status: 200, body: { results: groups.map(groupAnswer) } };
}

function get({ portal }: Api, call: Call): Answer {
  const group = portal.properties.group(portal.typeId(param(call, 'type')), param(call, 'name'));
  if (group === undefined) throw notFound();
  return { status: 200, body: groupAnswer(group) };
}

function create({ portal }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const group = readBody(groupBody, call.body);
  if (!/^[a-z][a-z0-9_]*$/.test(group.name)) throw invalid(`"${group.name}" is not a valid group name`);
  if (portal.properties.group(typeId, group.name) !== undefined) {
    throw conflict(`A property group named '${group.name}' already exists.`);
  }
  portal.properties.putGroup(typeId, group);
  return { status: 201, body: groupAnswer(group) };
}

const groupAnswer = (group: PropertyGroup): Record<string, unknown> => ({ ...group, archived: false });
