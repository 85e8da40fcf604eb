import type { NextFunction, Request, Response } from 'express';
import { ApiError, envelope, invalid, notEmulated } from './errors.ts';

/** Answers what no route takes: an honest 501 instead of a guess. */
export const answerUnknown = (request: Request): never => {
  throw notEmulated(`${request.method} ${request.originalUrl.split('?')[0] ?? ''}`);
};

/**
 * Turns errors into HubSpot's envelope. Express knows an error handler by its four parameters.
 *
 * @source HubSpot docs: Error handling
 */
export function answerError(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  const known = error instanceof ApiError ? error : translated(error);
  response.status(known.status).json(envelope(known, response.get('X-HubSpot-Correlation-Id') ?? ''));
}

/** Errors of the body parser carry a status; anything else is a defect of the sandbox and says so. */
function translated(error: unknown): ApiError {
  if (!(error instanceof Error)) return new ApiError(500, 'INTERNAL_ERROR', 'The sandbox failed.');
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status === 400) return invalid(`Invalid input JSON: ${error.message}`);
  return new ApiError(status, status < 500 ? 'VALIDATION_ERROR' : 'INTERNAL_ERROR', error.message);
}
