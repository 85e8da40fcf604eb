import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS } from '../domain/values/instant.ts';
import { type AskedJobTable, finishJob, pruneJobs, runningJobs, saveJobProgress } from '../store/asked-job-store.ts';
import { beginNextCalibration } from '../store/calibration-store.ts';
import { portalTransaction } from '../store/portal-store.ts';
import { fillRates, markPropertiesRead, propertiesReadAt, saveProperties } from '../store/property-store.ts';
import { beginNextSimulation } from '../store/simulation-store.ts';
import { refreshProperties } from '../usecases/portal-properties.ts';
import type { JobOutcome } from '../usecases/asked-jobs.ts';
import { runCalibrations } from '../usecases/calibrations.ts';
import type { Lease } from '../usecases/ports.ts';
import type { StoredCalibration, StoredSimulation } from '../usecases/settings-ports.ts';
import { runSimulations } from '../usecases/simulations.ts';
import type { Core } from './core.ts';

const KEEP_SIMULATIONS_MS = DAY_MS;
/** Until the next quarter shows whether it still holds. */
const KEEP_CALIBRATIONS_MS = 100 * DAY_MS;

/** What the settings page leaves to jobs. */
export function createSettingsWork({ database, store, gateway, clock, log }: Core) {
  const inPortal = database.inPortal.bind(database);
  let isStart = true;

  /** How far jobs of a kind have come is kept under the lease of whoever does them. */
  const jobsIn = <Job>(table: AskedJobTable, idOf: (job: Job) => string) => ({
    store,
    clock,
    saveProgress: (portalId: PortalId, lease: Lease, job: Job, progress: number) =>
      inPortal(portalId, async (tx) => {
        await portalTransaction(tx, portalId, clock).holdLease(lease);
        await saveJobProgress(tx, table, portalId, idOf(job), progress);
      }),
    finish: (portalId: PortalId, job: Job, outcome: JobOutcome<object>) =>
      inPortal(portalId, (tx) => finishJob(tx, table, portalId, idOf(job), outcome)),
  });
  const simulations = {
    ...jobsIn<StoredSimulation>('simulation', ({ simulationId }) => simulationId),
    beginNext: (portalId: PortalId) => inPortal(portalId, (tx) => beginNextSimulation(tx, portalId)),
  };
  const calibrations = {
    ...jobsIn<StoredCalibration>('calibration', ({ calibrationId }) => calibrationId),
    beginNext: (portalId: PortalId) => inPortal(portalId, (tx) => beginNextCalibration(tx, portalId)),
  };

  return {
    /** What people asked for on the page: what-ifs, then calibrations. */
    async runAsked(portalId: PortalId, lease: Lease): Promise<void> {
      await runSimulations(portalId, lease, simulations);
      await runCalibrations(portalId, lease, calibrations);
    },

    /** What the calendar asks for. @returns whether something that was asked for waits to be done */
    async timetable(portalId: PortalId): Promise<boolean> {
      await inPortal(portalId, async (tx) => {
        await pruneJobs(tx, 'simulation', portalId, clock() - KEEP_SIMULATIONS_MS);
        await pruneJobs(tx, 'calibration', portalId, clock() - KEEP_CALIBRATIONS_MS);
      });
      try {
        await refreshProperties(portalId, isStart, {
          store,
          gateway,
          clock,
          readAt: (id) => inPortal(id, (tx) => propertiesReadAt(tx, id)),
          fillRates: (id, type, properties) => inPortal(id, (tx) => fillRates(tx, id, type, properties)),
          save: (id, type, properties, rates) => inPortal(id, (tx) => saveProperties(tx, id, type, properties, rates)),
          markRead: (id, at) => inPortal(id, (tx) => markPropertiesRead(tx, id, at)),
        });
        isStart = false;
      } catch (fault) {
        log.warn({ portalId, err: fault }, 'the portal’s properties could not be read; the next minute tries again');
      }
      return inPortal(
        portalId,
        async (tx) =>
          (await runningJobs(tx, 'simulation', portalId)) + (await runningJobs(tx, 'calibration', portalId)) > 0,
      );
    },
  };
}
