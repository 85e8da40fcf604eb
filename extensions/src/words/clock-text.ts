import type { ClockView } from '../../../src/http/contract/cards.ts';
import { LAST_MS } from '../backend/use-server-now.ts';
import { durationText, secondsText } from './durations.ts';

export interface ClockText {
  readonly text: string;
  readonly tone: 'info' | 'warning' | 'danger' | 'success';
}

const MINUTE_MS = 60_000;
/** The last quarter of its time is when a clock warns. */
const WARN_BELOW = 1 / 4;

/** What a clock says at `now`: how much is left, that it was met, or by how much it was missed. A clock that runs over is missed at once. */
export function clockText(clock: ClockView, now: number): ClockText {
  const { startedAt, dueAt, stoppedAt } = clock;
  const limit = clock.limitMinutes * MINUTE_MS;
  const end = stoppedAt ?? now;
  if (end > dueAt || clock.state === 'missed') {
    return { text: `Missed by ${durationText(Math.max(0, end - dueAt))}`, tone: 'danger' };
  }
  if (stoppedAt !== null) {
    const took = stoppedAt - startedAt;
    return { text: took <= limit ? `Met after ${durationText(took)}` : 'Met', tone: 'success' };
  }
  const left = dueAt - now;
  // More than the limit is left: the clock has not begun to count yet, as at night.
  if (left > limit) return { text: 'In time', tone: 'info' };
  const text = `${left <= LAST_MS ? secondsText(left) : durationText(left)} left`;
  return { text, tone: left < limit * WARN_BELOW ? 'warning' : 'info' };
}
