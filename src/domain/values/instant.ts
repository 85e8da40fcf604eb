/** A moment as UTC milliseconds since 1970-01-01. Calendar questions (months, days, zones) belong to `calendar.ts`. */
export type Instant = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
/** An elapsed day of 24 hours; not a calendar day. */
export const DAY_MS = 24 * HOUR_MS;

export const toIso = (at: Instant): string => new Date(at).toISOString();

/**
 * Reads HubSpot's datetime text: ISO 8601 with an offset, or epoch milliseconds.
 *
 * @returns the instant, or undefined for anything else (never a guess)
 */
export function parseInstant(text: string): Instant | undefined {
  if (/^-?\d{10,14}$/.test(text)) return Number(text);
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
