import type { Router } from 'express';
import { checkSignature } from '../adapters/hubspot/signature.ts';
import { uniqueId, uniqueSecret } from '../adapters/system/system.ts';
import { usesOf } from '../domain/definitions/uses-of.ts';
import { type PortalId, recordId } from '../domain/values/ids.ts';
import { settingsRoutes } from '../http/routes/settings.ts';
import type { JobName, Queue } from '../jobs/worker.ts';
import { loadProperties } from '../store/property-store.ts';
import type { ApiKey } from '../usecases/api-keys.ts';
import { askCalibration, readCalibration } from '../usecases/calibrations.ts';
import { discardDraft, judgedDraft, saveDraft } from '../usecases/drafts.ts';
import { askable } from '../usecases/portal-properties.ts';
import { publishDraft, rollBack } from '../usecases/publish-definitions.ts';
import { readSettings } from '../usecases/read-settings.ts';
import { setRole } from '../usecases/roles.ts';
import { makeApiKey, readApiKeys, takeBackApiKey } from '../usecases/settings-api-keys.ts';
import { askSimulation, readSimulation } from '../usecases/simulations.ts';
import { tryContact } from '../usecases/try-contact.ts';
import { defaultSubscriptions } from '../wire/hubspot/subscriptions.ts';
import type { Core } from './core.ts';
import { settingsNeeds } from './settings-needs.ts';

/** The settings page of one portal. */
export function createSettingsRoutes(core: Core, portalId: PortalId, queue: Pick<Queue, 'ask'>): Router {
  const { config, counters, database, clock, log } = core;
  const needs = settingsNeeds(core);
  /** What was decided is stored: if the queue cannot be asked now, the next minute sees to it. */
  async function then<Answer extends object | undefined>(answer: Promise<Answer>, job: JobName): Promise<Answer> {
    const result = await answer;
    if (!result || !('why' in result))
      await queue
        .ask(job, portalId)
        .catch((fault: unknown) => log.warn(fault, 'work could not be asked for; the next tick will'));
    return result;
  }
  const apiKeys = async (userId: string) => {
    const keys = await readApiKeys(portalId, userId, needs);
    return 'kind' in keys ? keys : { keys: keys.map(keyView) };
  };
  return settingsRoutes({
    publicUrl: config.http.publicUrl,
    clock,
    check: (request, at) => checkSignature(request, config.hubspot.clientSecrets, at),
    refused: (reason) => counters.cardRequests.inc({ result: `refused: ${reason}` }),
    isConnected: (id) => id === portalId,
    settings: (userId) => readSettings(portalId, userId, needs),
    saveDraft: (request) => saveDraft(portalId, request, needs),
    discardDraft: (request) => discardDraft(portalId, request, needs),
    publish: (request) => then(publishDraft(portalId, request, needs), 'timetable'),
    rollBack: (request) => then(rollBack(portalId, request, needs), 'timetable'),
    version: (version) => needs.inSettings(portalId, (tx) => tx.definitions(version)),
    setRole: (request) => setRole(portalId, request, needs),
    simulate: (request) => then(askSimulation(portalId, request, needs), 'simulate'),
    simulation: (simulationId) => readSimulation(portalId, simulationId, needs),
    calibrate: (request) => then(askCalibration(portalId, request, needs), 'simulate'),
    calibration: (calibrationId) => readCalibration(portalId, calibrationId, needs),
    tryContact: (contactId) => tryContact(portalId, recordId(contactId), needs),
    properties: async (of) => {
      const stored = await database.inPortal(portalId, (tx) => loadProperties(tx, portalId, of));
      return askable(of, stored, (property) => isSubscribed(of, property));
    },
    uses: (sought) =>
      needs.inSettings(portalId, async (tx) => {
        const { definitions } = await tx.settings();
        const draft = await judgedDraft(tx, definitions);
        return { inForce: usesOf(definitions, sought), draft: draft ? usesOf(draft.document, sought) : null };
      }),
    apiKeys,
    makeApiKey: async (request) => {
      const made = await makeApiKey(portalId, request, { ...needs, uniqueId, secret: uniqueSecret });
      if ('kind' in made) return made;
      const listed = await apiKeys(request.userId);
      return 'kind' in listed ? listed : { ...listed, keyId: made.keyId, apiKey: made.key };
    },
    revokeApiKey: (request) => takeBackApiKey(portalId, request, needs),
  });
}

const isSubscribed = (type: 'contact' | 'company', property: string): boolean =>
  defaultSubscriptions.some(
    ({ subscriptionType, propertyName }) => subscriptionType === `${type}.propertyChange` && propertyName === property,
  );

const keyView = ({ lastUsedAt, revokedAt, revokedBy, ...key }: ApiKey) => ({
  ...key,
  lastUsedAt: lastUsedAt ?? null,
  revokedAt: revokedAt ?? null,
  revokedBy: revokedBy ?? null,
});
