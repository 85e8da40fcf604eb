import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../../domain/values/instant.ts';
import { HubSpotUnavailableError, type Lane } from '../../usecases/ports.ts';

export interface CallNeeds {
  readonly now: () => Instant;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Asks the portal's shared budget for one call; milliseconds to wait, 0 when it may be made. */
  readonly takeCall: (lane: Lane) => Promise<number>;
  /** Nobody may call this portal before that instant. */
  readonly pause: (until: Instant) => Promise<void>;
  readonly count: (outcome: CallOutcome) => void;
}

export type CallOutcome = 'answered' | 'refused' | 'rate-limited' | 'failed';

/** HubSpot said no: repeating the call would not help. A refused token is a setting the user has to correct. */
export class HubSpotRefusedError extends Error {
  override readonly name = 'HubSpotRefusedError';
  readonly status: number;
  readonly category: string;
  readonly body: unknown;
  readonly exitCode: 1 | 2;
  constructor(status: number, category: string, message: string, body: unknown, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.exitCode = status === UNAUTHORIZED ? 2 : 1;
    this.category = category;
    this.body = body;
  }
}

export const UNAUTHORIZED = 401;
const TRIES = 4;
const CALL_LIMIT_MS = 15 * SECOND_MS;
/** A wait for the budget longer than this means the portal is blocked for a while; the work is put off instead. */
const LONGEST_WAIT_MS = 30 * SECOND_MS;

/**
 * Makes one call to HubSpot: waits for the budget, tries again where trying may help, and says clearly when it does not.
 *
 * All our calls may be repeated without harm (reads, updates to fixed values, upserts by key), so an unknown outcome is tried again.
 *
 * @throws HubSpotRefusedError  for an answer that will not change by repeating
 * @throws HubSpotUnavailableError  when the portal cannot be asked for now, with the instant at which to try again
 */
export async function callHubSpot<T>(lane: Lane, run: () => Promise<T>, needs: CallNeeds): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    await waitForBudget(lane, needs);
    try {
      const answer = await withinLimit(run());
      needs.count('answered');
      return answer;
    } catch (fault) {
      const next = await judge(fault, attempt, needs);
      if (attempt >= TRIES) throw unavailable(fault, needs.now() + 30 * SECOND_MS);
      await needs.sleep(next.waitMs);
    }
  }
}

async function waitForBudget(lane: Lane, needs: CallNeeds): Promise<void> {
  const deadline = needs.now() + LONGEST_WAIT_MS;
  for (;;) {
    const wait = await needs.takeCall(lane);
    if (wait <= 0) return;
    if (needs.now() + wait > deadline)
      throw new HubSpotUnavailableError(
        'The call budget of this portal is used up for now.',
        'budget',
        needs.now() + wait,
      );
    await needs.sleep(wait);
  }
}

async function withinLimit<T>(call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`HubSpot did not answer within ${CALL_LIMIT_MS / SECOND_MS} s.`)),
      CALL_LIMIT_MS,
    );
  });
  try {
    return await Promise.race([call, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Decides what an answer that is no success means: how long to wait before the next try, or a throw. */
async function judge(fault: unknown, attempt: number, needs: CallNeeds): Promise<{ waitMs: number }> {
  const answer = answerOf(fault);
  if (answer === undefined) {
    needs.count('failed');
    return { waitMs: backOff(attempt, needs.random) };
  }
  switch (answer.status) {
    case 429:
      needs.count('rate-limited');
      return rateLimited(answer, fault, needs);
    case 423:
      needs.count('failed');
      return { waitMs: 2 * SECOND_MS + backOff(attempt, needs.random) };
    case 477:
      needs.count('failed');
      throw unavailable(fault, needs.now() + migrationMs(answer.headers['retry-after']));
    default:
      if (answer.status >= 500) {
        needs.count('failed');
        return { waitMs: backOff(attempt, needs.random) };
      }
      needs.count('refused');
      throw new HubSpotRefusedError(answer.status, answer.category, refusal(answer), answer.body, { cause: fault });
  }
}

/** The ten-second and the one-second window are waited out by everybody; a used-up day is tried again every five minutes. */
async function rateLimited(answer: Answer, fault: unknown, needs: CallNeeds): Promise<{ waitMs: number }> {
  if (answer.policy === 'DAILY') throw unavailable(fault, needs.now() + 5 * MINUTE_MS);
  const windowMs = answer.policy === 'SECONDLY' ? SECOND_MS : 10 * SECOND_MS;
  const waitMs = windowMs + Math.round(needs.random() * SECOND_MS);
  await needs.pause(needs.now() + windowMs);
  return { waitMs };
}

/** A portal that moves between data centres says in seconds how long it takes, up to a day; an hour where it does not. */
function migrationMs(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  return seconds > 0 ? Math.min(seconds * SECOND_MS, DAY_MS) : HOUR_MS;
}

const refusal = ({ status, message }: Answer): string =>
  status === UNAUTHORIZED
    ? `HubSpot refuses the access token (${message}): set HUBSPOT_ACCESS_TOKEN to one of this portal.`
    : message;

const backOff = (attempt: number, random: () => number): number =>
  Math.round(random() * Math.min(8 * SECOND_MS, 2 ** attempt * 250)) + 50;

const unavailable = (cause: unknown, retryAt: Instant): HubSpotUnavailableError =>
  new HubSpotUnavailableError(
    'HubSpot cannot be reached for this portal now; the work is kept and tried again.',
    'unavailable',
    retryAt,
    { cause },
  );

interface Answer {
  readonly status: number;
  readonly category: string;
  readonly policy: string;
  readonly message: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** What HubSpot answered, for errors of the client; undefined for a network fault, a cut answer, or a success that cannot be read. */
function answerOf(fault: unknown): Answer | undefined {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'number' || fault.code < 300)
    return undefined;
  const body: unknown = 'body' in fault ? fault.body : undefined;
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const headers = 'headers' in fault ? (fault.headers as Record<string, string>) : {};
  return {
    status: fault.code,
    category: text('category'),
    policy: text('policyName'),
    message: text('message') || `HTTP ${fault.code}`,
    body,
    headers,
  };
}
