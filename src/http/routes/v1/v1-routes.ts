import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { type Operation, type OperationId, V1_OPERATIONS } from '../../contract/v1-operations.ts';
import { openApi } from '../../contract/v1-openapi.ts';
import { sendProblem, statusOf } from '../../problem.ts';
import { readRaw } from '../../verify-signed.ts';
import { authorize, type AuthorizeNeeds } from './authorize.ts';
import { readReport, type ReportNeeds } from './read-reports.ts';
import { sendList, type SendNeeds, sendSignals, sendTouches } from './send-rows.ts';

export interface V1Needs extends AuthorizeNeeds, SendNeeds, ReportNeeds {
  readonly publicUrl: string;
}

const LIMIT_BYTES = 5 * 1024 * 1024;

/** What other systems send and ask, with a key of the portal. Rows are stored and answered at once; a job works on them. */
export function v1Routes(needs: V1Needs): Router {
  const handlers: Readonly<Record<OperationId, RequestHandler>> = {
    sendSignals: sendSignals(needs),
    sendTouches: sendTouches(needs),
    sendList: sendList(needs),
    readIntake: readReport(needs, 'intakeId'),
    readList: readReport(needs, 'listId'),
    describe: (_request, response) => void response.json(openApi(needs.publicUrl)),
  };
  const router = Router();
  for (const [id, { method, path, needs: scope }] of Object.entries<Operation>(V1_OPERATIONS)) {
    const read = method === 'post' ? [readRaw(LIMIT_BYTES)] : [];
    router[method](pathOf(path), authorize(needs, scope), ...read, handlers[id as OperationId]);
  }
  router.use('/v1', unreadable(needs));
  return router;
}

const pathOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Bodies that were refused while being read. */
const unreadable =
  ({ counted }: V1Needs): ErrorRequestHandler =>
  (fault: unknown, _request, response, next) => {
    const status = statusOf(fault);
    if (status === 500 || response.headersSent) return next(fault);
    counted('refused: unreadable');
    const detail =
      status === 413 ? 'A body may have at most 5 MB.' : 'The body could not be read; send it as plain JSON.';
    // What is left of the body is not read.
    response.set('Connection', 'close');
    sendProblem(response, status, 'Bad request', detail);
  };
