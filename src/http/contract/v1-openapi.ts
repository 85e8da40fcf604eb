import { z } from 'zod';
import { type Answer, type Operation, V1_OPERATIONS } from './v1-operations.ts';

type Json = Readonly<Record<string, unknown>>;

/** `/v1` as OpenAPI 3.1, made from the schemas that check the requests. */
export function openApi(publicUrl: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [operationId, operation] of Object.entries<Operation>(V1_OPERATIONS)) {
    const path = (paths[operation.path] ??= {});
    path[operation.method] = { operationId, ...described(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Lead-to-Revenue for HubSpot', version: '1' },
    servers: [{ url: publicUrl }],
    paths,
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}

function described({ summary, needs, path, headers = {}, query = {}, body, answers }: Operation): Json {
  return {
    summary,
    security: needs === 'none' ? [] : [{ key: [] }],
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => parameter('path', name, undefined)),
      ...Object.entries(headers).map(([name, says]) => parameter('header', name, says)),
      ...Object.entries(query).map(([name, says]) => parameter('query', name, says)),
    ],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: toJson(body, 'input') } } } }
      : {}),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [status, response(answer, status)]),
    ),
  };
}

const parameter = (place: 'path' | 'header' | 'query', name: string, description: string | undefined): Json => ({
  in: place,
  name,
  required: place === 'path',
  schema: { type: 'string' },
  ...(description === undefined ? {} : { description }),
});

function response({ says, schema, csv }: Answer, status: string): Json {
  const type = Number(status) < 400 ? 'application/json' : 'application/problem+json';
  const content = {
    [type]: { schema: schema ? toJson(schema, 'output') : { type: 'object' } },
    ...(csv ? { 'text/csv': { schema: { type: 'string' } } } : {}),
  };
  return { description: says, content };
}

/** The dialect is that of OpenAPI 3.1 and need not be named in each place. */
function toJson(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io });
  return json;
}
