import { z } from 'zod';
import { ApiError, conflict, errorRow, invalid, notFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { propertyDefinition, setFields } from '../property-definition.ts';
import type { PropertyDefinition } from '../property-definition.ts';
import { batchAnswer, checkSize } from './batch-rows.ts';
import { propertyAnswer } from './property-answer.ts';
import { checkDefinition, createPropertyBody, orderedOptions, updatePropertyBody } from './property-body.ts';
import type { PropertyInput } from './property-body.ts';
import { flagOf, param, readBody } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

/**
 * Property definitions: list, get, create, batch create, change, archive.
 *
 * @source HubSpot docs: Properties API
 */
export function propertyRoutes(api: Api): Route[] {
  return [
    { method: 'get', path: '/properties/:type', handle: (call) => list(api, call) },
    { method: 'post', path: '/properties/:type', handle: (call) => create(api, call) },
    { method: 'post', path: '/properties/:type/batch/create', handle: (call) => createBatch(api, call) },
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

function createBatch({ portal }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const { inputs } = readBody(z.object({ inputs: z.array(createPropertyBody).min(1) }), call.body);
  checkSize(inputs);
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const input of inputs) {
    try {
      results.push(propertyAnswer(portal, typeId, defineProperty(portal, typeId, input)));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      errors.push(errorRow(error, { name: [input.name] }));
    }
  }
  return batchAnswer(portal.setup.now(), 201, results, errors);
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
  if (property.hubspotDefined)
    throw invalid(`The property "${property.name}" is defined by HubSpot and cannot be archived`);
  portal.properties.put(typeId, { ...property, archived: true, updatedAt: portal.setup.now() });
  return { status: 204 };
}

/** Adds a property. @throws ApiError 400 for a bad definition, 409 for a name in use */
export function defineProperty(portal: Portal, typeId: string, input: PropertyInput): PropertyDefinition {
  checkDefinition(input);
  checkGroup(portal, typeId, input.groupName);
  if (portal.properties.find(typeId, input.name) !== undefined) {
    throw conflict(`A property named '${input.name}' already exists.`);
  }
  const { options, ...given } = input;
  const stamps = { createdAt: portal.setup.now(), updatedAt: portal.setup.now() };
  const property = propertyDefinition({ ...setFields(given), options: orderedOptions(options), ...stamps });
  portal.properties.put(typeId, property);
  if (property.hasUniqueValue) portal.table(typeId).trackUnique(property.name);
  return property;
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
