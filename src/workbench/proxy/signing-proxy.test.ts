import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import type { ExtensionFetch } from '../contract.ts';
import { type ProxySetup, signingProxy } from './signing-proxy.ts';

const person = { userId: 71, ownerId: '7', email: 'a+b@own.example', name: 'A B', title: 'SDR' };
const noon = Date.parse('2026-03-02T12:00:00Z');
const origin = 'https://l2r.example.com';

interface Heard {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** A backend on a free port that notes what it hears. */
async function backend(answer: (response: ServerResponse, heard: readonly Heard[]) => void) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ method: request.method ?? '', path: request.url ?? '', body, headers: request.headers });
      answer(response, heard);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const proxy = (more: Partial<ProxySetup> = {}) => {
    const send = signingProxy({
      backendUrl: url,
      publicUrl: origin,
      clientSecret: 'secret',
      appId: 9,
      portalId: '900',
      permittedOrigins: new Set([origin]),
      envelope: false,
      now: () => noon,
      ...more,
    });
    return (asked: ExtensionFetch) => send(asked, person);
  };
  return { heard, proxy, [Symbol.asyncDispose]: stop };
}

const fine = (response: ServerResponse) => void response.end('{"ok":true}');

it('a request reaches the backend signed, with who asks and from which portal', async () => {
  await using target = await backend(fine);
  const asked = {
    url: `${origin}/extension/v1/x?a=1`,
    method: 'POST',
    body: { b: 'ü' },
    headers: { authorization: 'me' },
  };
  expect(await target.proxy()(asked)).toEqual({ status: 200, body: '{"ok":true}' });
  const [{ method, path, body, headers } = expect.fail()] = target.heard;
  expect([method, body]).toEqual(['POST', '{"b":"ü"}']);
  expect(path).toBe('/extension/v1/x?a=1&portalId=900&userId=71&userEmail=a%2Bb%40own.example&appId=9');
  expect(headers).toMatchObject({ authorization: 'me', 'content-type': 'application/json' });
  const decoded = path.replace('%40', '@');
  const v3 = createHmac('sha256', 'secret').update(`POST${origin}${decoded}${body}${noon}`, 'utf8').digest('base64');
  const v2 = createHash('sha256').update(`secretPOST${origin}${path}${body}`, 'utf8').digest('hex');
  expect(headers).toMatchObject({
    'x-hubspot-signature-v3': v3,
    'x-hubspot-request-timestamp': String(noon),
    'x-hubspot-signature': v2,
    'x-hubspot-signature-version': 'v2',
  });
});

it('a card cannot speak for somebody else, nor lead the request elsewhere', async () => {
  await using target = await backend(fine);
  await target.proxy()({ url: `${origin}//evil.example/x?userId=1&portalId=2&userId=3` });
  expect(target.heard.map(({ path }) => path)).toEqual([
    '//evil.example/x?userId=71&portalId=900&userEmail=a%2Bb%40own.example&appId=9',
  ]);
});

it('a GET carries no body', async () => {
  await using target = await backend(fine);
  await target.proxy()({ url: `${origin}/x`, body: { a: 1 } });
  expect(target.heard.map(({ body, headers }) => [body, headers['content-type']])).toEqual([['', undefined]]);
});

const refused: [string, ExtensionFetch, RegExp][] = [
  ['a path without origin', { url: '/x' }, /absolute/],
  ['http', { url: 'http://l2r.example.com/x' }, /https/],
  ['another origin', { url: 'https://other.example/x' }, /permittedUrls/],
  ['another port', { url: `${origin}:8443/x` }, /permittedUrls/],
  ['a name before the origin', { url: 'https://a:b@l2r.example.com/x' }, /user name/],
  ['an unknown method', { url: origin, method: 'TRACE' }, /TRACE/],
  ['another header', { url: origin, headers: { 'x-mine': '1' } }, /Authorization/],
  ['two headers', { url: origin, headers: { authorization: '1', accept: '2' } }, /Authorization/],
  ['text as body', { url: origin, method: 'POST', body: 'text' }, /plain object/],
  ['a list as body', { url: origin, method: 'POST', body: [1] }, /plain object/],
  ['a body over 1 MB', { url: origin, method: 'PUT', body: { a: 'x'.repeat(1_000_000) } }, /1 MB/],
];

it.each(refused)('%s is refused and the backend hears nothing', async (_what, asked, why) => {
  await using target = await backend(fine);
  const { status, body } = await target.proxy()(asked);
  expect([status, JSON.parse(body)]).toMatchObject([400, { category: 'VALIDATION_ERROR' }]);
  expect((JSON.parse(body) as { message: string }).message).toMatch(why);
  expect(target.heard).toEqual([]);
});

it('a refusal of the backend comes as it is, or in the envelope', async () => {
  await using target = await backend((response) => void response.writeHead(409).end('{"detail":"taken"}'));
  expect(await target.proxy()({ url: origin })).toEqual({ status: 409, body: '{"detail":"taken"}' });
  const wrapped = await target.proxy({ envelope: true })({ url: origin });
  expect(wrapped.status).toBe(200);
  expect(JSON.parse(wrapped.body)).toMatchObject({
    status: 'error',
    responseBody: { detail: 'taken' },
    context: { appServerStatusCode: ['409'] },
  });
  expect(target.heard).toHaveLength(2);
});

it('a redirect is not followed', async () => {
  await using target = await backend((response) => void response.writeHead(302, { location: '/y' }).end());
  expect((await target.proxy()({ url: `${origin}/x` })).status).toBe(302);
  expect(target.heard).toHaveLength(1);
});

it('a 5xx is tried once more', async () => {
  await using target = await backend((response, { length }) => {
    if (length === 2) fine(response);
    else response.writeHead(503).end('later');
  });
  expect((await target.proxy()({ url: origin })).status).toBe(200);
  expect(target.heard).toHaveLength(2);
  await using broken = await backend((response) => void response.writeHead(500).end('broken'));
  expect(await broken.proxy()({ url: origin })).toEqual({ status: 500, body: 'broken' });
  expect(broken.heard).toHaveLength(2);
});

it('a cut connection is tried once more, then reported', async () => {
  await using target = await backend((response) => void response.destroy());
  expect((await target.proxy()({ url: origin })).status).toBe(502);
  expect(target.heard).toHaveLength(2);
});

it('a backend that does not answer in time is given up', async () => {
  await using target = await backend(() => undefined);
  const { status, body } = await target.proxy()({ url: origin, timeout: 50 });
  expect([status, JSON.parse(body)]).toMatchObject([504, { category: 'GATEWAY_TIMEOUT' }]);
  expect(target.heard).toHaveLength(1);
});

it('an answer over 1 MB is refused', async () => {
  await using target = await backend((response) => void response.end('x'.repeat(1_000_001)));
  const { status, body } = await target.proxy()({ url: origin });
  expect(status).toBe(502);
  expect(body).toContain('1 MB');
});

it('the twenty-first request at once is refused', async () => {
  const waiting: ServerResponse[] = [];
  await using target = await backend((response) => {
    waiting.push(response);
    if (waiting.length === 20) waiting.forEach(fine);
  });
  const send = target.proxy();
  const asked = Array.from({ length: 21 }, () => send({ url: origin }));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  expect(statuses.at(-1)).toBe(429);
});
