const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Below this a length is told in minutes, below the next in hours. */
const MINUTES_BELOW = 2 * HOUR;
const HOURS_BELOW = 4 * DAY;

/**
 * A length of time in words, rounded down: "20 s", "38 min", "51 h 20 min", "6 d 4 h".
 *
 * @param length milliseconds, not negative
 */
export function durationText(length: number): string {
  if (length < MINUTE) return secondsText(length);
  if (length < MINUTES_BELOW) return `${Math.floor(length / MINUTE)} min`;
  if (length < HOURS_BELOW) return parts(length, HOUR, 'h', MINUTE, 'min');
  return parts(length, DAY, 'd', HOUR, 'h');
}

/** The same to the second, for the last minutes of a clock: "4 min 32 s", "32 s". */
export function secondsText(length: number): string {
  return length < MINUTE ? `${Math.floor(length / SECOND)} s` : parts(length, MINUTE, 'min', SECOND, 's');
}

function parts(length: number, unit: number, name: string, smaller: number, smallerName: string): string {
  const rest = Math.floor((length % unit) / smaller);
  return `${Math.floor(length / unit)} ${name}${rest > 0 ? ` ${rest} ${smallerName}` : ''}`;
}
