import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, MINUTE_MS } from '../../domain/values/instant.ts';

/** Why a signed request is refused; each reason is counted. */
export type SignatureVerdict = 'valid' | 'unsigned' | 'stale' | 'forged';

export interface SignedRequest {
  readonly method: string;
  /** The public URL HubSpot called, query included; never taken from the request's own headers. */
  readonly url: string;
  /** The bytes as they came: text that was decoded, or written anew, is not what was signed. */
  readonly body: Uint8Array;
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
  return secrets.some((secret) => isEqual(sign({ ...request, timestamp }, secret), signature)) ? 'valid' : 'forged';
}

/**
 * The older v2 signature that HubSpot documents for workflow actions: no timestamp, so the receiver has to know repeated requests by
 * their callback id.
 *
 * @source HubSpot docs: Validating requests, v2
 */
export function checkOlderSignature(
  { method, url, body }: SignedRequest,
  signature: string | undefined,
  secrets: readonly string[],
): SignatureVerdict {
  if (!signature) return 'unsigned';
  const expected = (secret: string) =>
    createHash('sha256')
      .update(secret + method + url)
      .update(body)
      .digest('hex');
  return secrets.some((secret) => isEqual(expected(secret), signature)) ? 'valid' : 'forged';
}

/** The v3 signature in base64. @source HubSpot docs: Validating requests, v3 */
function sign({ method, url, body, timestamp }: SignedRequest & { timestamp: string }, secret: string): string {
  return createHmac('sha256', secret)
    .update(method + decodeUri(url))
    .update(body)
    .update(timestamp)
    .digest('base64');
}

const decodeUri = (url: string): string => url.replace(DECODED, (escape) => decodeURIComponent(escape));

/** Constant time for equal lengths; the length of a signature is no secret. */
function isEqual(expected: string, given: string): boolean {
  const a = Buffer.from(expected, 'utf8');
  const b = Buffer.from(given, 'utf8');
  return a.length === b.length && timingSafeEqual(a, b);
}
