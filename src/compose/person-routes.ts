import type { Router } from 'express';
import { checkOlderSignature, checkSignature } from '../adapters/hubspot/signature.ts';
import { type PortalId, recordId } from '../domain/values/ids.ts';
import { accountCardRoutes } from '../http/routes/account-card.ts';
import { extensionRoutes } from '../http/routes/extension.ts';
import { modelPageRoutes } from '../http/routes/model-page.ts';
import { postQualifyNow } from '../http/routes/post-qualify-now.ts';
import type { Queue } from '../jobs/worker.ts';
import { addHandRaises } from '../store/hand-raise-store.ts';
import { propertyLabels } from '../store/property-store.ts';
import { answeredRequest, rememberRequest } from '../store/request-store.ts';
import { saveAnswers } from '../usecases/answer-questions.ts';
import type { Refused } from '../usecases/answer-once.ts';
import { disqualifyLead, reinstateLead } from '../usecases/disqualify.ts';
import { readAccountCard } from '../usecases/read-account-card.ts';
import { readHandoffCard, readLeadCard } from '../usecases/read-cards.ts';
import { readWhyCard } from '../usecases/read-why-card.ts';
import { respondToAccount } from '../usecases/respond-to-account.ts';
import { respondToHandoff } from '../usecases/respond-to-handoff.ts';
import type { Core } from './core.ts';
import { modelPageNeeds } from './model-page-needs.ts';

/** Reason of a hand raised by the workflow action without one that the definition set knows. */
const UNNAMED_REASON = 'contact_me';

/** What people do in HubSpot: the cards and the workflow action. */
export function createPersonRoutes(
  { config, counters, database, store, mapping, clock }: Core,
  portalId: PortalId,
  queue: Queue,
): Router[] {
  const secrets = config.hubspot.clientSecrets;
  const { publicUrl } = config.http;
  const isConnected = (id: string) => id === portalId;
  const common = {
    publicUrl,
    clock,
    isConnected,
    refused: (reason: string) => counters.cardRequests.inc({ result: `refused: ${reason}` }),
  };
  const needs = { store, clock, mapping };
  const labels = (id: PortalId) => database.inPortal(id, (tx) => propertyLabels(tx, id));
  /** HubSpot is told at once. */
  const thenWrite = async (refused: Promise<Refused | undefined>): Promise<Refused | undefined> => {
    if (!(await refused)) await queue.ask('write', portalId);
    return refused;
  };
  return [
    accountCardRoutes({
      ...common,
      check: (request, at) => checkSignature(request, secrets, at),
      card: (companyId, userId) =>
        readAccountCard(portalId, recordId(companyId), userId, { ...needs, propertyLabels: labels }),
      respond: (request) => thenWrite(respondToAccount(portalId, request, needs)),
    }),
    modelPageRoutes({
      ...common,
      check: (request, at) => checkSignature(request, secrets, at),
      ...modelPageNeeds({ database, store, clock }, portalId),
    }),
    extensionRoutes({
      ...common,
      check: (request, at) => checkSignature(request, secrets, at),
      leadCard: (contactId, userId) => readLeadCard(portalId, recordId(contactId), userId, needs),
      handoffCard: (dealId, userId) => readHandoffCard(portalId, recordId(dealId), userId, needs),
      whyCard: (contactId, at) => readWhyCard(portalId, recordId(contactId), at, { ...needs, propertyLabels: labels }),
      respond: (request) => thenWrite(respondToHandoff(portalId, request, needs)),
      answer: (request) => thenWrite(saveAnswers(portalId, request, needs)),
      disqualify: (contactId, userId, body) =>
        thenWrite(disqualifyLead(portalId, { contactId: recordId(contactId), userId, ...body }, needs)),
      reinstate: (contactId, userId, body) =>
        thenWrite(reinstateLead(portalId, { contactId: recordId(contactId), userId, ...body }, needs)),
    }),
    postQualifyNow({
      ...common,
      check: (request, older, at) =>
        request.signature === undefined && older !== undefined
          ? checkOlderSignature(request, older, secrets)
          : checkSignature(request, secrets, at),
      raiseHand: async ({ callbackId, contactId, reason }) => {
        const at = clock();
        const { work } = (await store.inPortal(portalId, (tx) => tx.settings())).definitions;
        const isKnown = work?.handRaise.reasons.some(({ value }) => value === reason);
        await database.inPortal(portalId, async (tx) => {
          const key = `callback-${callbackId}`;
          if (await answeredRequest(tx, portalId, key)) return;
          const raise = {
            contactId: recordId(contactId),
            at,
            reason: isKnown && reason ? reason : UNNAMED_REASON,
            trigger: 'workflow_action',
          } as const;
          await addHandRaises(tx, portalId, [raise]);
          await rememberRequest(tx, portalId, key, { refused: null }, at);
        });
        await queue.ask('decide', portalId);
      },
    }),
  ];
}
