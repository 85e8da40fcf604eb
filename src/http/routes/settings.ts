import { type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import { strangeIn } from '../../domain/definitions/plain-document.ts';
import type { Sought } from '../../domain/definitions/uses-of.ts';
import type { Role } from '../../usecases/ports.ts';
import type { Refused } from '../../usecases/answer-once.ts';
import {
  type ApiKeysAnswer,
  type ApiScope,
  createApiKeySchema,
  type CreatedApiKeyAnswer,
  discardDraftSchema,
  type PropertiesAnswer,
  propertiesQuery,
  publishSchema,
  revokeApiKeySchema,
  rollbackSchema,
  type SaveDraft,
  saveDraftSchema,
  setRoleSchema,
  type SettingsAnswer,
  type SimulationAnswer,
  simulateSchema,
  type TryAnswer,
  type UsesAnswer,
  type VersionAnswer,
} from '../contract/settings.ts';
import { type CalibrationView, calibrateSchema } from '../contract/calibration.ts';
import { sendProblem } from '../problem.ts';
import { jsonOf } from '../read-body.ts';
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

/** Who asks, and the key of the click. */
interface Click {
  readonly userId: string;
  readonly key: string;
}
type Done = Promise<Refused | undefined>;

export interface SettingsRouteNeeds extends VerifyNeeds {
  readonly isConnected: (portalId: string) => boolean;
  readonly settings: (userId: string) => Promise<View<SettingsAnswer>>;
  readonly saveDraft: (request: Click & SaveDraft) => Done;
  readonly discardDraft: (request: Click) => Done;
  readonly publish: (request: Click & { why: string; releasePerDay: number; seen?: number | undefined }) => Done;
  readonly rollBack: (request: Click & { version: number; why: string }) => Done;
  /** Undefined for a version the portal never had, and for one that cannot be read any more. */
  readonly version: (version: number) => Promise<View<VersionAnswer>['definitions'] | undefined>;
  readonly setRole: (request: { by: string; key: string; userId: string; role: Role }) => Done;
  readonly simulate: (
    request: Click & { days: number; minutesPerLead: number; sdrs?: number | undefined; segmentBy: string },
  ) => Promise<{ simulationId: string } | Refused>;
  /** Undefined where it is not known, or no longer. */
  readonly simulation: (simulationId: string) => Promise<Omit<SimulationAnswer, 'now'> | undefined>;
  readonly calibrate: (
    request: Click & Pick<CalibrationView, 'target' | 'windowDays'>,
  ) => Promise<{ calibrationId: string } | Refused>;
  /** Without an id the one asked for last. */
  readonly calibration: (calibrationId?: string) => Promise<CalibrationView | undefined>;
  readonly tryContact: (contactId: string) => Promise<Omit<TryAnswer, 'now'> | undefined>;
  readonly properties: (of: 'contact' | 'company') => Promise<View<PropertiesAnswer>['properties']>;
  readonly uses: (sought: Sought) => Promise<View<UsesAnswer>>;
  readonly apiKeys: (userId: string) => Promise<View<ApiKeysAnswer> | Refused>;
  readonly makeApiKey: (
    request: Click & { name: string; scopes: ApiScope[] },
  ) => Promise<View<CreatedApiKeyAnswer> | Refused>;
  readonly revokeApiKey: (request: Click & { keyId: string }) => Done;
}

const BASE = '/extension/v1/settings';
/** @source HubSpot docs: UI extensions, fetching data: a request has at most 1 MB */
const LIMIT_BYTES = 1024 * 1024;

/** What the settings page asks for and does. Portal and user are those HubSpot signed; rights are looked up, never told. */
export function settingsRoutes(needs: SettingsRouteNeeds): Router {
  const { clock } = needs;
  const router = Router();
  router.use(BASE, readRaw(LIMIT_BYTES), verifySigned(needs), ownPortal(needs.isConnected), refuseStrange);

  /** Does something and shows the settings as they are then. */
  const act = <Body>(path: string, schema: z.ZodType<Body>, run: (body: Body, userId: string) => Done) =>
    router.post(BASE + path, async (request, response) => {
      const body = bodyOf(request, response, schema);
      if (!body) return;
      const refused = await run(body, userOf(request));
      if (refused) return refuse(response, refused);
      sendView(response, await needs.settings(userOf(request)), clock);
    });

  router.get(BASE, async (request, response) => sendView(response, await needs.settings(userOf(request)), clock));
  act('/draft', saveDraftSchema, (body, userId) => needs.saveDraft({ ...body, userId }));
  act('/draft/discard', discardDraftSchema, (body, userId) => needs.discardDraft({ ...body, userId }));
  act('/publish', publishSchema, ({ savedAt, ...body }, userId) => needs.publish({ ...body, userId, seen: savedAt }));
  act('/rollback', rollbackSchema, (body, userId) => needs.rollBack({ ...body, userId }));
  act('/roles', setRoleSchema, (body, by) => needs.setRole({ ...body, by }));

  router.get(`${BASE}/versions/:id`, async (request, response) => {
    const id = idOf(request);
    const definitions = /^\d{1,9}$/.test(id) ? await needs.version(Number(id)) : undefined;
    sendFound(response, definitions && { definitions }, 'This version', clock);
  });
  router.post(`${BASE}/simulate`, async (request, response) => {
    const body = bodyOf(request, response, simulateSchema);
    if (!body) return;
    const asked = await needs.simulate({ ...body, userId: userOf(request) });
    if ('kind' in asked) return refuse(response, asked);
    sendFound(response, await needs.simulation(asked.simulationId), 'This what-if', clock);
  });
  router.get(`${BASE}/simulations/:id`, async (request, response) =>
    sendFound(response, await needs.simulation(idOf(request)), 'This what-if', clock),
  );
  router.post(`${BASE}/calibrations`, async (request, response) => {
    const body = bodyOf(request, response, calibrateSchema);
    if (!body) return;
    const asked = await needs.calibrate({ ...body, userId: userOf(request) });
    if ('kind' in asked) return refuse(response, asked);
    sendView(response, { calibration: (await needs.calibration(asked.calibrationId)) ?? null }, clock);
  });
  router.get(`${BASE}/calibrations`, async (_request, response) =>
    sendView(response, { calibration: (await needs.calibration()) ?? null }, clock),
  );
  router.get(`${BASE}/calibrations/:id`, async (request, response) => {
    const calibration = await needs.calibration(idOf(request));
    sendFound(response, calibration && { calibration }, 'This calibration', clock);
  });
  router.get(`${BASE}/try`, async (request, response) =>
    sendFound(response, await needs.tryContact(queryText(request, 'contactId')), 'This contact', clock),
  );

  router.get(`${BASE}/properties`, async (request, response) => {
    const of = propertiesQuery.safeParse(queryText(request, 'of'));
    if (!of.success) return sendProblem(response, 422, 'Not complete', of.error.issues[0]?.message ?? '');
    sendView(response, { properties: await needs.properties(of.data) }, clock);
  });
  router.get(`${BASE}/uses`, async (request, response) => {
    const given = (['fact', 'touch', 'signal'] as const).filter((name) => queryText(request, name) !== '');
    const [name] = given;
    if (!name || given.length > 1)
      return sendProblem(response, 422, 'Not complete', 'say one of fact=…, touch=… and signal=…');
    sendView(response, await needs.uses({ [name]: queryText(request, name) } as Sought), clock);
  });

  router.get(`${BASE}/api-keys`, async (request, response) =>
    sendOrRefuse(response, await needs.apiKeys(userOf(request)), clock),
  );
  router.post(`${BASE}/api-keys`, async (request, response) => {
    const body = bodyOf(request, response, createApiKeySchema);
    if (body) sendOrRefuse(response, await needs.makeApiKey({ ...body, userId: userOf(request) }), clock);
  });
  router.post(`${BASE}/api-keys/:id/revoke`, async (request, response) => {
    const body = bodyOf(request, response, revokeApiKeySchema);
    if (!body) return;
    const userId = userOf(request);
    const refused = await needs.revokeApiKey({ ...body, userId, keyId: idOf(request) });
    sendOrRefuse(response, refused ?? (await needs.apiKeys(userId)), clock);
  });

  router.use(BASE, (_request, response) => sendProblem(response, 404, 'Not found', 'There is nothing here.'));
  return router;
}

/** Before anything else reads a body: names that objects share would be lost on the way, silently. */
const refuseStrange: RequestHandler = (request, response, next) => {
  const strange = strangeIn(jsonOf(request.body as Buffer));
  if (strange) return sendProblem(response, 422, 'Not complete', `${strange.path}: ${strange.message}`);
  next();
};

const refuse = (response: Response, { kind, why }: Refused): void =>
  sendProblem(response, REFUSAL_STATUS[kind], 'Not done', why);

function sendOrRefuse(response: Response, answer: object | Refused, clock: () => number): void {
  if ('kind' in answer) refuse(response, answer);
  else sendView(response, answer, clock);
}

function sendFound(response: Response, found: object | undefined, what: string, clock: () => number): void {
  if (found) sendView(response, found, clock);
  else sendProblem(response, 404, 'Not found', `${what} is not known here.`);
}
