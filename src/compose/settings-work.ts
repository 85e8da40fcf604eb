import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS } from '../domain/values/instant.ts';
import { portalTransaction } from '../store/portal-store.ts';
import { fillRates, markPropertiesRead, propertiesReadAt, saveProperties } from '../store/property-store.ts';
import {
  beginNextSimulation,
  finishSimulation,
  pruneSimulations,
  runningSimulations,
  saveSimulationProgress,
} from '../store/simulation-store.ts';
import { refreshProperties } from '../usecases/portal-properties.ts';
import type { Lease } from '../usecases/ports.ts';
import { runSimulations } from '../usecases/simulations.ts';
import type { Core } from './core.ts';

const KEEP_SIMULATIONS_MS = DAY_MS;

/** What the settings page leaves to jobs. */
export function createSettingsWork({ database, store, gateway, clock, log }: Core) {
  const inPortal = database.inPortal.bind(database);
  let isStart = true;

  return {
    simulate: (portalId: PortalId, lease: Lease): Promise<void> =>
      runSimulations(portalId, lease, {
        store,
        clock,
        beginNext: (id) => inPortal(id, (tx) => beginNextSimulation(tx, id)),
        saveProgress: (id, held, simulationId, progress) =>
          inPortal(id, async (tx) => {
            await portalTransaction(tx, id, clock).holdLease(held);
            await saveSimulationProgress(tx, id, simulationId, progress);
          }),
        finish: (id, simulationId, outcome) => inPortal(id, (tx) => finishSimulation(tx, id, simulationId, outcome)),
      }),

    /** What the calendar asks for. @returns whether what-ifs wait to be done */
    async timetable(portalId: PortalId): Promise<boolean> {
      await inPortal(portalId, (tx) => pruneSimulations(tx, portalId, clock() - KEEP_SIMULATIONS_MS));
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
      return (await inPortal(portalId, (tx) => runningSimulations(tx, portalId))) > 0;
    },
  };
}
