import { createHash } from 'node:crypto';
import { parseDefinitionSet } from '../domain/definitions/definition-set.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { judgedDraft } from './drafts.ts';
import type { Lease, Store } from './ports.ts';
import type { Refused } from './answer-once.ts';
import type { SettingsNeeds, StoredSimulation } from './settings-ports.ts';
import { doOnce } from './settings-rights.ts';
import { NothingToSimulateError, simulate } from './simulate.ts';

/** So many what-ifs wait in a portal; one reads the whole history. */
const MOST_RUNNING = 5;
/** A what-if that was begun so often and never ended does not end. */
const MOST_ATTEMPTS = 3;
/** After so many records it is said how far it has come. */
const REPORT_EVERY = 1_000;

export interface SimulationRequest {
  readonly userId: string;
  readonly key: string;
  readonly days: number;
  readonly minutesPerLead: number;
}

/** Asks for a what-if of the draft; of what is in force where there is no draft. It runs as a job. @returns its id, or why not */
export async function askSimulation(
  portalId: PortalId,
  { userId, key, days, minutesPerLead }: SimulationRequest,
  needs: SettingsNeeds,
): Promise<{ simulationId: string } | Refused> {
  const simulationId = idOf(userId, key);
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
    await tx.addSimulation({ simulationId, document, days, minutesPerLead, ...asked });
    return undefined;
  });
  return refused ?? { simulationId };
}

/** The same click asks for the same what-if. */
const idOf = (userId: string, key: string): string =>
  createHash('sha256').update(`${userId} ${key}`).digest('base64url').slice(0, 22);

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

export interface RunNeeds {
  readonly store: Store;
  readonly clock: () => number;
  /** The oldest one that is to be done, begun once more. */
  readonly beginNext: (portalId: PortalId) => Promise<StoredSimulation | undefined>;
  readonly saveProgress: (portalId: PortalId, lease: Lease, simulationId: string, progress: number) => Promise<void>;
  readonly finish: (
    portalId: PortalId,
    simulationId: string,
    outcome: { readonly result: StoredSimulation['result'] } | { readonly failure: string },
  ) => Promise<void>;
}

/** Does the what-ifs that were asked for, one by one. One whose process was killed is done again from its beginning. */
export async function runSimulations(portalId: PortalId, lease: Lease, needs: RunNeeds): Promise<void> {
  for (;;) {
    const next = await needs.beginNext(portalId);
    if (!next) return;
    const failure = 'It was begun several times and could not be finished. The log of the app says why.';
    const outcome = next.attempts > MOST_ATTEMPTS ? { failure } : await run(portalId, lease, next, needs);
    await needs.finish(portalId, next.simulationId, outcome);
  }
}

async function run(
  portalId: PortalId,
  lease: Lease,
  { simulationId, document: draft, days, minutesPerLead }: StoredSimulation,
  { store, clock, saveProgress }: RunNeeds,
): ReturnType<typeof outcomeOf> {
  let done = 0;
  let said = 0;
  const report = async (records: number): Promise<void> => {
    done += records;
    if (done - said < REPORT_EVERY) return;
    said = done;
    await saveProgress(portalId, lease, simulationId, done);
  };
  return outcomeOf(simulate(portalId, { draft, days, minutesPerLead }, { store, now: clock(), report }));
}

async function outcomeOf(
  comparison: ReturnType<typeof simulate>,
): Promise<{ result: StoredSimulation['result'] } | { failure: string }> {
  try {
    return { result: await comparison };
  } catch (fault) {
    if (fault instanceof NothingToSimulateError) return { failure: fault.message };
    throw fault;
  }
}
