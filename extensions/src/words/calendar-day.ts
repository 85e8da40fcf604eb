import type { BaseDate } from '@hubspot/ui-extensions';

/** The value of HubSpot's DateInput, whose months count from 0, of a calendar day `YYYY-MM-DD`; the only place that converts. */
export function dateInputValue(day: string): BaseDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month: month - 1, date };
}

/** The calendar day `YYYY-MM-DD` of a DateInput's value. */
export function calendarDayOf({ year, month, date }: BaseDate): string {
  return [String(year).padStart(4, '0'), ...[month + 1, date].map((part) => String(part).padStart(2, '0'))].join('-');
}
