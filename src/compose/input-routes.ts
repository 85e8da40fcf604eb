import type { Router } from 'express';
import { checkOlderSignature, checkSignature } from '../adapters/hubspot/signature.ts';
import { uniqueId } from '../adapters/system/system.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { postRecordSignal } from '../http/routes/post-record-signal.ts';
import { v1Routes } from '../http/routes/v1/v1-routes.ts';
import type { Queue } from '../jobs/worker.ts';
import { apiKeyByHash, markApiKeyUsed } from '../store/api-key-store.ts';
import { countRows, reportedRows } from '../store/intake-report.ts';
import { hasWaiting, saveIntake } from '../store/intake-store.ts';
import { keepList } from '../store/list-store.ts';
import { checkApiKey } from '../usecases/api-keys.ts';
import type { Receipt, TakeInRefusal } from '../usecases/take-in.ts';
import { type ListNeeds, takeInList } from '../usecases/take-in-list.ts';
import { takeInSignals, takeInTouches } from '../usecases/take-in-told.ts';
import type { Core } from './core.ts';

/** More rows than this do not wait in a portal. */
const MOST_WAITING = 100_000;

/** What comes from outside HubSpot: `/v1` and the workflow action *Record a signal*. */
export function createInputRoutes(
  { config, counters, database, clock, log }: Core,
  portalId: PortalId,
  queue: Queue,
): Router[] {
  const { publicUrl } = config.http;
  const secrets = config.hubspot.clientSecrets;
  const inPortal = database.inPortal.bind(database);
  const needs: ListNeeds = {
    clock,
    uniqueId,
    isFull: (id) => inPortal(id, (tx) => hasWaiting(tx, id, MOST_WAITING)),
    save: (id, intake) => inPortal(id, (tx) => saveIntake(tx, id, intake)),
    keepList: (id, list) => inPortal(id, (tx) => keepList(tx, id, list, clock())),
  };
  /** Stored rows are never lost: if the queue cannot be asked now, the next tick asks it. */
  async function working<Taken extends Receipt | TakeInRefusal>(id: PortalId, taken: Promise<Taken>): Promise<Taken> {
    const result = await taken;
    if (!('kind' in result))
      await queue
        .ask('decide', id)
        .catch((fault: unknown) => log.warn(fault, 'work could not be asked for; the next tick will'));
    return result;
  }
  return [
    v1Routes({
      publicUrl,
      check: (key) =>
        checkApiKey(key, {
          clock,
          isConnected: (id) => id === portalId,
          byHash: (id, hash) => inPortal(id, (tx) => apiKeyByHash(tx, id, hash)),
          markUsed: (id, keyId, at) => inPortal(id, (tx) => markApiKeyUsed(tx, id, keyId, at)),
        }),
      counted: (result) => counters.apiRequests.inc({ result }),
      takeInSignals: (id, request) => working(id, takeInSignals(id, request, needs)),
      takeInTouches: (id, request) => working(id, takeInTouches(id, request, needs)),
      takeInList: (id, request) => working(id, takeInList(id, request, needs)),
      countRows: (id, of) => inPortal(id, (tx) => countRows(tx, id, of)),
      reportedRows: (id, of, page) => inPortal(id, (tx) => reportedRows(tx, id, of, page)),
    }),
    postRecordSignal({
      publicUrl,
      clock,
      check: (request, older, at) =>
        request.signature === undefined && older !== undefined
          ? checkOlderSignature(request, older, secrets)
          : checkSignature(request, secrets, at),
      refused: (reason) => counters.cardRequests.inc({ result: `refused: ${reason}` }),
      isConnected: (id) => id === portalId,
      takeInSignals: (request) => working(portalId, takeInSignals(portalId, request, needs)),
      takeInTouches: (request) => working(portalId, takeInTouches(portalId, request, needs)),
    }),
  ];
}
