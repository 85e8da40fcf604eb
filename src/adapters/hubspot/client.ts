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
  readonly headers: Readonly<Record<string, string>>;
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
        post(context: unknown): unknown {
          const window = announcedWindow((context as ResponseContext).headers);
          if (window) announced(window);
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
