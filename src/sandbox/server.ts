import express from 'express';
import type { Express, NextFunction, Request, Response, Router } from 'express';
import { answerError, answerUnknown } from './answer-errors.ts';
import { accountRoutes } from './api/account.ts';
import { associationRoutes } from './api/associations.ts';
import { batchRoutes } from './api/batch.ts';
import { controlRoutes } from './api/control.ts';
import { listRoutes } from './api/lists.ts';
import { objectRoutes } from './api/objects.ts';
import { ownerRoutes } from './api/owners.ts';
import { pipelineRoutes } from './api/pipelines.ts';
import { propertyRoutes } from './api/properties.ts';
import { propertyBatchRoutes } from './api/property-batch.ts';
import { propertyGroupRoutes } from './api/property-groups.ts';
import type { Api, Route } from './api/route.ts';
import { schemaRoutes } from './api/schemas.ts';
import { searchRoutes } from './api/search.ts';
import { settingsRoutes } from './api/settings.ts';
import { ApiError } from './errors.ts';
import { gate } from './gate.ts';
import type { GateSetup } from './gate.ts';
import { mountRoutes } from './mount-routes.ts';
import type { WebhookSender } from './webhooks.ts';

/** The sandbox over HTTP: HubSpot's API, and beside it `/sandbox/…`, where people and tests work. */
export function buildApp(api: Api, setup: GateSetup & { webhooks: WebhookSender; state: () => object }): Express {
  const app = express().disable('x-powered-by').disable('etag');
  const json = [refuseOtherContent, express.json({ limit: '20mb' })];
  app.use('/sandbox', onlyHere, ...json, controlRouter(api, setup));
  app.use(...gate(setup), ...json);
  mountRoutes(app, apiRoutes(api));
  app.use(answerUnknown);
  app.use(answerError);
  return app;
}

const apiRoutes = (api: Api): Route[] => [
  ...searchRoutes(api),
  ...batchRoutes(api),
  ...objectRoutes(api),
  ...associationRoutes(api),
  ...propertyGroupRoutes(api),
  ...propertyBatchRoutes(api),
  ...propertyRoutes(api),
  ...pipelineRoutes(api),
  ...ownerRoutes(api),
  ...listRoutes(api),
  ...schemaRoutes(api),
  ...accountRoutes(api),
];

function controlRouter(api: Api, setup: Parameters<typeof settingsRoutes>[0]): Router {
  const router = express.Router();
  mountRoutes(router, [...controlRoutes(api.portal), ...settingsRoutes(setup)]);
  return router.use(answerUnknown);
}

/** The control paths need no token, so they are for programs on the same machine only. */
function onlyHere(request: Request, _response: Response, next: NextFunction): void {
  const address = request.socket.remoteAddress ?? '';
  if (!/^(127\.|::1$|::ffff:127\.)/.test(address)) {
    throw new ApiError(403, 'FORBIDDEN', 'The control paths answer to this machine only.');
  }
  next();
}

function refuseOtherContent(request: Request, _response: Response, next: NextFunction): void {
  if (request.get('content-length') !== '0' && request.is('json') === false) {
    throw new ApiError(415, 'VALIDATION_ERROR', 'The body must be application/json.');
  }
  next();
}
