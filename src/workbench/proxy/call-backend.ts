import { type AllowedFetch, MAX_BYTES } from './check-fetch.ts';
import { signatureHeaders } from './sign.ts';

export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly mayRetry: boolean }
  | {
      readonly kind: 'failed';
      readonly status: number;
      readonly category: string;
      readonly message: string;
      readonly mayRetry: boolean;
    };

interface Target {
  readonly backendUrl: string;
  readonly publicUrl: string;
  readonly clientSecret: string;
  readonly now: () => number;
}

/** Sends one signed request. Redirects are not followed; an answer of more than 1 MB counts as failed. */
export async function callBackend(
  { method, body, authorization }: AllowedFetch,
  path: string,
  signal: AbortSignal,
  { backendUrl, publicUrl, clientSecret, now }: Target,
): Promise<Outcome> {
  const uri = new URL(publicUrl).origin + path;
  const headers = {
    ...(body === '' ? {} : { 'content-type': 'application/json' }),
    ...(authorization === undefined ? {} : { authorization }),
    ...signatureHeaders({ method, uri, body }, clientSecret, now()),
  };
  try {
    const send = { method, headers, redirect: 'manual', signal, ...(body === '' ? {} : { body }) } as const;
    const response = await fetch(new URL(backendUrl).origin + path, send);
    const text = await readLimited(response);
    if (text === undefined) return failed(502, 'BAD_GATEWAY', 'The response body is larger than 1 MB');
    return { kind: 'answered', status: response.status, body: text, mayRetry: response.status >= 500 };
  } catch {
    if (signal.aborted) return failed(504, 'GATEWAY_TIMEOUT', 'The app did not answer in time');
    return { ...failed(502, 'BAD_GATEWAY', 'The app cannot be reached'), mayRetry: true };
  }
}

const failed = (status: number, category: string, message: string): Outcome => ({
  kind: 'failed',
  status,
  category,
  message,
  mayRetry: false,
});

async function readLimited({ body }: Response): Promise<string | undefined> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
