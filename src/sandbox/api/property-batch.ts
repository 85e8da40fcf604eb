import { z } from 'zod';
import { ApiError, errorRow, notFound } from '../errors.ts';
import { batchAnswer, checkSize } from './batch-rows.ts';
import { archiveProperty, defineProperty } from './properties.ts';
import { propertyAnswer } from './property-answer.ts';
import { createPropertyBody } from './property-body.ts';
import { param, readBody } from './route.ts';
import type { Answer, Api, Call, Route } from './route.ts';

const created = z.object({ inputs: z.array(createPropertyBody).min(1) });
const names = z.array(z.object({ name: z.string() })).min(1);
const read = z.object({ inputs: names, archived: z.boolean().default(false) });
const archived = z.object({ inputs: names });

/**
 * Up to 100 property definitions in one call; each stands for itself. Must be routed before the properties: `batch` would
 * pass for a property's name.
 *
 * @source HubSpot docs: Properties API, batch calls
 */
export function propertyBatchRoutes(api: Api): Route[] {
  return [
    { method: 'post', path: '/properties/:type/batch/create', handle: (call) => create(api, call) },
    { method: 'post', path: '/properties/:type/batch/read', handle: (call) => readNamed(api, call) },
    { method: 'post', path: '/properties/:type/batch/archive', handle: (call) => archive(api, call) },
  ];
}

function create({ portal }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const { inputs } = readBody(created, call.body);
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
  return batchAnswer(portal.setup, 201, results, errors);
}

function readNamed({ portal }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const { inputs, archived: wanted } = readBody(read, call.body);
  checkSize(inputs);
  const known = new Map(portal.properties.list(typeId, wanted).map((property) => [property.name, property]));
  const found = inputs.flatMap(({ name }) => known.get(name) ?? []);
  const missing = inputs.map(({ name }) => name).filter((name) => !known.has(name));
  const errors = missing.map((name) => errorRow(notFound(`Property '${name}' does not exist`), { name: [name] }));
  const results = found.map((property) => propertyAnswer(portal, typeId, property));
  return batchAnswer(portal.setup, 200, results, errors);
}

function archive({ portal }: Api, call: Call): Answer {
  const typeId = portal.typeId(param(call, 'type'));
  const { inputs } = readBody(archived, call.body);
  checkSize(inputs);
  for (const { name } of inputs) {
    const property = portal.properties.find(typeId, name);
    if (property !== undefined) archiveProperty(portal, typeId, property);
  }
  return { status: 204 };
}
