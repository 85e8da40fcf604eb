import type { Request, RequestHandler, Response } from 'express';
import type { PortalId } from '../../../domain/values/ids.ts';
import type { ApiScope } from '../../../usecases/api-keys.ts';
import type { Operation } from '../../contract/v1-operations.ts';
import { sendProblem } from '../../problem.ts';

export interface AuthorizeNeeds {
  /** Whose key this is; undefined for one that is not known, or not any more. */
  readonly check: (key: string) => Promise<{ portalId: PortalId; scopes: readonly ApiScope[] } | undefined>;
  readonly counted: (result: string) => void;
}

/** Lets only requests with a key through that is allowed this; before that nothing of the body is read. */
export const authorize =
  ({ check, counted }: AuthorizeNeeds, needed: Operation['needs']): RequestHandler =>
  async (request, response, next) => {
    if (needed === 'none') return next();
    const key = bearerOf(request);
    const known = key === undefined ? undefined : await check(key);
    if (!known) {
      counted(key === undefined ? 'refused: no key' : 'refused: unknown key');
      response.set('WWW-Authenticate', 'Bearer');
      return refuse(response, 401, 'No valid key', 'Send “Authorization: Bearer” with a key of this portal.');
    }
    if (needed !== 'any' && !known.scopes.includes(needed)) {
      counted('refused: not allowed');
      return refuse(response, 403, 'Not allowed', `This key is not for ${needed}.`);
    }
    response.locals['portalId'] = known.portalId;
    next();
  };

/** What is left of the body is not read. */
function refuse(response: Response, status: 401 | 403, title: string, detail: string): void {
  response.set('Connection', 'close');
  sendProblem(response, status, title, detail);
}

const bearerOf = (request: Request): string | undefined =>
  /^Bearer +(\S{1,200})$/i.exec(request.get('authorization') ?? '')?.[1];

/** The portal of the key, never one that a request names. */
export const portalOf = (response: Response): PortalId => response.locals['portalId'] as PortalId;
