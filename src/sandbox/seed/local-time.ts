const HOUR_MS = 3_600_000;

/** Offsets in milliseconds by zone and hour: clocks are only ever changed on the hour in the zones used here. */
const offsets = new Map<string, Map<number, number>>();

/** The wall clock of a zone as if it were UTC, so that `Date`'s UTC getters read it. */
export function toLocal(at: number, timeZone: string): number {
  return at + offsetAt(at, timeZone);
}

/** The instant at which a wall clock shows `local`; within an hour skipped or repeated in spring and autumn, one hour of either side. */
export function fromLocal(local: number, timeZone: string): number {
  return local - offsetAt(local - offsetAt(local, timeZone), timeZone);
}

function offsetAt(at: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  const hour = Math.floor(at / HOUR_MS);
  const offset = known.get(hour) ?? measuredOffset(hour * HOUR_MS, timeZone);
  known.set(hour, offset);
  return offset;
}

function measuredOffset(at: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
}
