import type { ExtensionFetchAnswer } from '../contract.ts';

/** A refusal by HubSpot itself. */
export function refusal(status: number, category: string, message: string): ExtensionFetchAnswer {
  return { status, body: JSON.stringify({ status: 'error', category, message }) };
}

/**
 * The backend's refusal, wrapped. The proxy itself did its work, so its own status is 200; the backend's stands in the context.
 *
 * @source ui-extensions-dev-server, proxy, which mirrors HubSpot's
 */
export function envelopeOf(status: number, body: string, asked: string): ExtensionFetchAnswer {
  const wrapped = {
    status: 'error',
    category: 'BAD_GATEWAY',
    message: 'Error returned from Request Uri',
    context: { appServerStatusCode: [String(status)], requestUri: [asked] },
    responseBody: parsed(body),
    errors: [{ message: `Unacceptable HTTP status ${status} calling ${asked}` }],
  };
  return { status: 200, body: JSON.stringify(wrapped) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body; // The backend answered with something else than JSON: pass it on as text.
  }
}
