import { writeSync } from 'node:fs';

/** Places at which a test may ask for the process to be killed: all lie outside transactions. */
export const CRASH_POINTS = [
  'intake.before-store',
  'intake.after-store',
  'decide.after-gather',
  'decide.after-commit',
  'write.before-send',
  'write.after-send',
  'write.after-settle',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

export type ReachPoint = (point: CrashPoint) => Promise<void>;

/**
 * Kills the process (SIGKILL) at the armed point, the first time it passes there while both the inbox and the outbox hold work, and
 * says so on stderr. Not armed, which is always so against a real portal, it does nothing.
 */
export function crashPoints(
  armed: string | undefined,
  waiting: () => Promise<{ inbox: number; outbox: number }>,
): ReachPoint {
  return async (point) => {
    if (point !== armed) return;
    const { inbox, outbox } = await waiting();
    if (inbox === 0 || outbox === 0) return;
    writeSync(2, `${JSON.stringify({ crashPoint: point, inbox, outbox })}\n`);
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  };
}
