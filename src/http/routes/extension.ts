import { type RequestHandler, Router } from 'express';
import type { z } from 'zod';
import { recordId } from '../../domain/values/ids.ts';
import type { AnswerRequest } from '../../usecases/answer-questions.ts';
import type { Refused } from '../../usecases/answer-once.ts';
import type { Click } from '../../usecases/respond-to-handoff.ts';
import {
  acceptDealSchema,
  acceptLeadSchema,
  type HandoffCardAnswer,
  type LeadCardAnswer,
  type Disqualify,
  disqualifySchema,
  type Reinstate,
  recycleLeadSchema,
  reinstateSchema,
  rejectDealSchema,
  type SaveAnswers,
  saveAnswersSchema,
} from '../contract/cards.ts';
import { type WhyCardAnswer, whyAtSchema } from '../contract/why.ts';
import { sendProblem } from '../problem.ts';
import {
  bodyOf,
  idOf,
  ownPortal,
  queryText,
  REFUSAL_STATUS,
  sendView,
  userOf,
  type View,
} from '../signed-extension.ts';
import { readRaw, type VerifyNeeds, verifySigned } from '../verify-signed.ts';

export interface ExtensionNeeds extends VerifyNeeds {
  readonly isConnected: (portalId: string) => boolean;
  readonly leadCard: (contactId: string, userId: string) => Promise<View<LeadCardAnswer>>;
  readonly handoffCard: (dealId: string, userId: string) => Promise<View<HandoffCardAnswer>>;
  /** @param at  an instant or a day of the past; undefined for now */
  readonly whyCard: (contactId: string, at: string | undefined) => Promise<View<WhyCardAnswer>>;
  /** @returns why nothing was done, or undefined when the click was taken */
  readonly respond: (request: {
    handoffId: string;
    recordId: string;
    userId: string;
    key: string;
    click: Click;
  }) => Promise<Refused | undefined>;
  readonly answer: (request: AnswerRequest) => Promise<Refused | undefined>;
  readonly disqualify: (contactId: string, userId: string, body: Disqualify) => Promise<Refused | undefined>;
  readonly reinstate: (contactId: string, userId: string, body: Reinstate) => Promise<Refused | undefined>;
}

const LIMIT_BYTES = 64 * 1024;

/**
 * What the cards ask for and do. Portal and user are those HubSpot signed, never what a body says; every answer comes from our own
 * store, so nobody waits for HubSpot (design §7).
 */
export function extensionRoutes(needs: ExtensionNeeds): Router {
  const router = Router();
  router.use('/extension/v1', readRaw(LIMIT_BYTES), verifySigned(needs), ownPortal(needs.isConnected));
  router.get('/extension/v1/contacts/:id/lead', show(needs, needs.leadCard));
  router.get('/extension/v1/deals/:id/handoff', show(needs, needs.handoffCard));
  router.get('/extension/v1/contacts/:id/why', showWhy(needs));
  const act = <Body extends { key: string; handoffId: string | null }, Answer extends object>(
    path: string,
    schema: z.ZodType<Body>,
    clickOf: (body: Body) => Click,
    view: (id: string, userId: string) => Promise<Answer>,
  ) => router.post(path, decide(needs, schema, respondWith(needs, clickOf), view));
  act(
    '/extension/v1/contacts/:id/accept',
    acceptLeadSchema,
    ({ despite }) => ({ action: 'accept_lead', despite }),
    needs.leadCard,
  );
  act(
    '/extension/v1/contacts/:id/recycle',
    recycleLeadSchema,
    ({ reason }) => ({ action: 'recycle_lead', reason }),
    needs.leadCard,
  );
  act(
    '/extension/v1/deals/:id/accept',
    acceptDealSchema,
    ({ amount, closeDate, despite }) => ({ action: 'accept_deal', amount, closeDate, despite }),
    needs.handoffCard,
  );
  act(
    '/extension/v1/deals/:id/reject',
    rejectDealSchema,
    ({ reason }) => ({ action: 'reject_deal', reason }),
    needs.handoffCard,
  );
  router.post(
    '/extension/v1/contacts/:id/disqualify',
    decide(needs, disqualifySchema, needs.disqualify, needs.leadCard),
  );
  router.post('/extension/v1/contacts/:id/reinstate', decide(needs, reinstateSchema, needs.reinstate, needs.leadCard));
  const answer =
    (type: 'contact' | 'deal'): Act<SaveAnswers> =>
    (id, userId, { key, answers }) =>
      needs.answer({ record: { type, id: recordId(id) }, userId, key, answers });
  router.post(
    '/extension/v1/contacts/:id/answers',
    decide(needs, saveAnswersSchema, answer('contact'), needs.leadCard),
  );
  router.post('/extension/v1/deals/:id/answers', decide(needs, saveAnswersSchema, answer('deal'), needs.handoffCard));
  return router;
}

const show =
  <Answer extends object>(
    needs: ExtensionNeeds,
    view: (id: string, userId: string) => Promise<Answer>,
  ): RequestHandler =>
  async (request, response) => {
    sendView(response, await view(idOf(request), userOf(request)), needs.clock);
  };

const showWhy =
  ({ whyCard, clock }: ExtensionNeeds): RequestHandler =>
  async (request, response) => {
    const at = queryText(request, 'at');
    if (at !== '' && !whyAtSchema.safeParse(at).success)
      return sendProblem(response, 422, 'Not complete', 'at: write a day as YYYY-MM-DD, or an instant with its offset');
    sendView(response, await whyCard(idOf(request), at === '' ? undefined : at), clock);
  };

type Act<Body> = (id: string, userId: string, body: Body) => Promise<Refused | undefined>;

const respondWith =
  <Body extends { key: string; handoffId: string | null }>(
    { respond }: ExtensionNeeds,
    clickOf: (body: Body) => Click,
  ): Act<Body> =>
  async (recordId, userId, body) => {
    const { key, handoffId } = body;
    if (handoffId === null) return { kind: 'conflict', why: 'Nothing is offered here now.' };
    return respond({ handoffId, recordId, userId, key, click: clickOf(body) });
  };

const decide =
  <Body, Answer extends object>(
    { clock }: ExtensionNeeds,
    schema: z.ZodType<Body>,
    act: Act<Body>,
    view: (id: string, userId: string) => Promise<Answer>,
  ): RequestHandler =>
  async (request, response) => {
    const body = bodyOf(request, response, schema);
    if (body === undefined) return;
    const [id, userId] = [idOf(request), userOf(request)];
    const refused = await act(id, userId, body);
    if (refused) return sendProblem(response, REFUSAL_STATUS[refused.kind], 'Not done', refused.why);
    sendView(response, await view(id, userId), clock);
  };
