import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Variables } from '../contract.ts';
import { ProjectError } from './project-error.ts';
import { substitute } from './substitute.ts';

const envelope = z.object({ uid: z.string(), type: z.string(), config: z.unknown() });

/**
 * Reads one `-hsmeta.json` file with the profile's variables filled in.
 *
 * @throws ProjectError when the file is missing, no JSON, or not of the expected shape
 */
export async function readMeta<T>(file: string, config: z.ZodType<T>, variables: Variables) {
  const meta = parse(envelope, await readJson(file), file);
  return { ...meta, config: parse(config, substitute(meta.config, variables), file) };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ProjectError(`${file} cannot be read as JSON.`, { cause: error });
  }
}

function parse<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ProjectError(`${file} is not as it should be: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
