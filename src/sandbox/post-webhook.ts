import { signV1, signV3 } from './signature.ts';

export interface WebhookPost {
  readonly uri: string;
  readonly body: string;
  readonly clientSecret: string;
  /** UTC milliseconds as text */
  readonly timestamp: string;
  readonly signal: AbortSignal;
}

/**
 * Sends one delivery, signed as HubSpot signs: v1 and v3 together.
 *
 * @returns whether the target answered 2xx in time; an unreachable, slow or redirecting target did not
 * @source HubSpot docs: Validating requests; Webhooks API (v3), delivery
 */
export async function postWebhook({ uri, body, clientSecret, timestamp, signal }: WebhookPost): Promise<boolean> {
  const headers = {
    'content-type': 'application/json',
    'X-HubSpot-Signature': signV1(clientSecret, body),
    'X-HubSpot-Signature-Version': 'v1',
    'X-HubSpot-Signature-v3': signV3(clientSecret, { method: 'POST', uri, body, timestamp }),
    'X-HubSpot-Request-Timestamp': timestamp,
  };
  try {
    const answer = await fetch(uri, { method: 'POST', body, headers, redirect: 'manual', signal });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false; // Unreachable, cut off or too slow: like any bad answer, a reason to try again.
  }
}
