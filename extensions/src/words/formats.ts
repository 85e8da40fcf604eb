import type { CrmContext } from '@hubspot/ui-extensions';

/** Dates and numbers as the person looking reads them: in their language, in the zone every report is told in. */
export interface Formats {
  /** An instant (UTC milliseconds) as a day: "22 Nov 2026". */
  readonly day: (at: number) => string;
  /** An instant (UTC milliseconds) as a day and a time. */
  readonly moment: (at: number) => string;
  /** With at most one decimal. */
  readonly number: (value: number) => string;
  /** The zone's calendar day (`YYYY-MM-DD`) of an instant. */
  readonly calendarDay: (at: number) => string;
}

/** @param zone the reporting zone, once the backend has told it; the portal's before */
export function formatsOf({ user, portal }: Pick<CrmContext, 'user' | 'portal'>, zone: string | undefined): Formats {
  const locale = usable(user.locale);
  const timeZone = zone ?? portal.timezone;
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return {
    day: (at) => day.format(at),
    moment: (at) => moment.format(at),
    number: (value) => number.format(value),
    calendarDay: (at) => {
      const of = (type: string) => parts.formatToParts(at).find((part) => part.type === type)?.value ?? '';
      return `${of('year')}-${of('month')}-${of('day')}`;
    },
  };
}

/** HubSpot writes locales as `en-us` and `en_US`; one that no browser knows must not take the card down. */
function usable(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale?.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** A sentence of somebody else's, to be followed by another one. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
