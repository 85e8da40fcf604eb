import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { PortalId } from '../../../domain/values/ids.ts';
import type { Receipt, TakeInRefusal } from '../../../usecases/take-in.ts';
import type { SentList } from '../../../usecases/take-in-list.ts';
import type { SentRows, SentSignal, SentTouch } from '../../../usecases/take-in-told.ts';
import { anyList, anyRows, personRow, type ReceiptAnswer, signalRow, touchRow } from '../../contract/v1.ts';
import { sendProblem } from '../../problem.ts';
import { jsonOf } from '../../read-body.ts';
import { portalOf } from './authorize.ts';
import { checkRows } from './check-rows.ts';

type Taken = Promise<(Receipt & { listId?: string }) | TakeInRefusal>;

export interface SendNeeds {
  readonly takeInSignals: (portalId: PortalId, request: SentRows<SentSignal>) => Taken;
  readonly takeInTouches: (portalId: PortalId, request: SentRows<SentTouch>) => Taken;
  readonly takeInList: (portalId: PortalId, request: SentList) => Taken;
  readonly counted: (result: string) => void;
}

export const sendSignals = ({ takeInSignals, counted }: SendNeeds): RequestHandler =>
  taking(counted, anyRows, async (rows, request, response) => {
    const { sent, rejected } = await checkRows(signalRow, rows);
    const signals = sent.map(({ position, row: { objectType: type, id, email, domain, topic = '', ...signal } }) => ({
      position,
      row: { ...signal, topic, of: referenceOf(type, { id, email, domain }) },
    }));
    return takeInSignals(portalOf(response), { sent: signals, rejected, ...request });
  });

export const sendTouches = ({ takeInTouches, counted }: SendNeeds): RequestHandler =>
  taking(counted, anyRows, async (rows, request, response) => {
    const { sent, rejected } = await checkRows(touchRow, rows);
    const touches = sent.map(({ position, row: { id, email, channel = '', program = '', ...touch } }) => ({
      position,
      row: { ...touch, channel, program, of: referenceOf('contact', { id, email }) },
    }));
    return takeInTouches(portalOf(response), { sent: touches, rejected, ...request });
  });

export const sendList = ({ takeInList, counted }: SendNeeds): RequestHandler =>
  taking(counted, anyList, async ({ rows, ...list }, request, response) =>
    takeInList(portalOf(response), { ...list, ...(await checkRows(personRow, rows)), ...request }),
  );

interface Named {
  readonly id?: string | undefined;
  readonly email?: string | undefined;
  readonly domain?: string | undefined;
}

/** The schema has made sure that one of them is there. */
function referenceOf(type: 'contact' | 'company', { id, email = '', domain = '' }: Named): SentSignal['of'] {
  if (id !== undefined) return { type, id };
  return type === 'contact' ? { type, email } : { type, domain };
}

/** One request: its shape, its idempotency key, its answer. */
const taking =
  <Body>(
    counted: (result: string) => void,
    schema: z.ZodType<Body>,
    take: (body: Body, request: Pick<SentList, 'idempotencyKey' | 'contentHash'>, response: Response) => Taken,
  ): RequestHandler =>
  async (request, response) => {
    const raw = request.body as Buffer;
    const parsed = schema.safeParse(jsonOf(raw));
    const key = keyOf(request);
    if (!parsed.success || key === 'bad') {
      counted('refused: malformed');
      const detail = parsed.success ? 'The Idempotency-Key is too long.' : shapeProblem(parsed.error);
      return sendProblem(response, 400, 'Bad request', detail);
    }
    const contentHash = createHash('sha256').update(`${request.path}\n`).update(raw).digest('hex');
    const taken = await take(parsed.data, { idempotencyKey: key && `key-${key.text}`, contentHash }, response);
    if ('kind' in taken) return refuse(response, taken, counted);
    counted('accepted');
    const answer: ReceiptAnswer = { ...taken, rejected: [...taken.rejected] };
    response.status(202).json(answer);
  };

function keyOf(request: Request): { text: string } | 'bad' | undefined {
  const text = request.get('idempotency-key');
  if (text === undefined) return undefined;
  return /^[ -~]{1,255}$/.test(text) ? { text } : 'bad';
}

const shapeProblem = ({ issues: [issue] }: z.ZodError): string =>
  `The body is not what this takes: ${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'no JSON'}.`;

function refuse(response: Response, refusal: TakeInRefusal, counted: (result: string) => void): void {
  counted(`refused: ${refusal.kind}`);
  switch (refusal.kind) {
    case 'no-rows':
      return sendProblem(response, 422, 'No row taken', 'No row could be taken; each says why.', {
        rejected: refusal.rejected,
      });
    case 'key-used':
      return sendProblem(response, 422, 'Key used', 'This Idempotency-Key came with another body before.');
    case 'other-list':
      return sendProblem(response, 409, 'Another list', refusal.why);
    case 'busy':
      response.set('Retry-After', '60');
      return sendProblem(response, 429, 'Too many rows', 'Too many rows wait already; send these in a minute.');
  }
}
