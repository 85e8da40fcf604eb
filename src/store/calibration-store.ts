import type { PortalId } from '../domain/values/ids.ts';
import type { SettingsTransaction, StoredCalibration } from '../usecases/settings-ports.ts';
import { beginNextJob } from './asked-job-store.ts';
import type { Queryable } from './queryable.ts';

type CalibrationRow = Omit<StoredCalibration, 'failure' | 'result'> & {
  failure: string | null;
  result: StoredCalibration['result'] | null;
};

const COLUMNS = `calibration_id as "calibrationId", target, window_days as "windowDays", asked_by as "askedBy", asked_at as "askedAt",
  state, progress, attempts, failure, result`;

const toCalibration = ({ failure, result, ...row }: CalibrationRow): StoredCalibration => ({
  ...row,
  failure: failure ?? undefined,
  result: result ?? undefined,
});

/** @param calibrationId  undefined: the one asked for last */
export async function loadCalibration(
  tx: Queryable,
  portalId: PortalId,
  calibrationId: string | undefined,
): Promise<StoredCalibration | undefined> {
  const { rows } = await tx.query<CalibrationRow>(
    `select ${COLUMNS} from calibration where portal_id = $1 and ($2::text is null or calibration_id = $2)
      order by asked_at desc, calibration_id limit 1`,
    [portalId, calibrationId],
  );
  return rows[0] && toCalibration(rows[0]);
}

export async function addCalibration(
  tx: Queryable,
  portalId: PortalId,
  { calibrationId, target, windowDays, askedBy, askedAt }: Parameters<SettingsTransaction['addCalibration']>[0],
): Promise<void> {
  await tx.query(
    `insert into calibration (portal_id, calibration_id, target, window_days, asked_by, asked_at, state)
     values ($1, $2, $3, $4, $5, $6, 'running')`,
    [portalId, calibrationId, target, windowDays, askedBy, askedAt],
  );
}

export async function beginNextCalibration(tx: Queryable, portalId: PortalId): Promise<StoredCalibration | undefined> {
  const row = await beginNextJob<CalibrationRow>(tx, 'calibration', COLUMNS, portalId);
  return row && toCalibration(row);
}
