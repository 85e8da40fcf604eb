import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { apiPath } from './api-paths.ts';
import type { CallCounter } from './call-counter.ts';
import { ApiError } from './errors.ts';
import type { CallFault, Faults } from './faults.ts';
import { rateLimitBody } from './limits.ts';
import type { Limits } from './limits.ts';

export interface GateSetup {
  readonly token: string;
  readonly portalId: string;
  readonly appId: number;
  readonly calls: CallCounter;
  readonly limits: Limits;
  readonly faults: Faults;
}

/**
 * What every API call passes, in this order: correlation id, path, token, call limit, faults.
 *
 * @source HubSpot docs: API usage guidelines; Error handling
 */
export function gate(setup: GateSetup): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.set('X-HubSpot-Correlation-Id', randomUUID());
      next();
    },
    (request, _response, next) => {
      usePlainPath(request, setup.calls);
      next();
    },
    (request, _response, next) => {
      checkToken(request, setup.token);
      next();
    },
    (_request, response, next) => {
      const taken = setup.limits.take();
      response.set(setup.limits.headers());
      if (taken) next();
      else refuseRate(setup, response);
    },
    (request, response, next) => injectFault(setup, request, response, next),
  ];
}

function usePlainPath(request: Request, calls: CallCounter): void {
  const query = request.url.indexOf('?');
  const address = apiPath(query === -1 ? request.url : request.url.slice(0, query));
  calls.note(address);
  request.url = (address?.path ?? '/unknown') + (query === -1 ? '' : request.url.slice(query));
}

function checkToken(request: Request, token: string): void {
  if (request.get('authorization') === `Bearer ${token}`) return;
  const message =
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at ' +
    'https://developers.hubspot.com/docs/methods/auth/oauth-overview';
  throw new ApiError(401, 'INVALID_AUTHENTICATION', message);
}

function refuseRate({ appId, portalId }: GateSetup, response: Response): void {
  response.status(429).json(rateLimitBody(response.get('X-HubSpot-Correlation-Id') ?? '', appId, portalId));
}

async function injectFault(setup: GateSetup, request: Request, response: Response, next: NextFunction): Promise<void> {
  const { latencyMs } = setup.faults.settings;
  if (latencyMs > 0) await pause(latencyMs);
  const fault = setup.faults.nextCall();
  if (fault === undefined || fault === 'cutAfter') {
    response.locals['fault'] = fault;
    next();
  } else strike(fault, setup, request, response);
}

function strike(fault: Exclude<CallFault, 'cutAfter'>, setup: GateSetup, request: Request, response: Response): void {
  switch (fault) {
    case 'rateLimited':
      refuseRate(setup, response);
      break;
    case 'serverError':
      throw new ApiError(500, 'INTERNAL_ERROR', 'internal error');
    case 'badGateway':
      response.status(502).type('html').send('<html><body><h1>502 Bad Gateway</h1></body></html>');
      break;
    case 'unavailable':
      throw new ApiError(503, 'INTERNAL_ERROR', 'Service temporarily unavailable');
    case 'cutBefore':
      request.socket.destroy();
      break;
  }
}
