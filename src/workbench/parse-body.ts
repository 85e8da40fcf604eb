import type { z } from 'zod';
import { ApiError } from '../sandbox/errors.ts';

/** @throws ApiError 400 naming the first field that does not fit */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ApiError(400, 'VALIDATION_ERROR', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no JSON body'}`);
}
