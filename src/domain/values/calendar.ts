import type { Instant } from './instant.ts';

/** A calendar month in one zone: its name `YYYY-MM` and the instants at which it starts and ends (end excluded). */
export interface Month {
  readonly name: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/**
 * The months of a zone that together cover two instants, oldest first.
 *
 * @param zone IANA name; months begin at the zone's own midnight, so a month may last 30 days and 23 hours
 */
export function monthsCovering(first: Instant, last: Instant, zone: string): Month[] {
  const months: Month[] = [];
  let day = zoned(first, zone).toPlainDate().with({ day: 1 });
  let startAt = startOf(day, zone);
  while (startAt <= last) {
    const next = day.add({ months: 1 });
    const endAt = startOf(next, zone);
    months.push({ name: day.toPlainYearMonth().toString(), startAt, endAt });
    day = next;
    startAt = endAt;
  }
  return months;
}

/** The local date (`YYYY-MM-DD`) of an instant in a zone. */
export const localDate = (at: Instant, zone: string): string => zoned(at, zone).toPlainDate().toString();

/** The instant at which the local day of `at` began, in a zone. */
export const startOfDay = (at: Instant, zone: string): Instant => startOf(zoned(at, zone).toPlainDate(), zone);

/** The instant at which the ISO week (Monday) of `at` began, in a zone. */
export function startOfWeek(at: Instant, zone: string): Instant {
  const date = zoned(at, zone).toPlainDate();
  return startOf(date.subtract({ days: date.dayOfWeek - 1 }), zone);
}

/** Whether a text is an IANA zone this machine knows. */
export function isZone(zone: string): boolean {
  try {
    zoned(0, zone);
    return true;
  } catch {
    return false;
  }
}

const zoned = (at: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

const startOf = (date: Temporal.PlainDate, zone: string): Instant => date.toZonedDateTime(zone).epochMilliseconds;

/** Noon of a local day (`YYYY-MM-DD`) in a zone: the moment that stands for a whole day (design D18). */
export const noonOf = (day: string, zone: string): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds;

/** A moment as people of a zone write it: `Mon 29 Jun 2026, 10:00 (Europe/Berlin)`. */
export function localMoment(at: Instant, zone: string): string {
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  return `${shown} (${zone})`;
}
