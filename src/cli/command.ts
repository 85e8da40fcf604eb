/** One verb of the command line. */
export interface Command {
  readonly help: string;
  /** Rejects with an error whose `exitCode` is 2 for bad usage or input. */
  run(args: readonly string[], stop: AbortSignal): Promise<void>;
}

/** The command was called in a way that makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly exitCode = 2;
}

/** Resolves when the user asks the process to stop. */
export function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}
