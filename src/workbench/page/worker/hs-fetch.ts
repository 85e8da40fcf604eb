import type { Endpoint } from '@remote-ui/rpc';
import type { PageApi } from '../extension/protocol.ts';
import type { ExtensionScope } from './scope.ts';

/** `self.hsFetch`: asks the page, which asks the signing proxy, and makes the answer a `Response`. */
export function hsFetch({ call }: Endpoint<PageApi>): ExtensionScope['hsFetch'] {
  return async (url, options = {}) => {
    const { method, timeout, body, headers } = options;
    const given = { method, timeout, body, headers: Object.fromEntries(new Headers(headers)) };
    const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const answer = await call.hsFetch(String(url), present);
    const hasBody = ![204, 205, 304].includes(answer.status);
    return new Response(hasBody ? answer.body : null, {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  };
}
