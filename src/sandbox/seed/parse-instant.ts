const ISO_WITH_OFFSET =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const EPOCH_MILLISECONDS = /^\d{13}$/;

/**
 * An instant written as ISO 8601 with an offset or `Z`.
 *
 * @returns UTC milliseconds (finer fractions are cut), or `undefined` for anything else, such as 30 February or a time without offset
 */
export function parseTimestamp(text: string): number | undefined {
  const match = ISO_WITH_OFFSET.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', fraction = '', offset = ''] = match;
  const midnight = midnightOf(year, month, day);
  if (midnight === undefined) return undefined;
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return midnight + seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3)) - offsetMilliseconds(offset);
}

/**
 * An instant as a portal's export writes it: ISO 8601 with offset, epoch milliseconds (13 digits), or a date, taken as midnight UTC.
 *
 * @returns UTC milliseconds, or `undefined` for anything else
 */
export function parseInstant(text: string): number | undefined {
  if (EPOCH_MILLISECONDS.test(text)) return Number(text);
  const match = DATE.exec(text);
  return match ? midnightOf(match[1] ?? '', match[2] ?? '', match[3] ?? '') : parseTimestamp(text);
}

/** Midnight UTC of a day that exists; `Date` itself would move 30 February into March. */
function midnightOf(year: string, month: string, day: string): number | undefined {
  const milliseconds = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).getUTCDate() === Number(day) ? milliseconds : undefined;
}

function offsetMilliseconds(offset: string): number {
  if (offset === 'Z') return 0;
  const digits = offset.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return (digits.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** An instant as ISO 8601 with `Z` and milliseconds. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString();
}
