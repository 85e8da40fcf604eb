import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { apiPath } from './api-paths.ts';
import type { ApiPath } from './api-paths.ts';
import type { CallCounter } from './call-counter.ts';
import { ApiError } from './errors.ts';
import type { CallFault, Faults } from './faults.ts';
import { rateLimitBody } from './limits.ts';
import type { Limits, RatePolicy } from './limits.ts';

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
    (request, response, next) => {
      response.locals['isSearch'] = usePlainPath(request, setup.calls)?.family === 'search';
      next();
    },
    (request, _response, next) => {
      checkToken(request, setup.token);
      next();
    },
    (_request, response, next) => {
      const policy = setup.limits.take(isSearch(response));
      response.set(setup.limits.headers(isSearch(response)));
      if (policy === undefined) next();
      else refuseRate(policy, setup, response);
    },
    (request, response, next) => injectFault(setup, request, response, next),
  ];
}

const isSearch = (response: Response): boolean => response.locals['isSearch'] === true;

function usePlainPath(request: Request, calls: CallCounter): ApiPath | undefined {
  const query = request.url.indexOf('?');
  const address = apiPath(query === -1 ? request.url : request.url.slice(0, query));
  calls.note(address);
  request.url = (address?.path ?? '/unknown') + (query === -1 ? '' : request.url.slice(query));
  return address;
}

function checkToken(request: Request, token: string): void {
  if (request.get('authorization') === `Bearer ${token}`) return;
  const message =
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at ' +
    'https://developers.hubspot.com/docs/methods/auth/oauth-overview';
  throw new ApiError(401, 'INVALID_AUTHENTICATION', message);
}

function refuseRate(policy: RatePolicy, { appId, portalId }: GateSetup, response: Response): void {
  const correlationId = response.get('X-HubSpot-Correlation-Id') ?? '';
  response.status(429).json(rateLimitBody(policy, { correlationId, appId, portalId }));
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
      refuseRate(isSearch(response) ? 'SECONDLY' : 'TEN_SECONDLY_ROLLING', setup, response);
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
