import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { StoredSimulation } from '../usecases/settings-ports.ts';
import type { Queryable } from './queryable.ts';

type SimulationRow = Omit<StoredSimulation, 'failure' | 'result'> & {
  failure: string | null;
  result: StoredSimulation['result'] | null;
};

const COLUMNS = `simulation_id as "simulationId", document, days, minutes_per_lead as "minutesPerLead", asked_by as "askedBy",
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

const toSimulation = ({ failure, result, ...row }: SimulationRow): StoredSimulation => ({
  ...row,
  failure: failure ?? undefined,
  result: result ?? undefined,
});

export async function addSimulation(
  tx: Queryable,
  portalId: PortalId,
  asked: Pick<StoredSimulation, 'simulationId' | 'document' | 'days' | 'minutesPerLead' | 'askedBy' | 'askedAt'>,
): Promise<void> {
  const { simulationId, document, days, minutesPerLead, askedBy, askedAt } = asked;
  await tx.query(
    `insert into simulation (portal_id, simulation_id, document, days, minutes_per_lead, asked_by, asked_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, 'running')`,
    [portalId, simulationId, JSON.stringify(document), days, minutesPerLead, askedBy, askedAt],
  );
}

export async function runningSimulations(tx: Queryable, portalId: PortalId): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::integer as count from simulation where portal_id = $1 and state = 'running'`,
    [portalId],
  );
  return rows[0]?.count ?? 0;
}

/** The oldest that is to be done, begun once more: from its beginning. */
export async function beginNextSimulation(tx: Queryable, portalId: PortalId): Promise<StoredSimulation | undefined> {
  const { rows } = await tx.query<SimulationRow>(
    `update simulation set attempts = attempts + 1, progress = 0
      where portal_id = $1 and simulation_id = (
        select simulation_id from simulation where portal_id = $1 and state = 'running' order by asked_at, simulation_id limit 1)
      returning ${COLUMNS}`,
    [portalId],
  );
  return rows[0] && toSimulation(rows[0]);
}

export async function saveSimulationProgress(
  tx: Queryable,
  portalId: PortalId,
  simulationId: string,
  progress: number,
): Promise<void> {
  await tx.query('update simulation set progress = $3 where portal_id = $1 and simulation_id = $2', [
    portalId,
    simulationId,
    progress,
  ]);
}

export async function finishSimulation(
  tx: Queryable,
  portalId: PortalId,
  simulationId: string,
  outcome: { readonly result: StoredSimulation['result'] } | { readonly failure: string },
): Promise<void> {
  const [state, result, failure] =
    'failure' in outcome ? ['failed', undefined, outcome.failure] : ['done', JSON.stringify(outcome.result), undefined];
  await tx.query(
    'update simulation set state = $3, result = $4, failure = $5 where portal_id = $1 and simulation_id = $2',
    [portalId, simulationId, state, result, failure],
  );
}

export async function pruneSimulations(tx: Queryable, portalId: PortalId, before: Instant): Promise<void> {
  await tx.query('delete from simulation where portal_id = $1 and asked_at < $2', [portalId, before]);
}
