import { createHash } from 'node:crypto';
import type { PortalId } from '../domain/values/ids.ts';
import type { Lease } from './ports.ts';
import { NothingToSimulateError } from './simulate.ts';

/** One that was begun so often and never ended does not end. */
const MOST_ATTEMPTS = 3;
/** After so many records it is said how far it has come. */
const REPORT_EVERY = 1_000;

export type JobOutcome<Result> = { readonly result: Result } | { readonly failure: string };

/** How jobs of one kind, which people ask for on the settings page, are taken up and laid down. */
export interface AskedJobs<Job, Result> {
  /** The oldest one that is to be done, begun once more. */
  readonly beginNext: (portalId: PortalId) => Promise<Job | undefined>;
  readonly saveProgress: (portalId: PortalId, lease: Lease, job: Job, progress: number) => Promise<void>;
  readonly finish: (portalId: PortalId, job: Job, outcome: JobOutcome<Result>) => Promise<void>;
}

/** The same click asks for the same job. */
export const jobIdOf = (userId: string, key: string): string =>
  createHash('sha256').update(`${userId} ${key}`).digest('base64url').slice(0, 22);

/** Does the jobs that were asked for, one by one. One whose process was killed is done again from its beginning. */
export async function runAskedJobs<Job extends { readonly attempts: number }, Result>(
  portalId: PortalId,
  lease: Lease,
  { beginNext, saveProgress, finish }: AskedJobs<Job, Result>,
  work: (job: Job, report: (records: number) => Promise<void>) => Promise<Result>,
): Promise<void> {
  for (let job = await beginNext(portalId); job !== undefined; job = await beginNext(portalId)) {
    const current = job;
    const report = reporter((progress) => saveProgress(portalId, lease, current, progress));
    const failure = 'It was begun several times and could not be finished. The log of the app says why.';
    const outcome = job.attempts > MOST_ATTEMPTS ? { failure } : await outcomeOf(work(job, report));
    await finish(portalId, job, outcome);
  }
}

function reporter(save: (progress: number) => Promise<void>): (records: number) => Promise<void> {
  let [done, said] = [0, 0];
  return async (records) => {
    done += records;
    if (done - said < REPORT_EVERY) return;
    said = done;
    await save(done);
  };
}

async function outcomeOf<Result>(work: Promise<Result>): Promise<JobOutcome<Result>> {
  try {
    return { result: await work };
  } catch (fault) {
    if (fault instanceof NothingToSimulateError) return { failure: fault.message };
    throw fault;
  }
}
