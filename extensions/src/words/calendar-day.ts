import type { BaseDate } from '@hubspot/ui-extensions';

/** The value of HubSpot's DateInput, whose months count from 0, of a calendar day `YYYY-MM-DD`; the only place that converts. */
export function dateInputValue(day: string): BaseDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month: month - 1, date };
}

/** The calendar day `YYYY-MM-DD` of a DateInput's value; `null` when it was emptied, which the SDK's types do not know of. */
export function calendarDayOf(value: BaseDate | null | undefined): string | null {
  if (!value) return null;
  const { year, month, date } = value;
  return [String(year).padStart(4, '0'), ...[month + 1, date].map((part) => String(part).padStart(2, '0'))].join('-');
}
