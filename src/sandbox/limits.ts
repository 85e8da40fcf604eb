const windowMs = 10_000;
const dailyLimit = 625_000;

/**
 * The call limit of an app in one portal: so many calls in any ten seconds. Refused calls do not count.
 *
 * @source HubSpot docs: API usage guidelines and limits (private apps, Professional: 190 calls in 10 seconds)
 */
export class Limits {
  readonly max: number;
  readonly #elapsed: () => number;
  #calls: number[] = [];
  #counted = 0;
  #refused = 0;

  /** @param elapsed milliseconds of a clock that only runs forward */
  constructor(max: number, elapsed: () => number) {
    this.max = max;
    this.#elapsed = elapsed;
  }

  get refused(): number {
    return this.#refused;
  }

  /** Counts one call; false when it is over the limit. */
  take(): boolean {
    const now = this.#elapsed();
    this.#calls = this.#calls.filter((at) => at > now - windowMs);
    if (this.#calls.length >= this.max) {
      this.#refused += 1;
      return false;
    }
    this.#calls.push(now);
    this.#counted += 1;
    return true;
  }

  /** The headers that every API answer carries. */
  headers(): Record<string, string> {
    return {
      'X-HubSpot-RateLimit-Daily': String(dailyLimit),
      'X-HubSpot-RateLimit-Daily-Remaining': String(Math.max(dailyLimit - this.#counted, 0)),
      'X-HubSpot-RateLimit-Interval-Milliseconds': String(windowMs),
      'X-HubSpot-RateLimit-Max': String(this.max),
      'X-HubSpot-RateLimit-Remaining': String(Math.max(this.max - this.#calls.length, 0)),
    };
  }
}

/** The body of a refusal: it has `errorType` and `policyName` where other errors have a category. */
export const rateLimitBody = (correlationId: string, appId: number, portalId: string): Record<string, unknown> => ({
  status: 'error',
  message: 'You have reached your ten_secondly_rolling limit.',
  errorType: 'RATE_LIMIT',
  correlationId,
  policyName: 'TEN_SECONDLY_ROLLING',
  groupName: `publicapi:${appId}-api-calls-ten-secondly:${portalId}`,
});
