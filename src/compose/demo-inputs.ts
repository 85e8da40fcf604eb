import { randomUUID } from 'node:crypto';
import { now } from '../adapters/system/system.ts';
import type { PortalFolder } from '../sandbox/seed/portal-folder.ts';
import { signatureHeaders } from '../workbench/proxy/sign.ts';

interface DemoBackend {
  readonly url: string;
  readonly portalId: string;
  readonly clientSecret: string;
  /** Who makes the API key. */
  readonly adminUserId: number;
}

/** Rows a request may hold. */
const ROWS = 1_000;

/**
 * Tells the backend what HubSpot has no property for, as marketing's other tools would: with an API key that the admin makes on the
 * settings page, through `/v1`.
 *
 * @returns how many touches and signals were taken in
 */
export async function tellInputs({ touches, signals }: PortalFolder, backend: DemoBackend): Promise<number> {
  const key = await makeApiKey(backend);
  const sent = [
    [
      'touches',
      touches.map(({ contactId: id, at, type, channel, program }) => ({
        id,
        at: iso(at),
        type,
        ...(channel === '' ? {} : { channel }),
        ...(program === '' ? {} : { program }),
      })),
    ],
    [
      'signals',
      signals.map(({ type, id, at, kind, topic, strength, source }) => ({
        objectType: type,
        id,
        at: iso(at),
        kind,
        topic,
        strength,
        source,
      })),
    ],
  ] as const;
  let told = 0;
  for (const [path, rows] of sent) {
    for (let start = 0; start < rows.length; start += ROWS) {
      const part = rows.slice(start, start + ROWS);
      await post(`${backend.url}/v1/${path}`, JSON.stringify(part), { authorization: `Bearer ${key}` });
      told += part.length;
    }
  }
  return told;
}

async function makeApiKey({ url, portalId, clientSecret, adminUserId }: DemoBackend): Promise<string> {
  const uri = `${url}/extension/v1/settings/api-keys?portalId=${portalId}&userId=${adminUserId}`;
  const body = JSON.stringify({ key: randomUUID(), name: 'Marketing tools', scopes: ['touches', 'signals'] });
  const answer = await post(uri, body, signatureHeaders({ method: 'POST', uri, body }, clientSecret, now()));
  return (answer as { apiKey: string }).apiKey;
}

/** @throws Error with what the backend said */
async function post(url: string, body: string, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { ...headers, 'content-type': 'application/json' },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as unknown;
}

const iso = (at: number): string => new Date(at).toISOString();
