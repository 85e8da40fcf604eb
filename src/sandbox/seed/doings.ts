import type { Change } from './contact-story.ts';
import type { Region } from './demo-regions.ts';
import {
  chat,
  CONTENT_FORMS,
  download,
  fair,
  pageUrl,
  registered,
  reviewSite,
  webinar,
  type DemoSignal,
  type DemoTouch,
} from './demo-touches.ts';
import type { Dice } from './dice.ts';
import type { Habit } from './habits.ts';
import { isoInstant } from './parse-instant.ts';
import { busyInstant, DAY_MS } from './working-time.ts';

/** What somebody does: what HubSpot's properties tell of it, and what comes in from elsewhere. */
export interface Doings {
  changes: Change[];
  touches: DemoTouch[];
  signals: DemoSignal[];
}

/** When and where somebody is looked at: between two instants, UTC milliseconds; what happens at the first is told elsewhere. */
export interface Window {
  from: number;
  until: number;
  region: Region;
}

export const visit = (at: number, url: string): Change[] => [
  { property: 'hs_analytics_last_visit_timestamp', value: isoInstant(at), at, by: '', source: 'ANALYTICS' },
  { property: 'hs_analytics_last_url', value: url, at, by: '', source: 'ANALYTICS' },
];

const click = (at: number): Change => ({
  ...{ property: 'hs_email_last_click_date', value: isoInstant(at), at, by: '' },
  source: 'EMAIL',
});

export const form = (at: number, name: string): Change[] => [
  { property: 'recent_conversion_date', value: isoInstant(at), at, by: '', source: 'FORM' },
  { property: 'recent_conversion_event_name', value: name, at, by: '', source: 'FORM' },
];

/** What somebody of these habits does in a window of time, at the hours of their region. */
export function doingsIn(window: Window, habit: Habit, dice: Dice): Doings {
  const when = () => busyInstant(window.from + 1000, window.until, window.region, dice);
  const pages = Object.entries(habit.pages) as [keyof Habit['pages'], number][];
  const page = () => pageUrl(dice.weighted(pages, ([, weight]) => weight)[0], dice);
  const visits = some(habit.visits, dice).flatMap(() => visit(when(), page()));
  const clicks = some(habit.clicks, dice).map(() => click(when()));
  const forms = dice.chance(habit.form) ? form(when(), dice.pick(CONTENT_FORMS)) : [];
  const touches = dice.chance(habit.touch) ? touched(when(), window, dice) : [];
  return { changes: [...visits, ...clicks, ...forms], touches, signals: [] };
}

/** Nobody attends a webinar or travels to a fair within the day they are first heard of. */
function touched(at: number, { from, until }: Window, dice: Dice): DemoTouch[] {
  const kinds =
    until - from < DAY_MS ? ['download', 'chat', 'review'] : ['download', 'webinar', 'chat', 'webinar', 'fair'];
  switch (dice.pick(kinds)) {
    case 'webinar': {
      const attended = webinar(at, dice.chance(0.75), dice);
      return [registered(Math.max(from, at - 3 * DAY_MS), attended.program), attended];
    }
    case 'fair':
      return [fair(at, dice)];
    case 'chat':
      return [chat(at)];
    case 'review':
      return [reviewSite(at)];
    default:
      return [download(at, dice)];
  }
}

/** As many empty places as a number thrown between two ends. */
function some([least, most]: readonly [number, number], dice: Dice): undefined[] {
  return Array.from({ length: least + Math.floor(dice.between(0, most - least + 1)) });
}
