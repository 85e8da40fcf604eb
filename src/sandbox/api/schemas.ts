import type { z } from 'zod';
import { customObjectProperties } from '../default-properties.ts';
import { ApiError, conflict, invalid, notFound } from '../errors.ts';
import { noteType, taskType } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import { setFields } from '../property-definition.ts';
import type { Schema } from '../schemas.ts';
import { defineProperty } from './properties.ts';
import { flagOf, param, readBody } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';
import { associationAnswer, definitionAnswer, schemaAnswer } from './schema-answer.ts';
import { checkUsed, createSchemaBody, schemaAssociationBody, updateSchemaBody } from './schema-body.ts';

type SchemaInput = z.infer<typeof createSchemaBody>;
type Handler = (portal: Portal, call: Call) => Answer;

/**
 * Custom object types: list, get, create, change, archive, and their links to other types. A portal without custom
 * objects answers 403.
 *
 * @source HubSpot docs: Custom objects API, schemas
 */
export function schemaRoutes({ portal }: Api): Route[] {
  const withProduct = (handler: Handler) => (call: Call) => {
    checkProduct(portal);
    return handler(portal, call);
  };
  return [
    { method: 'get', path: '/schemas', handle: withProduct(list) },
    { method: 'post', path: '/schemas', handle: withProduct(create) },
    { method: 'get', path: '/schemas/:type', handle: withProduct(get) },
    { method: 'patch', path: '/schemas/:type', handle: withProduct(update) },
    { method: 'delete', path: '/schemas/:type', handle: withProduct(archive) },
    { method: 'post', path: '/schemas/:type/associations', handle: withProduct(associate) },
  ];
}

function checkProduct(portal: Portal): void {
  if (portal.setup.switches.customObjects) return;
  const message = "This app hasn't been granted all required scopes to make this call: crm.schemas.custom.read";
  throw new ApiError(403, 'MISSING_SCOPES', message);
}

function list(portal: Portal, call: Call): Answer {
  const schemas = portal.schemas.all(flagOf(call, 'archived'));
  return { status: 200, body: { results: schemas.map((schema) => schemaAnswer(portal, schema)) } };
}

const get: Handler = (portal, call) => ({ status: 200, body: schemaAnswer(portal, find(portal, call)) });

function find(portal: Portal, call: Call): Schema {
  const schema = portal.schemas.find(param(call, 'type'));
  if (schema === undefined) throw notFound();
  return schema;
}

function create(portal: Portal, call: Call): Answer {
  const input = readBody(createSchemaBody, call.body);
  const { name, properties, associatedObjects, ...rest } = input;
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) throw invalid(`"${name}" is not a valid object name`);
  if (portal.schemas.isTaken(name)) throw conflict(`An object type named '${name}' already exists.`);
  checkUsed(input, new Set(properties.map((property) => property.name)));
  const objectTypeId = portal.schemas.nextTypeId();
  const linked = associatedObjects.map((each) => portal.typeId(each));
  addProperties(portal, objectTypeId, input);
  const fullyQualifiedName = `p${portal.setup.portalId}_${name}`;
  const stamps = { createdAt: portal.setup.now(), updatedAt: portal.setup.now(), archived: false };
  const schema = { name, ...rest, description: input.description, objectTypeId, fullyQualifiedName, ...stamps };
  portal.schemas.put(schema);
  // HubSpot links every custom object to activities by itself.
  for (const typeId of [...linked, taskType, noteType]) portal.associationTypes.labelled(objectTypeId, typeId, null);
  return { status: 201, body: schemaAnswer(portal, schema) };
}

/** A refused property leaves nothing behind: the type id it was added to is never given out again. */
function addProperties(portal: Portal, typeId: string, { name, labels, properties }: SchemaInput): void {
  const groupName = `${name.toLowerCase()}_information`;
  const label = `${labels.singular ?? name} information`;
  portal.properties.putGroup(typeId, { name: groupName, label, displayOrder: 0 });
  for (const property of customObjectProperties(groupName)) portal.properties.put(typeId, property);
  for (const property of properties)
    defineProperty(portal, typeId, { ...property, groupName: property.groupName ?? groupName });
}

function update(portal: Portal, call: Call): Answer {
  const schema = find(portal, call);
  const { clearDescription, ...given } = readBody(updateSchemaBody, call.body);
  const changed = { ...schema, ...setFields(given), updatedAt: portal.setup.now() };
  checkUsed(changed, new Set(portal.properties.list(schema.objectTypeId).map((property) => property.name)));
  portal.schemas.put(clearDescription ? { ...changed, description: undefined } : changed);
  return { status: 200, body: definitionAnswer(portal, find(portal, call)) };
}

/**
 * Archives an object type that has no records left; with `archived=true` it goes for good, and only then its name is
 * free. For that archived records stand in the way as well.
 */
function archive(portal: Portal, call: Call): Answer {
  const forGood = flagOf(call, 'archived');
  const schema = forGood ? portal.schemas.findAny(param(call, 'type')) : portal.schemas.find(param(call, 'type'));
  if (schema === undefined) throw notFound();
  const table = portal.table(schema.objectTypeId);
  const left = forGood ? table.size : table.page({ limit: 1, archived: false }).records.length;
  if (left > 0) throw invalid(`The object type ${schema.name} still has records: delete them first`);
  if (forGood) portal.schemas.remove(schema);
  else portal.schemas.put({ ...schema, archived: true, updatedAt: portal.setup.now() });
  return { status: 204 };
}

function associate(portal: Portal, call: Call): Answer {
  find(portal, call);
  const { fromObjectTypeId, toObjectTypeId } = readBody(schemaAssociationBody, call.body);
  const [from, to] = [portal.typeId(fromObjectTypeId), portal.typeId(toObjectTypeId)];
  return { status: 201, body: associationAnswer(portal.associationTypes.labelled(from, to, null)) };
}
