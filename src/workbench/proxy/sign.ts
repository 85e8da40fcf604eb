import { createHash } from 'node:crypto';
import { signV3 } from '../../sandbox/signature.ts';

export interface ToSign {
  readonly method: string;
  /** The address HubSpot believes it calls, query included. */
  readonly uri: string;
  readonly body: string;
}

/**
 * The headers by which a backend knows that a request comes from HubSpot: version 3, and version 2 for those that still check it.
 *
 * @param at UTC milliseconds
 * @source HubSpot docs: Validating requests; ui-extensions-dev-server, proxy
 */
export function signatureHeaders(request: ToSign, clientSecret: string, at: number): Record<string, string> {
  const timestamp = String(at);
  return {
    'x-hubspot-signature-v3': signV3(clientSecret, { ...request, timestamp }),
    'x-hubspot-request-timestamp': timestamp,
    'x-hubspot-signature': createHash('sha256')
      .update(clientSecret + request.method + request.uri + request.body)
      .digest('hex'),
    'x-hubspot-signature-version': 'v2',
  };
}
