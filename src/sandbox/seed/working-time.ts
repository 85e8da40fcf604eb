import type { Dice } from './dice.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Working hours in UTC, near enough to a central European working day. */
const OPENS = 7;
const CLOSES = 16;

/** Leads by weekday, Sunday first, and by hour in UTC: busy mornings, quiet nights and weekends. */
const BY_WEEKDAY = [0.2, 1, 1.1, 1.1, 1, 0.8, 0.25];
const BY_HOUR = [1, 1, 1, 1, 2, 4, 8, 14, 18, 18, 15, 13, 15, 16, 14, 11, 8, 6, 5, 5, 4, 3, 2, 1];
const BUSIEST = Math.max(...BY_WEEKDAY) * Math.max(...BY_HOUR);

/** An instant between two others, at an hour when people fill in forms. Whole seconds. */
export function busyInstant(from: number, until: number, dice: Dice): number {
  for (;;) {
    const at = wholeSecond(dice.between(from, until));
    const day = new Date(at);
    const weight = (BY_WEEKDAY[day.getUTCDay()] ?? 0) * (BY_HOUR[day.getUTCHours()] ?? 0);
    if (at >= from && dice.chance(weight / BUSIEST)) return at;
  }
}

/** The instant itself when people are at work then, else some time in the first two hours of the next working day. */
export function atWork(at: number, dice: Dice): number {
  const moment = new Date(at);
  const hour = moment.getUTCHours();
  if (isWeekday(moment) && hour >= OPENS && hour < CLOSES) return wholeSecond(at);
  const midnight = Math.floor(at / DAY_MS) * DAY_MS;
  let day = hour < OPENS ? midnight : midnight + DAY_MS;
  while (!isWeekday(new Date(day))) day += DAY_MS;
  return wholeSecond(day + OPENS * HOUR_MS + dice.between(0, 2 * HOUR_MS));
}

function isWeekday(moment: Date): boolean {
  return moment.getUTCDay() % 6 !== 0;
}

export function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}

/** 12:00 UTC of the day: where people put a planned date. */
export function noon(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS + 12 * HOUR_MS;
}
