import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { sendProblem } from './problem.ts';
import { jsonOf } from './read-body.ts';

/** What every answer carries beside what is asked for. */
export type View<Answer> = Omit<Answer, 'now' | 'revision'>;

/** HTTP status of each kind of refusal. */
export const REFUSAL_STATUS = { conflict: 409, invalid: 422, forbidden: 403 } as const;

/**
 * Portal and user as HubSpot signed them; needs a verified signature before it.
 *
 * @source HubSpot docs: UI extensions, fetching data: portalId and userId are put into the query before it is signed
 */
export const ownPortal =
  (isConnected: (portalId: string) => boolean): RequestHandler =>
  (request, response, next) => {
    if (userOf(request) === '' || !isConnected(queryText(request, 'portalId')))
      return sendProblem(response, 403, 'Another portal', 'This portal is not connected here.');
    next();
  };

/** '' where it is missing or given twice. */
export function queryText({ query }: Request, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}

export const userOf = (request: Request): string => queryText(request, 'userId');
export const idOf = (request: Request): string => String(request.params['id']);

/** What the body says, or undefined after the refusal was sent. */
export function bodyOf<Body>(request: Request, response: Response, schema: z.ZodType<Body>): Body | undefined {
  const parsed = schema.safeParse(jsonOf(request.body as Buffer));
  if (parsed.success) return parsed.data;
  const detail = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  sendProblem(response, 422, 'Not complete', detail);
  return undefined;
}

export function sendView(response: Response, view: object, clock: () => number): void {
  const revision = createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 16);
  response.set('Cache-Control', 'no-store').json({ now: clock(), revision, ...view });
}
