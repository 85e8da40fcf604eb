import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { openApi } from '../../src/http/contract/v1-openapi.ts';
import { V1_OPERATIONS } from '../../src/http/contract/v1-operations.ts';
import { type V1Needs, v1Routes } from '../../src/http/routes/v1/v1-routes.ts';

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly security: readonly object[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: object } } };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

const described = openApi('https://l2r.example.com') as unknown as Described;
const operation = (method: string, path: string): Operation => described.paths[path]?.[method] as Operation;
const ajv = () => new Ajv2020({ strict: true, strictRequired: false, validateFormats: false });

/** A row of each call, as `docs/api.md` shows it. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  '/v1/signals': [
    { objectType: 'company', domain: 'acme.example', at: '2026-03-02T09:30:00Z', kind: 'intent', source: 'bombora' },
  ],
  '/v1/touches': [{ id: 4711, at: '2026-03-02T09:30:00+01:00', type: 'event_attended' }],
  '/v1/lists': { name: 'Fair', kind: 'attendee', rows: [{ email: 'kim@buyer.example', firstName: null }] },
};

describe('/v1/openapi.json', () => {
  it('describes every route, and every described route exists', () => {
    const { stack } = v1Routes({ publicUrl: '' } as V1Needs);
    const routes = stack.flatMap(({ route }) =>
      route ? [`${Object.keys((route as unknown as { methods: object }).methods).join()} ${route.path}`] : [],
    );
    const told = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(told.sort()).toEqual([...routes].sort());
    expect(told).toHaveLength(Object.keys(V1_OPERATIONS).length);
  });

  it('is OpenAPI 3.1 with schemas of JSON Schema 2020-12', () => {
    const shape = {
      type: 'object',
      required: ['openapi', 'info', 'servers', 'paths', 'components'],
      properties: {
        openapi: { const: '3.1.0' },
        info: { type: 'object', required: ['title', 'version'] },
        paths: {
          type: 'object',
          patternProperties: { '^/': { type: 'object', additionalProperties: operationShape } },
        },
      },
    };
    const check = ajv().compile(shape);
    check(described);
    expect(check.errors).toBeNull();
    for (const methods of Object.values(described.paths))
      for (const { requestBody, responses } of Object.values(methods)) {
        const schemas = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
        for (const content of schemas)
          for (const { schema } of Object.values(content ?? {})) expect(() => ajv().compile(schema)).not.toThrow();
      }
  });

  it.each(Object.entries(EXAMPLES))('takes the example of %s, and no unknown member', (path, example) => {
    const schema = operation('post', path).requestBody?.content['application/json'].schema ?? {};
    const check = ajv().compile(schema);
    check(example);
    expect(check.errors).toBeNull();
    const row = { ...(Array.isArray(example) ? (example[0] as object) : (example as object)), portalId: '1' };
    expect(check(Array.isArray(example) ? [row] : row)).toBe(false);
  });

  it('says who needs a key', () => {
    const open = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.values(methods).flatMap(({ security }) => (security.length === 0 ? [path] : [])),
    );
    expect(open).toEqual(['/v1/openapi.json']);
  });
});

const parameterShape = {
  type: 'object',
  required: ['in', 'name', 'schema', 'required'],
  properties: { in: { enum: ['path', 'query', 'header'] }, name: { type: 'string' } },
};
const operationShape = {
  type: 'object',
  required: ['operationId', 'summary', 'responses', 'parameters', 'security'],
  properties: {
    parameters: { type: 'array', items: parameterShape },
    responses: {
      type: 'object',
      minProperties: 1,
      patternProperties: { '^[2-5]\\d\\d$': { type: 'object', required: ['description', 'content'] } },
      additionalProperties: false,
    },
  },
};
