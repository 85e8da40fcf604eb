import { Router } from 'express';
import type { z } from 'zod';
import { recordId } from '../../domain/values/ids.ts';
import type { Refused } from '../../usecases/answer-once.ts';
import type { AccountClick, AccountClickRequest } from '../../usecases/respond-to-account.ts';
import {
  acceptAccountSchema,
  type AccountCardAnswer,
  declineAccountSchema,
  startWithPersonSchema,
  swapAccountSchema,
} from '../contract/account.ts';
import { sendProblem } from '../problem.ts';
import { bodyOf, idOf, ownPortal, REFUSAL_STATUS, sendView, userOf, type View } from '../signed-extension.ts';
import { readRaw, type VerifyNeeds, verifySigned } from '../verify-signed.ts';

export interface AccountCardNeeds extends VerifyNeeds {
  readonly isConnected: (portalId: string) => boolean;
  readonly card: (companyId: string, userId: string) => Promise<View<AccountCardAnswer>>;
  /** @returns why nothing was done, or undefined when the click was taken */
  readonly respond: (request: AccountClickRequest) => Promise<Refused | undefined>;
}

const BASE = '/extension/v1/companies';
const LIMIT_BYTES = 64 * 1024;

/** What the card *Account* asks for and does. Portal and user are those HubSpot signed. */
export function accountCardRoutes(needs: AccountCardNeeds): Router {
  const router = Router();
  router.use(BASE, readRaw(LIMIT_BYTES), verifySigned(needs), ownPortal(needs.isConnected));
  router.get(`${BASE}/:id/account`, async (request, response) =>
    sendView(response, await needs.card(idOf(request), userOf(request)), needs.clock),
  );
  const act = <Body extends { key: string }>(
    name: string,
    schema: z.ZodType<Body>,
    clickOf: (body: Body) => AccountClick,
  ) =>
    router.post(`${BASE}/:id/${name}`, async (request, response) => {
      const body = bodyOf(request, response, schema);
      if (!body) return;
      const [companyId, userId] = [recordId(idOf(request)), userOf(request)];
      const refused = await needs.respond({ companyId, userId, key: body.key, click: clickOf(body) });
      if (refused) return sendProblem(response, REFUSAL_STATUS[refused.kind], 'Not done', refused.why);
      sendView(response, await needs.card(companyId, userId), needs.clock);
    });
  act('accept', acceptAccountSchema, ({ handoffId }) => ({ action: 'accept', handoffId }));
  act('decline', declineAccountSchema, ({ handoffId, reason }) => ({ action: 'decline', handoffId, reason }));
  act('start', startWithPersonSchema, ({ handoffId, contactId, despite }) => ({
    action: 'start',
    handoffId,
    contactId: recordId(contactId),
    despite,
  }));
  act('swap', swapAccountSchema, ({ instead }) => ({ action: 'swap', instead: recordId(instead) }));
  return router;
}
