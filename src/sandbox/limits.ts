const tenSecondsMs = 10_000;
const secondMs = 1_000;

/** The limit a call ran into, as HubSpot names it. */
export type RatePolicy = 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY';

export interface LimitSetup {
  /** Default 190: private apps, Professional */
  readonly callsPerTenSeconds?: number | undefined;
  /** Default 5, whatever the subscription */
  readonly searchesPerSecond?: number | undefined;
  /** Default 625,000: private apps, Professional */
  readonly callsPerDay?: number | undefined;
  /** Milliseconds of a clock that only runs forward */
  readonly elapsed: () => number;
  /** The day in the portal's time zone, in any form */
  readonly today: () => string;
}

/**
 * The call limits of an app in one portal: so many calls in any ten seconds, so many searches in any second, so many of
 * both in a day. Searches are outside the ten-second limit. Refused calls do not count.
 *
 * @source HubSpot docs: API usage guidelines and limits
 */
export class Limits {
  readonly max: number;
  readonly #calls: Window;
  readonly #searches: Window;
  readonly #callsPerDay: number;
  readonly #today: () => string;
  #day = '';
  #calledToday = 0;
  #refused = 0;

  constructor({ callsPerTenSeconds = 190, searchesPerSecond = 5, callsPerDay = 625_000, elapsed, today }: LimitSetup) {
    this.max = callsPerTenSeconds;
    this.#calls = new Window(callsPerTenSeconds, tenSecondsMs, elapsed);
    this.#searches = new Window(searchesPerSecond, secondMs, elapsed);
    this.#callsPerDay = callsPerDay;
    this.#today = today;
  }

  get refused(): number {
    return this.#refused;
  }

  /** Counts one call; the limit it ran into, or undefined when it may go on. */
  take(isSearch: boolean): RatePolicy | undefined {
    const policy = this.#hit(isSearch);
    if (policy === undefined) {
      this.#calledToday += 1;
      (isSearch ? this.#searches : this.#calls).count();
    } else this.#refused += 1;
    return policy;
  }

  /** The headers of an answer; those of searches carry none. */
  headers(isSearch: boolean): Record<string, string> {
    if (isSearch) return {};
    return {
      'X-HubSpot-RateLimit-Daily': String(this.#callsPerDay),
      'X-HubSpot-RateLimit-Daily-Remaining': String(Math.max(this.#callsPerDay - this.#calledToday, 0)),
      'X-HubSpot-RateLimit-Interval-Milliseconds': String(tenSecondsMs),
      'X-HubSpot-RateLimit-Max': String(this.max),
      'X-HubSpot-RateLimit-Remaining': String(this.#calls.left()),
    };
  }

  #hit(isSearch: boolean): RatePolicy | undefined {
    this.#startDay();
    if (this.#calledToday >= this.#callsPerDay) return 'DAILY';
    if (isSearch) return this.#searches.left() === 0 ? 'SECONDLY' : undefined;
    return this.#calls.left() === 0 ? 'TEN_SECONDLY_ROLLING' : undefined;
  }

  /** The daily count begins anew at midnight in the portal's time zone. */
  #startDay(): void {
    const today = this.#today();
    if (today === this.#day) return;
    this.#day = today;
    this.#calledToday = 0;
  }
}

/** So many calls in any stretch of time of one length. */
class Window {
  readonly #max: number;
  readonly #lengthMs: number;
  readonly #elapsed: () => number;
  #calls: number[] = [];

  constructor(max: number, lengthMs: number, elapsed: () => number) {
    this.#max = max;
    this.#lengthMs = lengthMs;
    this.#elapsed = elapsed;
  }

  left(): number {
    const oldest = this.#elapsed() - this.#lengthMs;
    this.#calls = this.#calls.filter((at) => at > oldest);
    return Math.max(this.#max - this.#calls.length, 0);
  }

  count(): void {
    this.#calls.push(this.#elapsed());
  }
}

/** The body of a refusal: it has `errorType` and `policyName` where other errors have a category. */
export const rateLimitBody = (
  policyName: RatePolicy,
  { correlationId, appId, portalId }: { correlationId: string; appId: number; portalId: string },
): Record<string, unknown> => ({
  status: 'error',
  message: `You have reached your ${policyName.toLowerCase()} limit.`,
  errorType: 'RATE_LIMIT',
  correlationId,
  policyName,
  ...(policyName === 'TEN_SECONDLY_ROLLING'
    ? { groupName: `publicapi:${appId}-api-calls-ten-secondly:${portalId}` }
    : {}),
});
