import type { ExtensionFetch } from '../contract.ts';

/** A request of an extension that HubSpot lets through. */
export interface AllowedFetch {
  readonly method: string;
  readonly url: URL;
  /** JSON text, empty without a body. */
  readonly body: string;
  readonly authorization: string | undefined;
  readonly timeoutMs: number;
}

export const MAX_BYTES = 1_000_000;
const MAX_TIMEOUT_MS = 15_000;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Checks what an extension asks `hubspot.fetch` for.
 *
 * @returns the request as it will go out, or why HubSpot refuses it
 * @source HubSpot docs: Fetching data; ui-extensions-dev-server, proxy
 */
export function checkFetch(asked: ExtensionFetch, permittedOrigins: ReadonlySet<string>): AllowedFetch | string {
  const url = URL.canParse(asked.url) ? new URL(asked.url) : undefined;
  if (url === undefined) return `"${asked.url}" is not an absolute URL`;
  if (url.protocol !== 'https:') return `${asked.url} is not an https URL`;
  if (url.username !== '' || url.password !== '') return 'The URL must not contain a user name or password';
  if (!permittedOrigins.has(url.origin)) return `${url.origin} is not among the app's permittedUrls.fetch`;
  const method = (asked.method ?? 'GET').toUpperCase();
  if (!METHODS.includes(method)) return `The method ${method} is not one of ${METHODS.join(', ')}`;
  const headers = Object.entries(asked.headers ?? {});
  if (headers.length > 1) return "Only 'Authorization' header is allowed";
  const [header] = headers;
  if (header !== undefined && header[0].toLowerCase() !== 'authorization') {
    return "Invalid Request Headers provided. Only 'Authorization' header is allowed from hubspot.fetch()";
  }
  const sends = method !== 'GET' && asked.body !== undefined && asked.body !== null;
  if (sends && !isPlain(asked.body)) return 'The body must be a plain object; it is sent as JSON';
  const body = sends ? JSON.stringify(asked.body) : '';
  if (Buffer.byteLength(body) > MAX_BYTES) return 'The request body is larger than 1 MB';
  const timeoutMs = Math.min(asked.timeout ?? MAX_TIMEOUT_MS, MAX_TIMEOUT_MS);
  return { method, url, body, authorization: header?.[1], timeoutMs };
}

const isPlain = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);
