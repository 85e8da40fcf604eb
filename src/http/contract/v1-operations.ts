import type { z } from 'zod';
import type { ApiScope } from '../../usecases/api-keys.ts';
import { listOfPeople, problem, receipt, report, signalRows, touchRows } from './v1.ts';

/** One call of `/v1`. The routes and their description are made from the same table, so neither has what the other lacks. */
export interface Operation {
  readonly method: 'get' | 'post';
  /** With its parameters in braces. */
  readonly path: string;
  readonly summary: string;
  /** What the key must be allowed; `any` key, or `none` at all. */
  readonly needs: ApiScope | 'any' | 'none';
  readonly body?: z.ZodType;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<number, Answer>>;
}

export interface Answer {
  readonly says: string;
  readonly schema?: z.ZodType;
  readonly csv?: true;
}

const refusal = (says: string): Answer => ({ says, schema: problem });
const KEYED = { 401: refusal('There is no such key.'), 403: refusal('The key is not for this.') };
const SENDING = {
  202: { says: 'Good rows are stored and worked on; bad ones are named.', schema: receipt },
  400: refusal('The body is no JSON of this shape.'),
  ...KEYED,
  409: refusal('A list of this name is of another kind.'),
  413: refusal('The body is above 5 MB.'),
  415: refusal('The body is compressed.'),
  422: refusal('No row could be taken, or the idempotency key came with other content.'),
  429: refusal('Too many rows wait already.'),
};
const READING = {
  200: { says: 'What has become of it by now.', schema: report, csv: true as const },
  ...KEYED,
  404: refusal('There is nothing with this id.'),
};
const REPEATING = { 'Idempotency-Key': 'A name of the request: sent again with the same body, it is one request.' };
const PAGING = { after: 'The `next` of the page before.' };

export const V1_OPERATIONS = {
  sendSignals: {
    method: 'post',
    path: '/v1/signals',
    summary: 'Buying signs of companies and people: intent data, usage of the product.',
    needs: 'signals',
    body: signalRows,
    headers: REPEATING,
    answers: SENDING,
  },
  sendTouches: {
    method: 'post',
    path: '/v1/touches',
    summary: 'Marketing interactions that HubSpot does not see.',
    needs: 'touches',
    body: touchRows,
    headers: REPEATING,
    answers: SENDING,
  },
  sendList: {
    method: 'post',
    path: '/v1/lists',
    summary: 'People of an event, a partner or a vendor.',
    needs: 'lists',
    body: listOfPeople,
    headers: REPEATING,
    answers: SENDING,
  },
  readIntake: {
    method: 'get',
    path: '/v1/intakes/{intakeId}',
    summary: 'What has become of the rows of one request.',
    needs: 'any',
    query: PAGING,
    answers: READING,
  },
  readList: {
    method: 'get',
    path: '/v1/lists/{listId}',
    summary: 'What has become of all rows of a list.',
    needs: 'any',
    query: PAGING,
    answers: READING,
  },
  describe: {
    method: 'get',
    path: '/v1/openapi.json',
    summary: 'This description.',
    needs: 'none',
    answers: { 200: { says: 'OpenAPI 3.1.' } },
  },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationId = keyof typeof V1_OPERATIONS;
