import cron from 'node-cron';
import type { PortalId } from '../domain/values/ids.ts';
import type { Queue } from './worker.ts';

export interface TimetableNeeds {
  readonly queue: Queue;
  readonly portals: () => Promise<PortalId[]>;
  readonly failed: (fault: unknown) => void;
}

/**
 * The whole timetable: once a minute every portal's work is asked for. Each task finds by itself what is due (open deliveries, writes
 * whose time has come, a snapshot missing for today, an edition missing for this week), so a tick that was missed, or came in several
 * processes, makes no difference.
 */
export function startTimetable({ queue, portals, failed }: TimetableNeeds): AsyncDisposable {
  const task = cron.schedule('* * * * *', () => {
    void askForAll(queue, portals).catch(failed);
  });
  return {
    async [Symbol.asyncDispose]() {
      await task.destroy();
    },
  };
}

export async function askForAll(queue: Queue, portals: () => Promise<PortalId[]>): Promise<void> {
  for (const portalId of await portals()) {
    for (const job of ['decide', 'write', 'timetable'] as const) await queue.ask(job, portalId);
  }
}
