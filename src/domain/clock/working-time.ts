import { type Instant, MINUTE_MS } from '../values/instant.ts';

/** Local clock times `HH:MM`; the end is not part of it, `24:00` is the end of the day. */
export type Opening = readonly [from: string, to: string];

/** When a pool works: opening times by ISO weekday (1 Monday … 7 Sunday), and days (`YYYY-MM-DD`) on which it does not. */
export interface WorkCalendar {
  readonly zone: string;
  readonly openings: Readonly<Partial<Record<number, readonly Opening[]>>>;
  readonly holidays: readonly string[];
}

/** No calendar is searched further than this: one that never opens has no due time. */
const HORIZON_DAYS = 400;

/**
 * The instant at which `minutes` of working time after `start` have passed. Time that ends exactly at closing ends at closing, not at
 * the next opening; none at all moves to the next opening.
 *
 * @throws RangeError when the calendar does not open within 400 days
 */
export function addWorkingMinutes(start: Instant, minutes: number, calendar: WorkCalendar): Instant {
  let left = minutes * MINUTE_MS;
  for (const [from, to] of openingsFrom(start, calendar)) {
    const begin = Math.max(from, start);
    if (left <= to - begin) return begin + left;
    left -= to - begin;
  }
  throw new RangeError(`The calendar is not open for ${minutes} minutes within ${HORIZON_DAYS} days.`);
}

/** Tells how many working milliseconds have passed from `from` to a later instant; it stands still after 400 days. */
export function workingClock(from: Instant, calendar: WorkCalendar): (at: Instant) => number {
  let passed = 0;
  const openings = [...openingsFrom(from, calendar)].map(([begin, end]) => {
    const opening = { begin: Math.max(begin, from), end, before: passed };
    passed += opening.end - opening.begin;
    return opening;
  });
  return (at) => {
    const last = openings.findLast(({ begin }) => begin <= at);
    return last ? last.before + Math.min(at, last.end) - last.begin : 0;
  };
}

/** Openings as instants, in order, that end after `start`. Clock changes make a day shorter or longer, as the zone has it. */
function* openingsFrom(start: Instant, calendar: WorkCalendar): Generator<readonly [Instant, Instant]> {
  let day = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(calendar.zone).toPlainDate();
  for (let count = 0; count < HORIZON_DAYS; count += 1, day = day.add({ days: 1 })) {
    if (calendar.holidays.includes(day.toString())) continue;
    for (const [from, to] of calendar.openings[day.dayOfWeek] ?? []) {
      const opening = [instantOf(day, from, calendar.zone), instantOf(day, to, calendar.zone)] as const;
      if (opening[1] > start) yield opening;
    }
  }
}

function instantOf(day: Temporal.PlainDate, time: string, zone: string): Instant {
  if (time === '24:00') return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
