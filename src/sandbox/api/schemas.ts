import { z } from 'zod';
import { isoInstant } from '../computed-values.ts';
import { customObjectProperties } from '../default-properties.ts';
import { ApiError, conflict, invalid, notFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import type { Schema } from '../schemas.ts';
import { defineProperty } from './properties.ts';
import { propertyAnswer } from './property-answer.ts';
import { createPropertyBody } from './property-body.ts';
import { param, readBody } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

const names = z.array(z.string()).default([]);
const schemaBody = z.object({
  name: z.string(),
  labels: z.object({ singular: z.string().optional(), plural: z.string().optional() }),
  description: z.string().optional(),
  primaryDisplayProperty: z.string(),
  secondaryDisplayProperties: names,
  searchableProperties: names,
  requiredProperties: names,
  properties: z.array(createPropertyBody.extend({ groupName: z.string().optional() })).min(1),
  associatedObjects: names,
});

type SchemaInput = z.infer<typeof schemaBody>;

/**
 * Custom object types: list, get, create. A portal without custom objects answers 403.
 *
 * @source HubSpot docs: Custom objects API, schemas
 */
export function schemaRoutes(api: Api): Route[] {
  return [
    { method: 'get', path: '/schemas', handle: () => list(api) },
    { method: 'post', path: '/schemas', handle: (call) => create(api, call) },
    { method: 'get', path: '/schemas/:type', handle: (call) => get(api, call) },
  ];
}

function list({ portal }: Api): Answer {
  checkProduct(portal);
  return { status: 200, body: { results: portal.schemas.all().map((schema) => schemaAnswer(portal, schema)) } };
}

function get({ portal }: Api, call: Call): Answer {
  checkProduct(portal);
  const schema = portal.schemas.find(param(call, 'type'));
  if (schema === undefined) throw notFound();
  return { status: 200, body: schemaAnswer(portal, schema) };
}

function create({ portal }: Api, call: Call): Answer {
  checkProduct(portal);
  const input = readBody(schemaBody, call.body);
  checkInput(portal, input);
  const { properties: _properties, associatedObjects, ...rest } = input;
  const objectTypeId = portal.schemas.nextTypeId();
  const linked = associatedObjects.map((name) => portal.typeId(name));
  addProperties(portal, objectTypeId, input);
  const fullyQualifiedName = `p${portal.setup.portalId}_${input.name}`;
  const stamps = { createdAt: portal.setup.now(), updatedAt: portal.setup.now() };
  const schema = { ...rest, description: input.description, objectTypeId, fullyQualifiedName, ...stamps };
  portal.schemas.add(schema);
  for (const typeId of linked) portal.associationTypes.labelled(objectTypeId, typeId, null);
  return { status: 201, body: schemaAnswer(portal, schema) };
}

function checkProduct(portal: Portal): void {
  if (portal.setup.switches.customObjects) return;
  const message = "This app hasn't been granted all required scopes to make this call: crm.schemas.custom.read";
  throw new ApiError(403, 'MISSING_SCOPES', message);
}

function checkInput(portal: Portal, { name, properties, ...input }: SchemaInput): void {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) throw invalid(`"${name}" is not a valid object name`);
  if (portal.schemas.find(name) !== undefined) throw conflict(`An object type named '${name}' already exists.`);
  const known = new Set(properties.map((property) => property.name));
  const used = [input.primaryDisplayProperty, ...input.secondaryDisplayProperties, ...input.searchableProperties];
  const unknown = [...used, ...input.requiredProperties].find((property) => !known.has(property));
  if (unknown !== undefined) throw invalid(`"${unknown}" is not one of the properties of the object type`);
}

/** A refused property leaves nothing behind: the type id it was added to is never given out again. */
function addProperties(portal: Portal, typeId: string, { name, labels, properties }: SchemaInput): void {
  const groupName = `${name.toLowerCase()}_information`;
  portal.properties.putGroup(typeId, {
    name: groupName,
    label: `${labels.singular ?? name} information`,
    displayOrder: 0,
  });
  for (const property of customObjectProperties(groupName)) portal.properties.put(typeId, property);
  for (const property of properties)
    defineProperty(portal, typeId, { ...property, groupName: property.groupName ?? groupName });
}

function schemaAnswer(portal: Portal, schema: Schema): Record<string, unknown> {
  const { objectTypeId, createdAt, updatedAt } = schema;
  const properties = portal.properties.list(objectTypeId);
  return {
    ...schema,
    id: objectTypeId.slice(2),
    properties: properties.map((property) => propertyAnswer(portal, objectTypeId, property)),
    associations: associationsOf(portal, objectTypeId),
    createdAt: isoInstant(createdAt),
    updatedAt: isoInstant(updatedAt),
    archived: false,
  };
}

const associationsOf = (portal: Portal, typeId: string): Record<string, unknown>[] =>
  portal.associationTypes.leadingFrom(typeId).map(({ id, from, to, label }) => ({
    id: String(id),
    fromObjectTypeId: from,
    toObjectTypeId: to,
    name: label ?? `${from}_to_${to}`,
  }));
