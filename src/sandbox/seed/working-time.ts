import type { Region } from './demo-regions.ts';
import type { Dice } from './dice.ts';
import { fromLocal, toLocal } from './local-time.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** People work from Monday to Friday, between these hours of their region's clock. */
export const OPENS = 9;
export const CLOSES = 17;

/** An instant between two others, at an hour when people of the region fill in forms. Whole seconds. */
export function busyInstant(from: number, until: number, region: Region, dice: Dice): number {
  const busiest = Math.max(...region.byWeekday) * Math.max(...region.byHour);
  for (;;) {
    const at = wholeSecond(dice.between(from, until));
    const local = new Date(toLocal(at, region.timeZone));
    const weight = (region.byWeekday[local.getUTCDay()] ?? 0) * (region.byHour[local.getUTCHours()] ?? 0);
    if (at >= from && dice.chance(weight / busiest)) return at;
  }
}

/** The instant itself when people are at work then, else some time in the first two hours of the next working day. */
export function atWork(at: number, { timeZone }: Region, dice: Dice): number {
  const local = toLocal(at, timeZone);
  const opening = nextOpening(local);
  return wholeSecond(opening === local ? at : fromLocal(opening + dice.between(0, 2 * HOUR_MS), timeZone));
}

/** When `minutes` of working time have passed since an instant. Whole seconds. */
export function afterWorkingMinutes(at: number, minutes: number, { timeZone }: Region): number {
  let left = minutes * MINUTE_MS;
  let local = nextOpening(toLocal(at, timeZone));
  for (;;) {
    const closing = midnightBefore(local) + CLOSES * HOUR_MS;
    if (local + left <= closing) return wholeSecond(fromLocal(local + left, timeZone));
    left -= closing - local;
    local = nextOpening(closing);
  }
}

/** A local time itself when it is working time, else the next one at which work begins. */
function nextOpening(local: number): number {
  const midnight = midnightBefore(local);
  const sinceMidnight = local - midnight;
  if (isWeekday(local) && sinceMidnight >= OPENS * HOUR_MS && sinceMidnight < CLOSES * HOUR_MS) return local;
  let day = sinceMidnight < OPENS * HOUR_MS ? midnight : midnight + DAY_MS;
  while (!isWeekday(day)) day += DAY_MS;
  return day + OPENS * HOUR_MS;
}

function midnightBefore(local: number): number {
  return Math.floor(local / DAY_MS) * DAY_MS;
}

function isWeekday(local: number): boolean {
  return new Date(local).getUTCDay() % 6 !== 0;
}

export function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}

/** 12:00 UTC of the day: where people put a planned date. */
export function noon(at: number): number {
  return midnightBefore(at) + 12 * HOUR_MS;
}
