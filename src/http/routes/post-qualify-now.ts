import { type RequestHandler, Router } from 'express';
import { qualifyNowSchema } from '../contract/workflow-actions.ts';
import { sendProblem } from '../problem.ts';
import { jsonOf } from '../read-body.ts';
import { readRaw, verifyAction, type VerifyActionNeeds } from '../verify-signed.ts';

export interface QualifyNowNeeds extends VerifyActionNeeds {
  readonly isConnected: (portalId: string) => boolean;
  /** Raises the hand of a contact; the same callback again changes nothing. */
  readonly raiseHand: (request: { callbackId: string; contactId: string; reason: string | undefined }) => Promise<void>;
}

const LIMIT_BYTES = 64 * 1024;

/** The workflow action *Qualify now* (design D13): stored and answered at once; a hand-raiser is always P1. */
export function postQualifyNow(needs: QualifyNowNeeds): Router {
  const router = Router();
  router.post('/workflow-actions/qualify-now', readRaw(LIMIT_BYTES), verifyAction(needs), raise(needs));
  return router;
}

const raise =
  ({ isConnected, raiseHand }: QualifyNowNeeds): RequestHandler =>
  async (request, response) => {
    const body = qualifyNowSchema.safeParse(jsonOf(request.body as Buffer));
    if (!body.success) return sendProblem(response, 400, 'Bad request', 'This is no call of a workflow action.');
    const { callbackId, origin, object, inputFields } = body.data;
    if (!isConnected(origin.portalId))
      return sendProblem(response, 403, 'Another portal', 'This portal is not connected here.');
    if (!['CONTACT', '0-1'].includes(object.objectType.toUpperCase()))
      return sendProblem(response, 400, 'Bad request', 'Qualify now works on contacts.');
    await raiseHand({ callbackId, contactId: object.objectId, reason: inputFields?.reason ?? undefined });
    response.json({ outputFields: { priority: 'P1', hs_execution_state: 'SUCCESS' } });
  };
