import { conflict, invalid, notFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { propertyDefinition, setFields } from '../property-definition.ts';
import type { PropertyDefinition } from '../property-definition.ts';
import { propertyAnswer } from './property-answer.ts';
import { checkDefinition, createPropertyBody, orderedOptions, updatePropertyBody } from './property-body.ts';
import type { PropertyInput } from './property-body.ts';
import { flagOf, param, readBody } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

/**
 * Property definitions one by one: list, get, create, change, archive.
 *
 * @source HubSpot docs: Properties API
 */
export function propertyRoutes(api: Api): Route[] {
  return [
    { method: 'get', path: '/properties/:type', handle: (call) => list(api, call) },
    { method: 'post', path: '/properties/:type', handle: (call) => create(api, call) },
    { method: 'get', path: '/properties/:type/:name', handle: (call) => get(api, call) },
    { method: 'patch', path: '/properties/:type/:name', handle: (call) => update(api, call) },
    { method: 'delete', path: '/properties/:type/:name', handle: (call) => archive(api, call) },
  ];
}

function list({ portal }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const properties = portal.properties.list(typeId, flagOf(call, 'archived'));
  return { status: 200, body: { results: properties.map((one) => propertyAnswer(portal, typeId, one)) } };
}

function get({ portal }: Api, call: Call): Answer {
  const { typeId, property } = findProperty(portal, call);
  return { status: 200, body: propertyAnswer(portal, typeId, property) };
}

function create({ portal }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const property = defineProperty(portal, typeId, readBody(createPropertyBody, call.body));
  return { status: 201, body: propertyAnswer(portal, typeId, property) };
}

function update({ portal }: Api, call: Call): Answer {
  const { typeId, property } = findProperty(portal, call);
  const { options, ...given } = readBody(updatePropertyBody, call.body);
  const changed: PropertyDefinition = {
    ...property,
    ...setFields(given),
    ...(options === undefined ? {} : { options: orderedOptions(options) }),
    updatedAt: portal.setup.now(),
  };
  if (!property.hubspotDefined) checkDefinition({ ...changed, options: [...changed.options] });
  checkGroup(portal, typeId, changed.groupName);
  portal.properties.put(typeId, changed);
  return { status: 200, body: propertyAnswer(portal, typeId, changed) };
}

function archive({ portal }: Api, call: Call): Answer {
  const { typeId, property } = findProperty(portal, call);
  archiveProperty(portal, typeId, property);
  return { status: 204 };
}

/** @throws ApiError 400 for a property of HubSpot's own */
export function archiveProperty(portal: Portal, typeId: string, property: PropertyDefinition): void {
  if (property.hubspotDefined)
    throw invalid(`The property "${property.name}" is defined by HubSpot and cannot be archived`);
  portal.properties.put(typeId, { ...property, archived: true, updatedAt: portal.setup.now() });
}

/** Adds a property. @throws ApiError 400 for a bad definition, 409 for a name in use */
export function defineProperty(portal: Portal, typeId: string, input: PropertyInput): PropertyDefinition {
  checkDefinition(input);
  checkGroup(portal, typeId, input.groupName);
  if (portal.properties.find(typeId, input.name) !== undefined) {
    throw conflict(`A property named '${input.name}' already exists.`);
  }
  if (input.hasUniqueValue === true) checkUniqueRoom(portal, typeId);
  const { options, ...given } = input;
  const stamps = { createdAt: portal.setup.now(), updatedAt: portal.setup.now() };
  const property = propertyDefinition({ ...setFields(given), options: orderedOptions(options), ...stamps });
  portal.properties.put(typeId, property);
  if (property.hasUniqueValue) portal.table(typeId).trackUnique(property.name);
  return property;
}

/** @source HubSpot docs: Properties API, at most ten unique properties of an object type */
function checkUniqueRoom(portal: Portal, typeId: string): void {
  const unique = portal.properties.list(typeId).filter((property) => property.hasUniqueValue);
  if (unique.length >= 10) throw invalid('An object type can have at most 10 properties with unique values');
}

function findProperty(portal: Portal, call: Call): { typeId: string; property: PropertyDefinition } {
  const typeId = portal.typeId(param(call, 'type'));
  const property = portal.properties.find(typeId, param(call, 'name'));
  if (property === undefined) throw notFound(`Property '${param(call, 'name')}' does not exist`);
  return { typeId, property };
}

function checkGroup(portal: Portal, typeId: string, groupName: string): void {
  if (portal.properties.group(typeId, groupName) === undefined) {
    throw invalid(`The property group "${groupName}" does not exist`);
  }
}
