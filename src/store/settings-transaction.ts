import { InvalidDefinitionsError } from '../domain/definitions/definition-set.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Clock } from '../usecases/ports.ts';
import type { SettingsTransaction } from '../usecases/settings-ports.ts';
import { listApiKeys, markApiKeyRevoked, saveApiKey } from './api-key-store.ts';
import { runningJobs } from './asked-job-store.ts';
import { addCalibration, loadCalibration } from './calibration-store.ts';
import { loadDefinitions, loadPublications, nextVersion, publishVersion, saveDefinitions } from './definition-store.ts';
import { dropDraft, loadDraft, saveDraft } from './draft-store.ts';
import { loadRoles, saveRole } from './owner-store.ts';
import { portalTransaction } from './portal-store.ts';
import { propertyLabels } from './property-store.ts';
import type { Queryable } from './queryable.ts';
import { heldCount } from './release-store.ts';
import { addSimulation, loadSimulation } from './simulation-store.ts';

/** What the settings page reads and changes, inside one transaction of the portal. */
export function settingsTransaction(tx: Queryable, portalId: PortalId, clock: Clock): SettingsTransaction {
  return {
    ...portalTransaction(tx, portalId, clock),
    draft: () => loadDraft(tx, portalId),
    saveDraft: (draft) => saveDraft(tx, portalId, draft),
    dropDraft: () => dropDraft(tx, portalId),
    definitions: async (version) => {
      try {
        return await loadDefinitions(tx, portalId, version);
      } catch (fault) {
        // Made by an older version of the app, whose documents were different.
        if (fault instanceof InvalidDefinitionsError) return undefined;
        throw fault;
      }
    },
    nextVersion: () => nextVersion(tx, portalId),
    saveDefinitions: (definitions, at) => saveDefinitions(tx, portalId, definitions, at),
    publish: (publication, releasePerDay) => publishVersion(tx, portalId, publication, releasePerDay),
    publications: () => loadPublications(tx, portalId),
    held: () => heldCount(tx, portalId),
    roles: () => loadRoles(tx, portalId),
    saveRole: (userId, role) => saveRole(tx, portalId, userId, role),
    propertyLabels: () => propertyLabels(tx, portalId),
    simulation: (simulationId) => loadSimulation(tx, portalId, simulationId),
    addSimulation: (asked) => addSimulation(tx, portalId, asked),
    runningSimulations: () => runningJobs(tx, 'simulation', portalId),
    calibration: (calibrationId) => loadCalibration(tx, portalId, calibrationId),
    addCalibration: (asked) => addCalibration(tx, portalId, asked),
    runningCalibrations: () => runningJobs(tx, 'calibration', portalId),
    apiKeys: () => listApiKeys(tx, portalId),
    saveApiKey: (key, hash) => saveApiKey(tx, portalId, key, hash),
    revokeApiKey: (keyId, by, at) => markApiKeyRevoked(tx, portalId, keyId, by, at),
  };
}
