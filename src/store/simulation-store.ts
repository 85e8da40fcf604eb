import type { PortalId } from '../domain/values/ids.ts';
import type { SettingsTransaction, StoredSimulation } from '../usecases/settings-ports.ts';
import { beginNextJob } from './asked-job-store.ts';
import type { Queryable } from './queryable.ts';

type SimulationRow = Omit<StoredSimulation, 'failure' | 'result' | 'sdrs'> & {
  sdrs: number | null;
  failure: string | null;
  result: StoredSimulation['result'] | null;
};

const COLUMNS = `simulation_id as "simulationId", document, days, minutes_per_lead as "minutesPerLead", sdrs, segment_by as "segmentBy", asked_by as "askedBy",
  asked_at as "askedAt", state, progress, attempts, failure, result`;

export async function loadSimulation(
  tx: Queryable,
  portalId: PortalId,
  simulationId: string,
): Promise<StoredSimulation | undefined> {
  const { rows } = await tx.query<SimulationRow>(
    `select ${COLUMNS} from simulation where portal_id = $1 and simulation_id = $2`,
    [portalId, simulationId],
  );
  return rows[0] && toSimulation(rows[0]);
}

const toSimulation = ({ failure, result, sdrs, ...row }: SimulationRow): StoredSimulation => ({
  ...row,
  sdrs: sdrs ?? undefined,
  failure: failure ?? undefined,
  result: result ?? undefined,
});

export async function addSimulation(
  tx: Queryable,
  portalId: PortalId,
  asked: Parameters<SettingsTransaction['addSimulation']>[0],
): Promise<void> {
  const { simulationId, document, days, minutesPerLead, sdrs, segmentBy, askedBy, askedAt } = asked;
  await tx.query(
    `insert into simulation (portal_id, simulation_id, document, days, minutes_per_lead, sdrs, segment_by, asked_by, asked_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'running')`,
    [portalId, simulationId, JSON.stringify(document), days, minutesPerLead, sdrs, segmentBy, askedBy, askedAt],
  );
}

export async function beginNextSimulation(tx: Queryable, portalId: PortalId): Promise<StoredSimulation | undefined> {
  const row = await beginNextJob<SimulationRow>(tx, 'simulation', COLUMNS, portalId);
  return row && toSimulation(row);
}
