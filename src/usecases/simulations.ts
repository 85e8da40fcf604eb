import { parseDefinitionSet } from '../domain/definitions/definition-set.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { type AskedJobs, jobIdOf, runAskedJobs } from './asked-jobs.ts';
import { judgedDraft } from './drafts.ts';
import type { Lease, Store } from './ports.ts';
import type { Refused } from './answer-once.ts';
import type { SettingsNeeds, StoredSimulation } from './settings-ports.ts';
import { doOnce } from './settings-rights.ts';
import { simulate } from './simulate.ts';

/** So many what-ifs wait in a portal; one reads the whole history. */
const MOST_RUNNING = 5;

export interface SimulationRequest {
  readonly userId: string;
  readonly key: string;
  readonly days: number;
  readonly minutesPerLead: number;
  readonly sdrs?: number | undefined;
  readonly segmentBy: string;
}

/** Asks for a what-if of the draft; of what is in force where there is no draft. It runs as a job. @returns its id, or why not */
export async function askSimulation(
  portalId: PortalId,
  { userId, key, ...options }: SimulationRequest,
  needs: SettingsNeeds,
): Promise<{ simulationId: string } | Refused> {
  const simulationId = jobIdOf(userId, key);
  const refused = await doOnce(portalId, { userId, key, action: 'simulate', right: 'edit' }, needs, async (tx) => {
    if ((await tx.runningSimulations()) >= MOST_RUNNING)
      return { kind: 'conflict', why: `${MOST_RUNNING} what-ifs are running: wait until one of them is done.` };
    const { definitions: inForce } = await tx.settings();
    const draft = await judgedDraft(tx, inForce);
    const [problem] = draft?.problems ?? [];
    if (problem) return { kind: 'invalid', why: `${problem.path || 'The draft'}: ${problem.message}.` };
    const document = draft
      ? parseDefinitionSet({ ...draft.document, version: await tx.nextVersion() }, 'The draft')
      : inForce;
    const asked = { askedBy: userId, askedAt: needs.clock() };
    await tx.addSimulation({ simulationId, document, ...options, ...asked });
    return undefined;
  });
  return refused ?? { simulationId };
}

export async function readSimulation(
  portalId: PortalId,
  simulationId: string,
  { inSettings }: Pick<SettingsNeeds, 'inSettings'>,
) {
  const found = await inSettings(portalId, (tx) => tx.simulation(simulationId));
  if (!found) return undefined;
  const { state, progress, failure = null, result = null } = found;
  return { simulationId, state, progress, failure, result };
}

export interface RunSimulationsNeeds extends AskedJobs<StoredSimulation, NonNullable<StoredSimulation['result']>> {
  readonly store: Store;
  readonly clock: () => number;
}

/** Does the what-ifs that were asked for. */
export const runSimulations = (portalId: PortalId, lease: Lease, needs: RunSimulationsNeeds): Promise<void> =>
  runAskedJobs(portalId, lease, needs, ({ document: draft, days, minutesPerLead, sdrs, segmentBy }, report) =>
    simulate(
      portalId,
      { draft, days, minutesPerLead, sdrs, segmentBy },
      { store: needs.store, now: needs.clock(), report },
    ),
  );
