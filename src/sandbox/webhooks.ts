import { postWebhook } from './post-webhook.ts';
import type { OutgoingEvent } from './webhook-events.ts';

/** Shares between 0 and 1 of events that meet with something on their way; an event may meet with several. */
export interface DeliveryRates {
  readonly duplicated: number;
  readonly reordered: number;
  readonly delayed: number;
  readonly dropped: number;
}

export interface SenderSetup {
  readonly clientSecret: string;
  readonly now: () => number;
  readonly random: () => number;
  readonly targetUrl?: string | undefined;
  readonly rates?: Partial<DeliveryRates> | undefined;
  /** Pause before the first retry in milliseconds; each later one is about twice as long. HubSpot spreads ten over a day. */
  readonly retryPauseMs?: number | undefined;
  /** Longest delay of a delayed event, milliseconds */
  readonly delayMs?: number | undefined;
  /** How long the target may take to answer, milliseconds */
  readonly answerWithinMs?: number | undefined;
}

export interface SenderState {
  readonly targetUrl: string | null;
  readonly rates: DeliveryRates;
  /** Events waiting, on their way or waiting for a retry */
  readonly pending: number;
  /** Events put on the wire, each attempt counted */
  readonly sent: number;
  readonly accepted: number;
  readonly retried: number;
  /** Events given up after ten retries */
  readonly failed: number;
  readonly duplicated: number;
  readonly dropped: number;
}

interface Delivery {
  readonly event: OutgoingEvent;
  readonly attempt: number;
}

const batchSize = 100;
const requestsAtOnce = 10;
const mostRetries = 10;
const noRates: DeliveryRates = { duplicated: 0, reordered: 0, delayed: 0, dropped: 0 };

/**
 * Delivers webhook events: signed JSON arrays of up to 100, at most ten requests at once, up to ten retries with growing
 * pauses. Each event has its own pause, so a refused batch comes back regrouped.
 *
 * Nothing is kept while there is no target.
 *
 * @source HubSpot docs: Webhooks API (v3), delivery and retries
 */
export class WebhookSender {
  readonly #setup: SenderSetup;
  readonly #closing = new AbortController();
  readonly #waiting = new Map<NodeJS.Timeout, Delivery>();
  readonly #requests = new Set<Promise<void>>();
  #targetUrl: string | undefined;
  #rates: DeliveryRates;
  #queue: Delivery[] = [];
  #inFlight = 0;
  #pumping = false;
  #waiters: { below: number; resolve: () => void }[] = [];
  #counts = { sent: 0, accepted: 0, retried: 0, failed: 0, duplicated: 0, dropped: 0 };

  constructor(setup: SenderSetup) {
    this.#setup = setup;
    this.#targetUrl = setup.targetUrl;
    this.#rates = { ...noRates, ...setup.rates };
  }

  state(): SenderState {
    return { targetUrl: this.#targetUrl ?? null, rates: this.#rates, pending: this.pending(), ...this.#counts };
  }

  setTarget(targetUrl: string | undefined): void {
    this.#targetUrl = targetUrl;
  }

  /** Replaces all rates; what is not named does not happen any more. */
  setRates(rates: Partial<DeliveryRates>): void {
    this.#rates = { ...noRates, ...rates };
  }

  pending(): number {
    return this.#queue.length + this.#waiting.size + this.#inFlight;
  }

  /** Resolves when every event is delivered or given up. */
  idle(): Promise<void> {
    return this.pendingBelow(1);
  }

  pendingBelow(count: number): Promise<void> {
    if (this.pending() < count) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ below: count, resolve }));
  }

  push(events: readonly OutgoingEvent[]): void {
    if (this.#targetUrl === undefined || this.#closing.signal.aborted) return;
    for (const event of events) {
      if (this.#happens('dropped')) this.#counts.dropped += 1;
      else this.#accept({ event, attempt: 0 });
    }
    this.#pumpSoon();
  }

  /** Sends at once what waits for its next attempt: the target is known to be back. */
  retryNow(): void {
    this.#queue.push(...this.#takeWaiting());
    this.#pumpSoon();
  }

  /** Stops at once; what was not delivered is forgotten. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#takeWaiting();
    this.#queue = [];
    await Promise.allSettled(this.#requests);
    this.#tellWaiters();
  }

  #accept(delivery: Delivery): void {
    const copies = this.#happens('duplicated') ? [delivery, delivery] : [delivery];
    this.#counts.duplicated += copies.length - 1;
    for (const copy of copies) {
      if (this.#happens('delayed')) this.#later(copy, this.#setup.random() * (this.#setup.delayMs ?? 2_000));
      else if (this.#happens('reordered')) this.#queue.splice(this.#somewhere(), 0, copy);
      else this.#queue.push(copy);
    }
  }

  #later(delivery: Delivery, pauseMs: number): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.#queue.push(delivery);
      this.#pumpSoon();
    }, pauseMs);
    this.#waiting.set(timer, delivery);
  }

  #takeWaiting(): Delivery[] {
    const waiting = [...this.#waiting.values()];
    for (const timer of this.#waiting.keys()) clearTimeout(timer);
    this.#waiting.clear();
    return waiting;
  }

  /** Waits for the end of the current work, so that events of one write leave in one array. */
  #pumpSoon(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    setImmediate(() => {
      this.#pumping = false;
      while (this.#requests.size < requestsAtOnce && this.#queue.length > 0)
        this.#start(this.#queue.splice(0, batchSize));
    });
  }

  #start(batch: readonly Delivery[]): void {
    this.#inFlight += batch.length;
    this.#counts.sent += batch.length;
    const request = this.#post(batch).then((accepted) => {
      this.#requests.delete(request);
      this.#inFlight -= batch.length;
      if (accepted) this.#counts.accepted += batch.length;
      else for (const delivery of batch) this.#retry(delivery);
      this.#tellWaiters();
      this.#pumpSoon();
    });
    this.#requests.add(request);
  }

  async #post(batch: readonly Delivery[]): Promise<boolean> {
    if (this.#targetUrl === undefined) return false;
    const body = JSON.stringify(batch.map(({ event, attempt }) => ({ ...event, attemptNumber: attempt })));
    const { clientSecret, now, answerWithinMs = 5_000 } = this.#setup;
    const signal = AbortSignal.any([AbortSignal.timeout(answerWithinMs), this.#closing.signal]);
    return postWebhook({ uri: this.#targetUrl, body, clientSecret, timestamp: String(now()), signal });
  }

  #retry({ event, attempt }: Delivery): void {
    if (this.#closing.signal.aborted) return;
    if (attempt >= mostRetries) {
      this.#counts.failed += 1;
      return;
    }
    this.#counts.retried += 1;
    const spread = 0.5 + this.#setup.random();
    this.#later({ event, attempt: attempt + 1 }, (this.#setup.retryPauseMs ?? 1_000) * 2 ** attempt * spread);
  }

  #tellWaiters(): void {
    const pending = this.pending();
    const reached = this.#waiters.filter((waiter) => pending < waiter.below || this.#closing.signal.aborted);
    this.#waiters = this.#waiters.filter((waiter) => !reached.includes(waiter));
    for (const waiter of reached) waiter.resolve();
  }

  #happens(what: keyof DeliveryRates): boolean {
    return this.#rates[what] > 0 && this.#setup.random() < this.#rates[what];
  }

  #somewhere(): number {
    return Math.floor(this.#setup.random() * (this.#queue.length + 1));
  }
}
