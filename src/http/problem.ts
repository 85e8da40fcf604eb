import type { ErrorRequestHandler, Response } from 'express';

/** An answer that says no, as RFC 9457 problem details: what happened, and what to do. */
export function sendProblem(
  response: Response,
  status: number,
  title: string,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail, ...more }));
}

/** The last resort: bodies that could not be read keep their status, anything else is our mistake and says nothing of its inside. */
export function problemHandler(report: (fault: unknown) => void): ErrorRequestHandler {
  return (fault: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(fault);
      return;
    }
    const status = statusOf(fault);
    if (status < 500) return sendProblem(response, status, 'Bad request', 'The request body could not be read.');
    report(fault);
    sendProblem(response, 500, 'Internal error', 'Something went wrong here; it was logged. Nothing was changed.');
  };
}

export function statusOf(fault: unknown): number {
  if (typeof fault !== 'object' || fault === null || !('status' in fault)) return 500;
  return typeof fault.status === 'number' && fault.status >= 400 && fault.status < 500 ? fault.status : 500;
}
