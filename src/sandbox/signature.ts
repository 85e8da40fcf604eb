import { createHash, createHmac } from 'node:crypto';

/**
 * The v1 signature: SHA-256 of client secret and body, in hex.
 *
 * @source HubSpot docs: Validating requests
 */
export const signV1 = (clientSecret: string, body: string): string =>
  createHash('sha256')
    .update(clientSecret + body)
    .digest('hex');

/**
 * The v3 signature: HMAC-SHA-256 over method, URI, body and timestamp, in base64. A few escapes of the URI are decoded
 * before; all others stay.
 *
 * @param timestamp UTC milliseconds as text, as sent in X-HubSpot-Request-Timestamp
 * @source HubSpot docs: Validating requests, v3
 */
export function signV3(
  clientSecret: string,
  request: { method: string; uri: string; body: string; timestamp: string },
): string {
  const text = request.method + decodeUri(request.uri) + request.body + request.timestamp;
  return createHmac('sha256', clientSecret).update(text, 'utf8').digest('base64');
}

const decoded = /%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

const decodeUri = (uri: string): string => uri.replace(decoded, (escape) => decodeURIComponent(escape));
