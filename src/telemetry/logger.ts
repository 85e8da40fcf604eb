import { pino, type Logger } from 'pino';

export type { Logger };

/** Logs go to stderr, as lines of JSON; data goes to stdout. Only fixed sentences, ids and counts: no secrets, nothing personal. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.accessToken', '*.clientSecrets', '*.email', '*.body'],
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
