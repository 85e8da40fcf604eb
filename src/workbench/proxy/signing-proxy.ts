import { setTimeout as pause } from 'node:timers/promises';
import type { ExtensionFetch, ExtensionFetchAnswer, Person } from '../contract.ts';
import { callBackend, type Outcome } from './call-backend.ts';
import { checkFetch } from './check-fetch.ts';
import { envelopeOf, refusal } from './proxy-envelope.ts';

export interface ProxySetup {
  /** Where the backend really listens. */
  readonly backendUrl: string;
  /** Where the backend believes HubSpot calls it; this is what gets signed. */
  readonly publicUrl: string;
  readonly clientSecret: string;
  readonly appId: number;
  readonly portalId: string;
  readonly permittedOrigins: ReadonlySet<string>;
  /** Whether refusals of the backend come back wrapped, as HubSpot's proxy may do, or as they are. */
  readonly envelope: boolean;
  /** The portal's clock, UTC milliseconds */
  readonly now: () => number;
}

export type SigningProxy = (asked: ExtensionFetch, person: Person) => Promise<ExtensionFetchAnswer>;

const MAX_AT_ONCE = 20;
const RETRY_PAUSE_MS = 100;

/**
 * What stands behind `hubspot.fetch`: checks the request, adds who asks and from which portal, signs, sends, and tries a second time
 * after a 5xx or trouble with the connection.
 *
 * @source HubSpot docs: Fetching data (limits: 20 at once, 15 s, 1 MB each way)
 */
export function signingProxy(setup: ProxySetup): SigningProxy {
  let open = 0;
  return async (asked, person) => {
    const allowed = checkFetch(asked, setup.permittedOrigins);
    if (typeof allowed === 'string') return refusal(400, 'VALIDATION_ERROR', allowed);
    if (open >= MAX_AT_ONCE) return refusal(429, 'RATE_LIMITS', `More than ${MAX_AT_ONCE} requests at once`);
    open += 1;
    try {
      const path = `${allowed.url.pathname}${withAsker(allowed.url, person, setup)}`;
      const signal = AbortSignal.timeout(allowed.timeoutMs);
      const outcome = await twice(() => callBackend(allowed, path, signal, setup));
      return answerOf(outcome, asked.url, setup.envelope);
    } finally {
      open -= 1;
    }
  };
}

/** The extension's own query, then HubSpot's. It cannot speak for somebody else: its parameters of these names are dropped. */
function withAsker(url: URL, person: Person, { portalId, appId }: ProxySetup): string {
  const query = new URLSearchParams(url.search);
  const asker = { portalId, userId: String(person.userId), userEmail: person.email, appId: String(appId) };
  for (const [name, value] of Object.entries(asker)) query.set(name, value);
  return `?${query.toString()}`;
}

async function twice(call: () => Promise<Outcome>): Promise<Outcome> {
  const first = await call();
  if (!first.mayRetry) return first;
  await pause(RETRY_PAUSE_MS);
  return call();
}

function answerOf(outcome: Outcome, asked: string, envelope: boolean): ExtensionFetchAnswer {
  if (outcome.kind === 'failed') return refusal(outcome.status, outcome.category, outcome.message);
  const { status, body } = outcome;
  const isGood = status >= 200 && status < 300;
  return envelope && !isGood ? envelopeOf(status, body, asked) : { status, body };
}
