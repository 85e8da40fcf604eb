import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** One recorded call of HubSpot's numbered API, with its answer. */
export interface Recording {
  readonly method: string;
  readonly path: string;
  readonly request: { readonly params?: Record<string, string>; readonly data?: unknown };
  readonly response: Record<string, unknown>;
}

/** Every call recorded in a folder. */
export function recordingsIn(folder: string): Recording[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'stage_timing_facts.json');
  return files.flatMap((name) => {
    const calls = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<
      string,
      Record<string, Omit<Recording, 'method' | 'path'>>
    >;
    return Object.entries(calls).flatMap(([method, paths]) =>
      Object.entries(paths).map(([path, call]) => ({ ...call, method, path })),
    );
  });
}

/** A portal that gives the recorded answer of a list, whatever is asked of it. */
export async function recordedPortal(recordings: readonly Recording[]) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://x');
    const numbered = pathname.replace(/^\/crm\/(\w+)\/[\d-]+/, '/crm/v3/$1');
    const found = recordings.find(({ method, path }) => method === 'get' && path === numbered);
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found?.response ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url, [Symbol.asyncDispose]: close };
}
