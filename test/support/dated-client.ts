import { Client } from '@hubspot/api-client';

const rewrites: readonly (readonly [RegExp, string])[] = [
  [/\/crm\/v[34]\/objects\//, '/crm/objects/2026-09/'],
  [/\/crm\/v4\/associations\//, '/crm/associations/2026-09/'],
  [/\/crm\/v3\/(properties|pipelines|owners|lists)(?=[/?]|$)/, '/crm/$1/2026-09'],
  [/\/crm-object-schemas\/v3\/schemas/, '/crm-object-schemas/2026-09/schemas'],
];

interface RequestContext {
  getUrl(): string;
  setUrl(url: string): void;
}

/** HubSpot's own client, its numbered paths turned into dated ones on the way out. */
export function datedClient(basePath: string, accessToken: string): Client {
  const pre = (context: unknown): Promise<unknown> => {
    const request = context as RequestContext;
    request.setUrl(rewrites.reduce((url, [from, to]) => url.replace(from, to), request.getUrl()));
    return Promise.resolve(request);
  };
  return new Client({ basePath, accessToken, middleware: [{ pre, post: (context) => Promise.resolve(context) }] });
}
