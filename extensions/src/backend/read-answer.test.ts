import { expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';

const answer = { now: 1, text: 'as the backend said it' };
const problem = { title: 'Conflict', status: 409, detail: 'Ben was faster.' };
const envelope = (status: 'success' | 'error', responseBody: unknown, own?: string | number) => ({
  status,
  responseBody,
  context: own === undefined ? {} : { appServerStatusCode: [own] },
});
const read = (status: number, body: unknown) =>
  readAnswer(() => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })));

test.each([
  ['plain', 200, answer],
  ['in an envelope', 200, envelope('success', answer, '200')],
  ['in an envelope, as text', 200, envelope('success', JSON.stringify(answer), '201')],
  ['in an envelope without a status', 200, envelope('success', answer)],
])('an answer %s', async (_name, status, body) =>
  expect(await read(status, body)).toEqual({ kind: 'answered', answer }),
);

test.each([
  ['plain', 409, problem],
  ['in an envelope', 502, envelope('error', problem, '409')],
  ['in an envelope, as text', 502, envelope('error', JSON.stringify(problem), 409)],
  ['in an envelope that came as a success', 200, envelope('error', problem, '409')],
])('a refusal %s', async (_name, status, body) =>
  expect(await read(status, body)).toEqual({ kind: 'refused', message: 'Ben was faster.' }),
);

test.each([
  ['a fault of the backend', 500, { title: 'Internal error', status: 500 }, 'Internal error'],
  ['too many requests', 429, problem, 'Ben was faster.'],
  ['a fault in an envelope', 502, envelope('error', { detail: 'Logged.' }, '500'), 'Logged.'],
  ['a fault of the proxy itself', 504, envelope('error', undefined), 'Lead to Revenue could not answer (status 504).'],
  ['an error without any status', 200, envelope('error', undefined), 'Lead to Revenue could not answer (status 502).'],
  ['HTML', 502, '<html></html>', 'Lead to Revenue could not answer (status 502).'],
  ['a success in HTML', 200, '<html></html>', 'Lead to Revenue sent an answer that could not be read.'],
  ['nothing', 200, '', 'Lead to Revenue sent an answer that could not be read.'],
  ['a list', 200, [], 'Lead to Revenue sent an answer that could not be read.'],
])('%s may be tried again', async (_name, status, body, message) =>
  expect(await read(status, body)).toEqual({ kind: 'failed', message }),
);

test('no connection may be tried again, whether it is told at once or later', async () => {
  const failed = { kind: 'failed', message: 'Lead to Revenue could not be reached in time.' };
  expect(await readAnswer(() => Promise.reject(new Error('timeout')))).toEqual(failed);
  const thrown = readAnswer(() => {
    throw new Error('not permitted');
  });
  expect(await thrown).toEqual(failed);
});
