import { z } from 'zod';
import { invalid } from '../errors.ts';
import type { Portal } from '../portal.ts';
import type { Faults } from '../faults.ts';
import type { Writer } from '../write-record.ts';

/** One request, already authenticated, with its path in the undated form. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly handle: (call: Call) => Answer;
}

/** What the API families work on. `app` stands for the app whose token the request carries. */
export interface Api {
  readonly portal: Portal;
  readonly faults: Faults;
  readonly app: () => Writer;
}

/** Names given as repeated parameters, joined by commas, or both. */
export function listOf(call: Call, name: string): string[] {
  return [call.query[name]]
    .flat()
    .flatMap((text) => (typeof text === 'string' ? text.split(',') : []))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

export function textOf(call: Call, name: string): string | undefined {
  const value = [call.query[name]].flat()[0];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export const flagOf = (call: Call, name: string): boolean => textOf(call, name)?.toLowerCase() === 'true';

/** @throws ApiError 400 when the limit is no whole number between 1 and `max` */
export function limitOf(call: Call, { usual, max }: { usual: number; max: number }): number {
  const text = textOf(call, 'limit') ?? String(usual);
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= max) return limit;
  throw invalid(`Invalid limit ${text}: it must be between 1 and ${max}`);
}

export const param = (call: Call, name: string): string => call.params[name] ?? '';

/** @throws ApiError 400 naming the first field that does not fit */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(`Invalid input JSON: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

export const idText = z.union([z.string().min(1), z.number().int()]).transform(String);
export const writtenValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
