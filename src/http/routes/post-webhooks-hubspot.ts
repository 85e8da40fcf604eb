import { isUtf8 } from 'node:buffer';
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { MalformedDeliveryError } from '../../usecases/ports.ts';
import type { Receipt } from '../../usecases/receive-webhooks.ts';
import { sendProblem, statusOf } from '../problem.ts';
import { readRaw, type VerifyNeeds, verifySigned } from '../verify-signed.ts';

export type RefusalReason = 'unsigned' | 'stale' | 'forged' | 'oversized' | 'compressed' | 'malformed';

export interface WebhookRouteNeeds extends Omit<VerifyNeeds, 'refused'> {
  readonly receive: (body: string) => Promise<Receipt>;
  readonly accepted: () => void;
  readonly refused: (reason: RefusalReason) => void;
  readonly unavailable: (fault: unknown) => void;
}

/** 100 events are about 25 KB; a megabyte is ample, and the cap holds while reading. */
const LIMIT_BYTES = 1024 * 1024;

/**
 * HubSpot's webhooks. Verified before anything is parsed, stored before it is answered, worked on later. Answers 2xx once stored, 503
 * when it cannot be, so that HubSpot sends it again.
 */
export function postWebhooksHubspot(needs: WebhookRouteNeeds): Router {
  const router = Router();
  router.post('/webhooks/hubspot', readRaw(LIMIT_BYTES), verifySigned(needs), store(needs));
  router.use('/webhooks/hubspot', unreadable(needs));
  return router;
}

const store =
  ({ receive, accepted, refused, unavailable }: WebhookRouteNeeds): RequestHandler =>
  async (request, response) => {
    try {
      await receive(textOf(request.body as Buffer));
      accepted();
      response.status(204).end();
    } catch (fault) {
      if (fault instanceof MalformedDeliveryError) {
        refused('malformed');
        return sendProblem(response, 400, 'Bad request', fault.message);
      }
      unavailable(fault);
      sendProblem(response, 503, 'Unavailable', 'The delivery could not be stored; send it again.');
    }
  };

/** Bodies that were refused while being read: too large, compressed, or cut short. */
const unreadable =
  ({ refused }: WebhookRouteNeeds): ErrorRequestHandler =>
  (fault: unknown, _request, response, _next) => {
    const status = statusOf(fault);
    refused(status === 413 ? 'oversized' : status === 415 ? 'compressed' : 'malformed');
    const detail = status === 413 ? 'A delivery may have at most 1 MiB.' : 'The request body could not be read.';
    // What is left of the body is not read.
    response.set('Connection', 'close');
    sendProblem(response, status === 500 ? 400 : status, 'Bad request', detail);
  };

/** @throws MalformedDeliveryError for bytes that are no UTF-8: replaced characters would be another delivery than the one signed */
function textOf(body: Buffer): string {
  if (!isUtf8(body)) throw new MalformedDeliveryError('A webhook delivery must be UTF-8.');
  return body.toString('utf8');
}
