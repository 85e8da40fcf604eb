import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Click, Refused } from '../../usecases/respond-to-handoff.ts';
import {
  acceptDealSchema,
  acceptLeadSchema,
  type HandoffCardAnswer,
  type LeadCardAnswer,
  recycleLeadSchema,
  rejectDealSchema,
} from '../contract/cards.ts';
import { sendProblem } from '../problem.ts';
import { jsonOf } from '../read-body.ts';
import { readRaw, type VerifyNeeds, verifySigned } from '../verify-signed.ts';

type View<Answer> = Omit<Answer, 'now' | 'revision'>;

export interface ExtensionNeeds extends VerifyNeeds {
  readonly isConnected: (portalId: string) => boolean;
  readonly leadCard: (contactId: string, userId: string) => Promise<View<LeadCardAnswer>>;
  readonly handoffCard: (dealId: string, userId: string) => Promise<View<HandoffCardAnswer>>;
  /** @returns why nothing was done, or undefined when the click was taken */
  readonly respond: (request: {
    handoffId: string;
    recordId: string;
    userId: string;
    key: string;
    click: Click;
  }) => Promise<Refused | undefined>;
}

const LIMIT_BYTES = 64 * 1024;
const STATUS = { conflict: 409, invalid: 422, forbidden: 403 } as const;

/**
 * What the cards ask for and do. Portal and user are those HubSpot signed, never what a body says; every answer comes from our own
 * store, so nobody waits for HubSpot (design §7).
 */
export function extensionRoutes(needs: ExtensionNeeds): Router {
  const router = Router();
  router.use('/extension/v1', readRaw(LIMIT_BYTES), verifySigned(needs), ownPortal(needs));
  router.get('/extension/v1/contacts/:id/lead', show(needs, needs.leadCard));
  router.get('/extension/v1/deals/:id/handoff', show(needs, needs.handoffCard));
  const act = <Body extends { key: string; handoffId: string | null }, Answer extends object>(
    path: string,
    schema: z.ZodType<Body>,
    clickOf: (body: Body) => Click,
    view: (id: string, userId: string) => Promise<Answer>,
  ) => router.post(path, decide(needs, schema, clickOf, view));
  act('/extension/v1/contacts/:id/accept', acceptLeadSchema, () => ({ action: 'accept_lead' }), needs.leadCard);
  act(
    '/extension/v1/contacts/:id/recycle',
    recycleLeadSchema,
    ({ reason }) => ({ action: 'recycle_lead', reason }),
    needs.leadCard,
  );
  act(
    '/extension/v1/deals/:id/accept',
    acceptDealSchema,
    ({ amount, closeDate }) => ({ action: 'accept_deal', amount, closeDate }),
    needs.handoffCard,
  );
  act(
    '/extension/v1/deals/:id/reject',
    rejectDealSchema,
    ({ reason }) => ({ action: 'reject_deal', reason }),
    needs.handoffCard,
  );
  return router;
}

/** @source HubSpot docs: UI extensions, fetching data: portalId and userId are put into the query before it is signed */
const ownPortal =
  ({ isConnected }: ExtensionNeeds): RequestHandler =>
  (request, response, next) => {
    if (userOf(request) === '' || !isConnected(queryText(request, 'portalId')))
      return sendProblem(response, 403, 'Another portal', 'This portal is not connected here.');
    next();
  };

/** '' where it is missing or given twice. */
function queryText({ query }: Request, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}

const userOf = (request: Request): string => queryText(request, 'userId');
const idOf = (request: Request): string => String(request.params['id']);

const show =
  <Answer extends object>(
    needs: ExtensionNeeds,
    view: (id: string, userId: string) => Promise<Answer>,
  ): RequestHandler =>
  async (request, response) => {
    send(response, await view(idOf(request), userOf(request)), needs);
  };

const decide =
  <Body extends { key: string; handoffId: string | null }, Answer extends object>(
    needs: ExtensionNeeds,
    schema: z.ZodType<Body>,
    clickOf: (body: Body) => Click,
    view: (id: string, userId: string) => Promise<Answer>,
  ): RequestHandler =>
  async (request, response) => {
    const parsed = schema.safeParse(jsonOf(request.body as Buffer));
    if (!parsed.success) {
      const detail = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      return sendProblem(response, 422, 'Not complete', detail);
    }
    const { key, handoffId } = parsed.data;
    if (handoffId === null) return sendProblem(response, 409, 'Not done', 'Nothing is offered here now.');
    const userId = userOf(request);
    const refused = await needs.respond({
      handoffId,
      recordId: idOf(request),
      userId,
      key,
      click: clickOf(parsed.data),
    });
    if (refused) return sendProblem(response, STATUS[refused.kind], 'Not done', refused.why);
    send(response, await view(idOf(request), userId), needs);
  };

function send(response: Response, view: object, { clock }: ExtensionNeeds): void {
  const revision = createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 16);
  response.set('Cache-Control', 'no-store').json({ now: clock(), revision, ...view });
}
