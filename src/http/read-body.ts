import type { IncomingMessage } from 'node:http';

/** A body that is refused before or while it is read. */
export class BodyRefusedError extends Error {
  override readonly name = 'BodyRefusedError';
  readonly status: 413 | 415;
  constructor(status: 413 | 415, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The raw bytes of a request's body; empty when it has none.
 *
 * It stops at the limit. The body parsers of Express read a refused body to its end first, and an endless one has none.
 *
 * @param limit  bytes
 * @throws BodyRefusedError  413 above the limit, 415 when compressed
 * @throws Error  when the client goes away before the body is complete
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = request.headers;
  if (encoding !== 'identity') throw new BodyRefusedError(415, 'Compressed bodies are not read.');
  if (Number(length) > limit) throw tooLarge(limit);
  const parts: Buffer[] = [];
  let size = 0;
  // Destroying the request would take away the connection that the answer still needs.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw tooLarge(limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const tooLarge = (limit: number): BodyRefusedError =>
  new BodyRefusedError(413, `A body may have at most ${limit} bytes.`);

/** The JSON of a body; undefined when it is none, which no schema accepts. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
