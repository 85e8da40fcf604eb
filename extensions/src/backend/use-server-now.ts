import { useEffect, useState } from 'react';
import type { ClockView } from '../../../src/http/contract/cards.ts';

const REDRAW_MS = 15_000;
const REDRAW_AT_THE_END_MS = 1_000;
/** The last stretch before a clock is due, in which seconds are shown. */
export const LAST_MS = 5 * 60_000;

/** An answer's `now`, and when it arrived by the clock of this machine, which may be wrong: only differences of it count. */
interface Arrival {
  readonly now: number;
  readonly arrivedAt: number;
}

/** The server's now, UTC milliseconds. Redraws the card while a clock runs: every 15 s, every second in its last five minutes. */
export function useServerNow({ now, arrivedAt }: Arrival, clock: ClockView | null): number {
  const [redraws, setRedraws] = useState(0);
  const present = now + (Date.now() - arrivedAt);
  const dueAt = clock?.stoppedAt === null ? clock.dueAt : undefined;

  useEffect(() => {
    if (dueAt === undefined) return undefined;
    const timer = setTimeout(() => setRedraws((count) => count + 1), untilRedraw(dueAt - present));
    return () => clearTimeout(timer);
    // `present` differs on every render: the timer runs from one redraw, or one answer, to the next.
  }, [redraws, now, arrivedAt, dueAt]);
  return present;
}

function untilRedraw(left: number): number {
  if (left >= 0 && left <= LAST_MS) return REDRAW_AT_THE_END_MS;
  return left > LAST_MS ? Math.min(REDRAW_MS, left - LAST_MS) : REDRAW_MS;
}
