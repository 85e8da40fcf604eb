import type { Request, RequestHandler } from 'express';
import { sendProblem } from './problem.ts';
import { readBody } from './read-body.ts';

/** The parts of a request a signature is computed over; `url` is the public one, as HubSpot called it. */
export interface SignedParts {
  readonly method: string;
  readonly url: string;
  readonly body: Uint8Array;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

export interface VerifyNeeds {
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly check: (request: SignedParts, now: number) => 'valid' | 'unsigned' | 'stale' | 'forged';
  readonly refused: (reason: 'unsigned' | 'stale' | 'forged') => void;
}

/** Reads the whole body, no more than `limit` bytes, before anything is done with it. */
export const readRaw =
  (limit: number): RequestHandler =>
  async (request, _response, next) => {
    request.body = await readBody(request, limit);
    next();
  };

/** Lets only requests through that HubSpot signed; nothing is parsed or changed before. Needs `readRaw` before it. */
export const verifySigned =
  ({ publicUrl, clock, check, refused }: VerifyNeeds): RequestHandler =>
  (request, response, next) => {
    const verdict = check(partsOf(request, publicUrl), clock());
    if (verdict === 'valid') return next();
    refused(verdict);
    sendProblem(response, 401, 'Not verified', `The request is ${verdict}: it is not from HubSpot, or too old.`);
  };

export interface VerifyActionNeeds extends Omit<VerifyNeeds, 'check'> {
  /** Checks the v3 signature where there is one, else the older v2 that HubSpot documents for workflow actions. */
  readonly check: (
    request: SignedParts,
    older: string | undefined,
    now: number,
  ) => 'valid' | 'unsigned' | 'stale' | 'forged';
}

/** The same for the calls of workflow actions, which may carry the older signature. */
export const verifyAction = ({ check, ...needs }: VerifyActionNeeds): RequestHandler => {
  return (request, response, next) => {
    const older = request.get('x-hubspot-signature-version') === 'v2' ? request.get('x-hubspot-signature') : undefined;
    return verifySigned({ ...needs, check: (parts, now) => check(parts, older, now) })(request, response, next);
  };
};

const partsOf = (request: Request, publicUrl: string): SignedParts => ({
  method: request.method,
  url: publicUrl + request.originalUrl,
  body: request.body as Buffer,
  signature: request.get('x-hubspot-signature-v3'),
  timestamp: request.get('x-hubspot-request-timestamp'),
});
