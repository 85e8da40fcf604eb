import { PgBoss } from 'pg-boss';
import type { PortalId } from '../domain/values/ids.ts';
import { shareWaiting } from './share-waiting.ts';

/** What the queue needs of the database. */
export interface QueueDatabase {
  readonly kind: 'embedded' | 'server';
  query(text: string, values?: readonly unknown[]): Promise<{ rows: object[] }>;
}

export type JobName = 'decide' | 'write' | 'sweep' | 'timetable' | 'simulate';

export interface Queue extends AsyncDisposable {
  /** Asks for a portal's work; asking again while it waits changes nothing. The work itself stands in the tables. */
  ask(job: JobName, portalId: PortalId, afterSeconds?: number): Promise<void>;
}

export interface WorkerOptions {
  readonly database: QueueDatabase;
  readonly schema: string;
  readonly tasks: Readonly<Record<JobName, (portalId: PortalId) => Promise<void>>>;
  readonly failed: (job: JobName, portalId: PortalId, fault: unknown) => void;
}

const JOBS: readonly JobName[] = ['decide', 'write', 'sweep', 'timetable', 'simulate'];

/**
 * One queued "drain this portal" job per portal and kind, never a job per event. A failed task is logged and asked for again by the
 * next tick, since what it works on is still there.
 */
export async function startWorker({ database, schema, tasks, failed }: WorkerOptions): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.query(text, values) },
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    schema,
    schedule: false,
  });
  boss.on('error', (fault) => failed('timetable', '' as PortalId, fault));
  await boss.start();
  const workers = new Map<JobName, string>();
  for (const job of JOBS) {
    await boss.createQueue(job, { policy: 'short', retryLimit: 0, deleteAfterSeconds: 3_600 });
    const id = await boss.work<{ portalId: PortalId }>(job, { pollingIntervalSeconds: 2 }, async (batch) => {
      for (const { data } of batch) await runTask(job, data.portalId, tasks, failed);
    });
    workers.set(job, id);
  }
  const send = async (job: JobName, portalId: PortalId, startAfter: number) => {
    await boss.send(job, { portalId }, { singletonKey: portalId, startAfter });
    const worker = workers.get(job);
    if (worker && startAfter === 0) boss.notifyWorker(worker);
  };
  const askNow = shareWaiting((job: JobName, portalId: PortalId) => send(job, portalId, 0));
  return {
    ask: (job, portalId, afterSeconds = 0) =>
      afterSeconds === 0 ? askNow(job, portalId) : send(job, portalId, afterSeconds),
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

async function runTask(
  job: JobName,
  portalId: PortalId,
  tasks: WorkerOptions['tasks'],
  failed: WorkerOptions['failed'],
): Promise<void> {
  try {
    await tasks[job](portalId);
  } catch (fault) {
    failed(job, portalId, fault);
  }
}
