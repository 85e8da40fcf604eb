import type { ClockView } from '../../../src/http/contract/cards.ts';
import { LAST_MS } from '../backend/use-server-now.ts';
import { durationText, secondsText } from './durations.ts';

export interface ClockText {
  readonly text: string;
  readonly tone: 'info' | 'warning' | 'danger' | 'success';
}

/** The last quarter of its time is when a clock warns. */
const WARN_BELOW = 1 / 4;

/** What a clock says at `now`: how much is left, that it was met, or by how much it was missed. A clock that runs over is missed at once. */
export function clockText(clock: ClockView, now: number): ClockText {
  const { startedAt, dueAt, stoppedAt } = clock;
  const whole = dueAt - startedAt;
  const end = stoppedAt ?? now;
  if (end > dueAt || clock.state === 'missed') {
    return { text: `Missed by ${durationText(Math.max(0, end - dueAt))}`, tone: 'danger' };
  }
  if (stoppedAt !== null) {
    return { text: `Met after ${durationText(stoppedAt - startedAt)}`, tone: 'success' };
  }
  const left = dueAt - now;
  const text = `${left <= LAST_MS ? secondsText(left) : durationText(left)} left`;
  return { text, tone: left < whole * WARN_BELOW ? 'warning' : 'info' };
}
