import type { PortalId } from '../domain/values/ids.ts';
import type { Refused } from './answer-once.ts';
import { type AskedJobs, jobIdOf, runAskedJobs } from './asked-jobs.ts';
import { calibratePortal, type CalibrateOptions } from './calibrate-portal.ts';
import type { Lease, Store } from './ports.ts';
import type { SettingsNeeds, StoredCalibration } from './settings-ports.ts';
import { doOnce, personName } from './settings-rights.ts';

export interface CalibrationRequest extends CalibrateOptions {
  readonly userId: string;
  readonly key: string;
}

/** Asks for a calibration of the rules in force; it runs as a job, one at a time in a portal. @returns its id, or why not */
export async function askCalibration(
  portalId: PortalId,
  { userId, key, target, windowDays }: CalibrationRequest,
  needs: SettingsNeeds,
): Promise<{ calibrationId: string } | Refused> {
  const calibrationId = jobIdOf(userId, key);
  const refused = await doOnce(portalId, { userId, key, action: 'calibrate', right: 'edit' }, needs, async (tx) => {
    if ((await tx.runningCalibrations()) > 0)
      return { kind: 'conflict', why: 'A calibration is running already: wait until it is done.' };
    await tx.addCalibration({ calibrationId, target, windowDays, askedBy: userId, askedAt: needs.clock() });
    return undefined;
  });
  return refused ?? { calibrationId };
}

/** @param calibrationId  undefined: the one asked for last */
export function readCalibration(
  portalId: PortalId,
  calibrationId: string | undefined,
  { inSettings }: Pick<SettingsNeeds, 'inSettings'>,
) {
  return inSettings(portalId, async (tx) => {
    const found = await tx.calibration(calibrationId);
    if (!found) return undefined;
    const { failure = null, result = null, askedBy, attempts: _, ...calibration } = found;
    return { ...calibration, askedBy: personName(askedBy, await tx.owners()), failure, result };
  });
}

export interface RunCalibrationsNeeds extends AskedJobs<StoredCalibration, NonNullable<StoredCalibration['result']>> {
  readonly store: Store;
  readonly clock: () => number;
}

/** Does the calibrations that were asked for. */
export const runCalibrations = (portalId: PortalId, lease: Lease, needs: RunCalibrationsNeeds): Promise<void> =>
  runAskedJobs(portalId, lease, needs, (job, report) =>
    calibratePortal(portalId, job, { store: needs.store, now: needs.clock(), report }),
  );
