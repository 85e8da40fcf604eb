import { Client } from '@hubspot/api-client';
import { toDatedUrl } from './dated-paths.ts';

/** How many calls HubSpot announces for a window, read off its answers. */
export interface AnnouncedWindow {
  readonly calls: number;
  readonly windowMs: number;
}

interface RequestContext {
  getUrl(): string;
  setUrl(url: string): void;
}

interface ResponseContext {
  readonly httpStatusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { text(): Promise<string> };
}

/**
 * The official client, without its own retries and limits: those are process-wide and repeat creates. Every call goes out on a dated
 * path.
 */
export function createClient(options: {
  accessToken: string;
  basePath: string;
  announced: (window: AnnouncedWindow) => void;
}): Client {
  const { accessToken, basePath, announced } = options;
  return new Client({
    accessToken,
    basePath,
    middleware: [
      {
        pre(context: unknown): unknown {
          const request = context as RequestContext;
          request.setUrl(toDatedUrl(request.getUrl()));
          return request;
        },
        async post(context: unknown): Promise<unknown> {
          const { httpStatusCode: status, headers, body } = context as ResponseContext;
          const window = announcedWindow(headers);
          if (window) announced(window);
          if (status >= 300) throw failedAnswer(status, await body.text(), headers);
          return context;
        },
      },
    ],
  });
}

/** @source HubSpot docs: API usage guidelines, rate limit headers */
function announcedWindow(headers: Readonly<Record<string, string>>): AnnouncedWindow | undefined {
  const calls = Number(headers['x-hubspot-ratelimit-max']);
  const windowMs = Number(headers['x-hubspot-ratelimit-interval-milliseconds']);
  return calls > 0 && windowMs > 0 ? { calls, windowMs } : undefined;
}

/**
 * An answer that is no success, with its status whatever the body is: empty ones and the HTML pages of HubSpot's edge are no JSON, and
 * the client's own code would forget the status with them.
 */
export function failedAnswer(status: number, text: string, headers: Readonly<Record<string, string>>): Error {
  return Object.assign(new Error(`HubSpot answered ${status}.`), { code: status, body: jsonOr(text), headers });
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
