import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Exchange } from './recording-proxy.ts';

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: object }>>;

interface Operation extends Described {
  readonly file: string;
  readonly method: string;
  readonly path: RegExp;
  /** How many parts of the path are variable */
  readonly variables: number;
}

/** Something of a call that an OpenAPI file does not allow. */
export interface Mismatch {
  readonly operationId: string;
  readonly where: string;
  readonly message: string;
}

/**
 * The OpenAPI files of a folder, to hold recorded calls against.
 *
 * Paths are those of the files: a caller with other ones maps them first.
 */
export class OpenApiFolder {
  readonly #ajv = new Ajv({ strict: false, allErrors: true, formats: formats() });
  readonly #operations: Operation[] = [];
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(folder: string) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const document = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        paths: Record<string, Record<string, Described>>;
      };
      this.#ajv.addSchema({ $id: file, ...document });
      for (const [path, methods] of Object.entries(document.paths)) {
        for (const [method, described] of Object.entries(methods)) {
          const variables = path.split('{').length - 1;
          this.#operations.push({ ...described, file, method: method.toUpperCase(), path: patternOf(path), variables });
        }
      }
    }
  }

  /** The operations that describe a call: the generic one of all objects, and often that of its type. */
  find(method: string, path: string): readonly Operation[] {
    const candidates = this.#operations.filter((one) => one.method === method && one.path.test(path));
    const byFile = Map.groupBy(candidates, (one) => one.file);
    // `groups` would pass for the name of a property: the more literal path is meant.
    return [...byFile.values()].flatMap((ones) => ones.sort((one, other) => one.variables - other.variables)[0] ?? []);
  }

  /** What of a call the operation does not allow. */
  check(operation: Operation, { query, request, status, response }: Exchange): Mismatch[] {
    const { operationId } = operation;
    const names = operation.parameters?.filter((one) => one.in === 'query').map((one) => one.name) ?? [];
    const unknown = [...new Set(query.keys())].filter((name) => !names.includes(name));
    const answer = operation.responses[String(status)] ?? operation.responses['default'];
    const isExpected = String(status) in operation.responses || status >= 400;
    return [
      ...unknown.map((name) => ({ operationId, where: `query ${name}`, message: 'is not described' })),
      ...(isExpected ? [] : [{ operationId, where: `status ${status}`, message: 'is not described' }]),
      ...this.#body(operation, 'request', operation.requestBody?.content, request),
      ...this.#body(operation, 'response', answer?.content, response),
    ];
  }

  #body({ file, operationId }: Operation, where: string, content: Content | undefined, body: unknown): Mismatch[] {
    const schema = Object.values(content ?? {})[0]?.schema;
    if (schema === undefined)
      return body === undefined ? [] : [{ operationId, where, message: 'has a body that is not described' }];
    const validate = this.#validator(within(file, schema));
    if (validate(body)) return [];
    return (validate.errors ?? []).map((error) => ({ operationId, ...said(where, error) }));
  }

  #validator(schema: string): ValidateFunction {
    const known = this.#validators.get(schema);
    if (known !== undefined) return known;
    const made = this.#ajv.compile(JSON.parse(schema) as object);
    this.#validators.set(schema, made);
    return made;
  }
}

/** A schema as text; its references, local to its file, made absolute. */
const within = (file: string, schema: object): string => JSON.stringify(schema).replaceAll('"#/', `"${file}#/`);

/** Places of an array are all one place. */
const said = (where: string, { instancePath, message = '' }: ErrorObject): { where: string; message: string } => ({
  where: `${where} ${instancePath.replace(/\/\d+(?=\/|$)/g, '/*')}`,
  message,
});

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/\/$/, '').replace(/\{[^}]+\}/g, '[^/]+')}/?$`);

const formats = () => ({
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  int32: true as const,
  int64: true as const,
  float: true as const,
  double: true as const,
});
