import type { BaseDate } from '@hubspot/ui-extensions';

/** `YYYY-MM-DD` of a day whose month counts from 0. */
export const dayText = ({ year, month, date }: BaseDate): string =>
  `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** The day of a `YYYY-MM-DD`, month from 0; undefined for an empty field and for a year that is still being typed. */
export function dayOf(text: string): BaseDate | undefined {
  const match = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return undefined;
  return { year: Number(match[1]), month: Number(match[2]) - 1, date: Number(match[3]) };
}

export const formattedDay = ({ year, month, date }: BaseDate): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }).format(Date.UTC(year, month, date));
