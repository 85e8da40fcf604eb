import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';

type Unmet = undefined | false | null;

/**
 * Waits until a condition holds and returns what the check returned.
 *
 * The condition holds when the check returns anything but `undefined`, `null` or `false` (so 0 and '' count as an answer).
 * A check that throws, such as a failed `expect`, is tried again.
 *
 * @param check   asked at once and then every `every` milliseconds, never twice at a time
 * @param within  milliseconds after which it gives up, 5 000 unless told
 * @param every   milliseconds between two checks, 20 unless told
 * @throws Error that shows the last value, or has the last error as its cause, when the time is over
 */
export async function eventually<T>(
  check: () => T | Unmet | Promise<T | Unmet>,
  { within = 5_000, every = 20 }: { within?: number; every?: number } = {},
): Promise<T> {
  const deadline = performance.now() + within;
  for (;;) {
    const last = await attempt(check);
    if ('value' in last && last.value !== undefined && last.value !== null && last.value !== false) return last.value;
    if (performance.now() >= deadline) throw failure(last, within);
    await pause(every);
  }
}

type Attempt<T> = { value: T | Unmet } | { error: unknown };

async function attempt<T>(check: () => T | Unmet | Promise<T | Unmet>): Promise<Attempt<T>> {
  try {
    return { value: await check() };
  } catch (error) {
    return { error };
  }
}

function failure(last: Attempt<unknown>, within: number): Error {
  if ('value' in last) return new Error(`Not within ${within} ms; the last value was ${inspect(last.value)}.`);
  const reason = last.error instanceof Error ? last.error.message : inspect(last.error);
  return new Error(`Not within ${within} ms; the last attempt failed: ${reason}`, { cause: last.error });
}
