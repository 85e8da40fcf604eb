import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, MINUTE_MS } from '../../domain/values/instant.ts';

/** Why a signed request is refused; each reason is counted. */
export type SignatureVerdict = 'valid' | 'unsigned' | 'stale' | 'forged';

export interface SignedRequest {
  readonly method: string;
  /** The public URL HubSpot called, query included; never taken from the request's own headers. */
  readonly url: string;
  readonly body: string;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

const MAX_AGE_MS = 5 * MINUTE_MS;

/** Escapes that HubSpot decodes in the URI before it signs. @source HubSpot docs: Validating requests, v3 */
const DECODED = /%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

/**
 * Checks HubSpot's v3 signature over the raw body. Requests without one are refused whatever else they carry (v1 and v2 do not bind
 * time or method). The clock is checked both ways: more than five minutes old, or ahead, is stale. Several secrets may be valid while
 * one is being changed.
 */
export function checkSignature(request: SignedRequest, secrets: readonly string[], now: Instant): SignatureVerdict {
  const { signature, timestamp } = request;
  if (!signature || !timestamp) return 'unsigned';
  if (!/^\d{13}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > MAX_AGE_MS) return 'stale';
  const text = request.method + decodeUri(request.url) + request.body + timestamp;
  return secrets.some((secret) => isEqual(sign(text, secret), signature)) ? 'valid' : 'forged';
}

export const sign = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(text, 'utf8').digest('base64');

export function decodeUri(url: string): string {
  return url.replace(DECODED, (escape) => decodeURIComponent(escape));
}

/** Constant time for equal lengths; the length of a signature is no secret. */
function isEqual(expected: string, given: string): boolean {
  const a = Buffer.from(expected, 'utf8');
  const b = Buffer.from(given, 'utf8');
  return a.length === b.length && timingSafeEqual(a, b);
}
