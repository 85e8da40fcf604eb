import { createHash } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import type { Receipt, Reference, TakeInRefusal } from '../../usecases/take-in.ts';
import type { SentRows, SentSignal, SentTouch } from '../../usecases/take-in-told.ts';
import { type RecordSignal, recordSignalSchema } from '../contract/workflow-actions.ts';
import { sendProblem } from '../problem.ts';
import { jsonOf } from '../read-body.ts';
import { readRaw, verifyAction, type VerifyActionNeeds } from '../verify-signed.ts';

type Taken = Promise<Receipt | TakeInRefusal>;

export interface RecordSignalNeeds extends VerifyActionNeeds {
  readonly isConnected: (portalId: string) => boolean;
  readonly takeInSignals: (request: SentRows<SentSignal>) => Taken;
  readonly takeInTouches: (request: SentRows<SentTouch>) => Taken;
}

const LIMIT_BYTES = 64 * 1024;
const TYPES: Readonly<Record<string, Reference['type']>> = {
  CONTACT: 'contact',
  '0-1': 'contact',
  COMPANY: 'company',
  '0-2': 'company',
};

/**
 * The workflow action *Record a signal*: a touch of a person or a signal of a person or a company, on the day of the workflow. The same
 * callback again changes nothing.
 */
export function postRecordSignal(needs: RecordSignalNeeds): Router {
  const router = Router();
  router.post('/workflow-actions/record-signal', readRaw(LIMIT_BYTES), verifyAction(needs), record(needs));
  return router;
}

const record =
  (needs: RecordSignalNeeds): RequestHandler =>
  async (request, response) => {
    const body = recordSignalSchema.safeParse(jsonOf(request.body as Buffer));
    if (!body.success) return sendProblem(response, 400, 'Bad request', 'This is no call of a workflow action.');
    const { origin, object } = body.data;
    if (!needs.isConnected(origin.portalId))
      return sendProblem(response, 403, 'Another portal', 'This portal is not connected here.');
    const type = TYPES[object.objectType.toUpperCase()];
    if (type === undefined || !/^\d{1,19}$/.test(object.objectId))
      return sendProblem(response, 400, 'Bad request', 'Record a signal works on contacts and companies.');
    const taken = await take({ type, id: object.objectId }, body.data, needs);
    const isTaken = taken !== undefined && !('kind' in taken && taken.kind !== 'key-used');
    response.json({ outputFields: { hs_execution_state: isTaken ? 'SUCCESS' : 'FAIL_CONTINUE' } });
  };

/** @returns undefined where the action says neither what touched a person nor what the signal is */
function take(of: Reference, { callbackId, inputFields }: RecordSignal, needs: RecordSignalNeeds): Taken | undefined {
  const { touch_type: touch, kind, topic, source, strength } = inputFields;
  const contentHash = createHash('sha256')
    .update(JSON.stringify([of, inputFields]))
    .digest('hex');
  const request = { rejected: [], idempotencyKey: `callback-${callbackId}`, contentHash };
  const at = needs.clock();
  if (touch && of.type === 'contact') {
    const row = { of, at, type: touch, channel: '', program: topic ?? '' };
    return needs.takeInTouches({ ...request, sent: [{ position: 0, row }] });
  }
  if (!kind) return undefined;
  const row = { of, at, kind, topic: topic ?? '', source: source || 'workflow', strength: (strength ?? 100) / 100 };
  return needs.takeInSignals({ ...request, sent: [{ position: 0, row }] });
}
