import { performance } from 'node:perf_hooks';
import { defaultSubscriptions } from '../wire/hubspot/subscriptions.ts';
import type { Subscription } from '../wire/hubspot/subscriptions.ts';
import { CallCounter } from './call-counter.ts';
import { eventIds } from './event-ids.ts';
import { Faults } from './faults.ts';
import { Limits } from './limits.ts';
import { listen, stopListening } from './listen.ts';
import { Portal } from './portal.ts';
import { seededRandom } from './random.ts';
import { buildApp } from './server.ts';
import { sandboxState } from './state.ts';
import type { SandboxState } from './state.ts';
import { defaultSwitches } from './switches.ts';
import type { Switches } from './switches.ts';
import { eventsOf } from './webhook-events.ts';
import type { EventSource } from './webhook-events.ts';
import { webhookValue } from './webhook-value.ts';
import { WebhookSender } from './webhooks.ts';
import { runWorkflows, type Workflow } from './workflow.ts';
import type { SenderSetup } from './webhooks.ts';

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Default 127.0.0.1 */
  readonly host?: string;
  readonly portalId?: string;
  /** The one access token that the portal knows */
  readonly token: string;
  /** Signs the webhooks */
  readonly clientSecret: string;
  readonly appId?: number;
  /** IANA name, default UTC */
  readonly timeZone?: string;
  /** ISO 4217 code, default EUR */
  readonly currency?: string;
  /** The portal's clock, UTC milliseconds */
  readonly now: () => number;
  /** Faults, event ids and delivery accidents repeat for the same seed. */
  readonly seed?: number;
  readonly switches?: Partial<Switches>;
  /** Calls allowed in any ten seconds, default 190 */
  readonly callsPerTenSeconds?: number;
  /** Searches allowed in any second, default 5 */
  readonly searchesPerSecond?: number;
  /** Calls allowed in a day of the portal's time zone, default 625,000 */
  readonly callsPerDay?: number;
  readonly webhooks?: Pick<SenderSetup, 'targetUrl' | 'rates' | 'retryPauseMs' | 'delayMs' | 'answerWithinMs'> & {
    readonly subscriptions?: readonly Subscription[];
  };
  /** What happens when somebody fills in a form. */
  readonly workflows?: readonly Workflow[];
}

/** A running sandbox portal. Disposing of it cuts connections and forgets undelivered webhooks. */
export interface Sandbox extends AsyncDisposable {
  readonly url: string;
  readonly portal: Portal;
  readonly webhooks: WebhookSender;
  readonly faults: Faults;
  /** What the portal's webhook events look like and who gets them. */
  readonly events: EventSource;
  state(): SandboxState;
}

/**
 * Starts an emulated HubSpot portal: empty, with HubSpot's own properties and default deal pipeline.
 *
 * @throws SandboxError when the port cannot be had
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { token, clientSecret, now, portalId = '4400001', appId = 7_000_001, seed = 1 } = options;
  const switches = { ...defaultSwitches, ...options.switches };
  const { timeZone = 'UTC', currency = 'EUR' } = options;
  const portal = new Portal({ portalId, timeZone, currency, now, switches });
  const faults = new Faults(seededRandom(seed));
  const webhooks = new WebhookSender({ ...options.webhooks, clientSecret, now, random: seededRandom(seed + 1) });
  const subscriptions = options.webhooks?.subscriptions ?? defaultSubscriptions;
  const nextEventId = eventIds(seededRandom(seed + 2), () => switches.reuseEventIds);
  const valueOf = (typeId: string, property: string, value: string) => webhookValue(portal, typeId, property, value);
  const events = { portalId, appId, subscriptions, nextEventId, valueOf };
  const closing = new AbortController();
  portal.changes.onChange((change) => {
    webhooks.push(eventsOf(change, events));
    runWorkflows(options.workflows ?? [], change, { portal, clientSecret, signal: closing.signal });
  });
  const calls = new CallCounter();
  const limits = new Limits({ ...options, elapsed: () => performance.now(), today: () => dayIn(timeZone, now()) });
  const state = () => sandboxState({ portal, calls, limits, webhooks, faults });
  const app = () => ({ origin: { at: now(), sourceType: 'INTEGRATION', sourceId: String(appId) }, byApp: true });
  const express = buildApp({ portal, faults, app }, { token, portalId, appId, calls, limits, faults, webhooks, state });
  const { server, url } = await listen(express, options.port ?? 0, options.host ?? '127.0.0.1');
  const stop = async () => {
    closing.abort();
    await Promise.all([stopListening(server), webhooks.close()]);
  };
  return { url, portal, webhooks, faults, events, state, [Symbol.asyncDispose]: stop };
}

const dayIn = (timeZone: string, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
