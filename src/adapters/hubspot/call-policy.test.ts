import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HubSpotUnavailableError } from '../../usecases/ports.ts';
import { type CallNeeds, type CallOutcome, callHubSpot, HubSpotRefusedError } from './call-policy.ts';
import { createClient } from './client.ts';

const START = 1_790_000_000_000;
const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** A portal in virtual time: sleeping moves the clock, and everything the policy asks for is written down. */
function virtualPortal({ random = 0.5, waits = [] as number[] } = {}) {
  let now = START;
  const budget = [...waits];
  const slept: number[] = [];
  const pausedUntil: number[] = [];
  const outcomes: CallOutcome[] = [];
  const needs: CallNeeds = {
    now: () => now,
    random: () => random,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    takeCall: () => Promise.resolve(budget.shift() ?? 0),
    pause: (until) => Promise.resolve(void pausedUntil.push(until - START)),
    count: (outcome) => outcomes.push(outcome),
  };
  return { needs, slept, pausedUntil, outcomes, elapsed: () => now - START };
}

/** What the official client throws for an answer that is no success. */
const answered = (code: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  Object.assign(new Error(`HTTP-Code: ${code}`), { code, body, headers });

const rateLimit = (policyName: string) => answered(429, { category: 'RATE_LIMITS', policyName, message: 'slow down' });

/** A call that fails in these ways, one after the other, and then succeeds. */
function call(...faults: Error[]) {
  const left = [...faults];
  const run = vi.fn(() => {
    const fault = left.shift();
    return fault ? Promise.reject(fault) : Promise.resolve('the answer');
  });
  return run;
}

/** The error a call ends with. */
const endOf = (calling: Promise<unknown>): Promise<unknown> =>
  calling.then(
    (answer) => answer,
    (fault: unknown) => fault,
  );

test('an answer is handed on and counted', async () => {
  const { needs, outcomes, slept } = virtualPortal();
  expect(await callHubSpot('live', call(), needs)).toBe('the answer');
  expect([outcomes, slept]).toEqual([['answered'], []]);
});

describe('a rate limit', () => {
  test.each([
    ['SECONDLY', SECOND],
    ['TEN_SECONDLY_ROLLING', 10 * SECOND],
    ['', 10 * SECOND],
  ])('of the policy "%s" makes everybody wait for its window', async (policy, windowMs) => {
    const { needs, outcomes, pausedUntil, slept } = virtualPortal({ random: 0 });
    expect(await callHubSpot('live', call(rateLimit(policy)), needs)).toBe('the answer');
    expect(outcomes).toEqual(['rate-limited', 'answered']);
    expect([pausedUntil, slept]).toEqual([[windowMs], [windowMs]]);
  });

  test('is left at different moments, so that not all come back at once', async () => {
    const waits = await Promise.all(
      [0, 0.5, 0.999].map(async (random) => {
        const { needs, slept } = virtualPortal({ random });
        await callHubSpot('live', call(rateLimit('SECONDLY')), needs);
        return slept[0];
      }),
    );
    expect(waits).toEqual([1_000, 1_500, 1_999]);
  });

  test('of the day puts the work off for five minutes at once', async () => {
    const { needs, slept } = virtualPortal();
    const run = call(rateLimit('DAILY'));
    const fault = await endOf(callHubSpot('live', run, needs));
    expect(fault).toBeInstanceOf(HubSpotUnavailableError);
    expect(fault).toMatchObject({ retryAt: START + 5 * MINUTE });
    expect([run.mock.calls.length, slept]).toEqual([1, []]);
  });
});

describe('a fault of HubSpot’s', () => {
  test.each([500, 502, 503, 504, 521, 524])('%i is tried again with growing pauses', async (status) => {
    const { needs, outcomes, slept } = virtualPortal({ random: 1 });
    const faults = [answered(status), answered(status), answered(status)];
    expect(await callHubSpot('live', call(...faults), needs)).toBe('the answer');
    expect(outcomes).toEqual(['failed', 'failed', 'failed', 'answered']);
    expect(slept).toEqual([550, 1_050, 2_050]);
  });

  test('423 is left alone for two seconds at least', async () => {
    const { needs, slept } = virtualPortal({ random: 0 });
    expect(await callHubSpot('live', call(answered(423)), needs)).toBe('the answer');
    expect(slept).toEqual([2_050]);
  });

  test.each([
    ['the seconds that HubSpot names', { 'retry-after': '90' }, 90 * SECOND],
    ['a day at most', { 'retry-after': '9999999' }, 24 * HOUR],
    ['an hour where it names none', {}, HOUR],
    ['an hour where it names nonsense', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, HOUR],
    ['an hour where it names no time', { 'retry-after': '-5' }, HOUR],
  ])('477, a portal that moves, puts the work off for %s', async (_length, headers, waitMs) => {
    const { needs } = virtualPortal();
    const run = call(answered(477, {}, headers));
    expect(await endOf(callHubSpot('live', run, needs))).toMatchObject({ retryAt: START + waitMs });
    expect(run).toHaveBeenCalledOnce();
  });

  test('that does not end is given up after four tries, with the moment to try again', async () => {
    const { needs, outcomes, elapsed } = virtualPortal();
    const last = answered(503, '<html>');
    const run = call(answered(500), new TypeError('fetch failed'), rateLimit('SECONDLY'), last);
    const fault = await endOf(callHubSpot('live', run, needs));
    expect(fault).toBeInstanceOf(HubSpotUnavailableError);
    expect(fault).toMatchObject({ code: 'unavailable', retryAt: START + elapsed() + 30 * SECOND, cause: last });
    expect(outcomes).toEqual(['failed', 'failed', 'rate-limited', 'failed']);
  });

  test('whatever they are and however chance falls, four faults in a row take less than a minute', async () => {
    const fault = fc.constantFrom(
      answered(500),
      answered(423),
      rateLimit('SECONDLY'),
      rateLimit('?'),
      new Error('cut'),
    );
    const anyFaults = fc.array(fault, { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anyFaults, fc.double({ min: 0, max: 1, noNaN: true }), async (faults, random) => {
        const { needs, slept, elapsed } = virtualPortal({ random });
        expect(await endOf(callHubSpot('live', call(...faults), needs))).toBeInstanceOf(HubSpotUnavailableError);
        expect(slept.every((ms) => ms > 0)).toBe(true);
        expect(elapsed()).toBeLessThan(MINUTE);
      }),
    );
  });
});

describe('a refusal', () => {
  test.each([400, 403, 404, 409, 413, 415])('%i is not tried again and keeps HubSpot’s words', async (status) => {
    const { needs, outcomes } = virtualPortal();
    const body = { category: 'VALIDATION_ERROR', message: 'Property "x" does not exist' };
    const run = call(answered(status, body));
    const fault = await endOf(callHubSpot('live', run, needs));
    expect(fault).toBeInstanceOf(HubSpotRefusedError);
    expect(fault).toMatchObject({ status, category: body.category, message: body.message, body, exitCode: 1 });
    expect(run).toHaveBeenCalledOnce();
    expect(outcomes).toEqual(['refused']);
  });

  test('of the token names the setting to correct', async () => {
    const { needs } = virtualPortal();
    const fault = await endOf(callHubSpot('live', call(answered(401, { message: 'expired' })), needs));
    expect(fault).toMatchObject({ status: 401, exitCode: 2 });
    expect(String(fault)).toContain('(expired): set HUBSPOT_ACCESS_TOKEN');
  });

  test.each([undefined, null, 'text', '<html>', { message: 5, category: [] }])(
    'whose body says nothing is told by its status: %j',
    async (body) => {
      const { needs } = virtualPortal();
      const fault = await endOf(callHubSpot('live', call(answered(400, body)), needs));
      expect(fault).toMatchObject({ status: 400, category: '', message: 'HTTP 400' });
    },
  );
});

describe('the budget', () => {
  test('is waited for before every try', async () => {
    const { needs, slept } = virtualPortal({ random: 0, waits: [300, 0, 400, 0] });
    const run = call(answered(500));
    expect(await callHubSpot('live', run, needs)).toBe('the answer');
    expect(slept).toEqual([300, 50, 400]);
  });

  test('puts the work off when it is used up for longer than half a minute, and HubSpot is not asked', async () => {
    const { needs, slept } = virtualPortal({ waits: [20 * SECOND, 15 * SECOND] });
    const run = call();
    const fault = await endOf(callHubSpot('background', run, needs));
    expect(fault).toMatchObject({ code: 'budget', retryAt: START + 35 * SECOND });
    expect([run.mock.calls.length, slept]).toEqual([0, [20 * SECOND]]);
  });
});

describe('an answer that never comes', () => {
  afterEach(() => vi.useRealTimers());

  test('is given up after 15 seconds and tried again', async () => {
    vi.useFakeTimers();
    const { needs, outcomes } = virtualPortal();
    let tries = 0;
    const answer = callHubSpot(
      'live',
      () => ((tries += 1) === 1 ? new Promise<string>(() => undefined) : Promise.resolve('late')),
      needs,
    );
    await vi.advanceTimersByTimeAsync(15 * SECOND);
    expect(await answer).toBe('late');
    expect(outcomes).toEqual(['failed', 'answered']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('through the official client, over a real connection', () => {
  /** A portal that answers once in the given way and then properly. */
  async function portalThat(first: RequestListener) {
    let calls = 0;
    const server = createServer((request, response) => {
      calls += 1;
      if (calls === 1) first(request, response);
      else response.setHeader('content-type', 'application/json').end('{"results":[]}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const basePath = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createClient({ basePath, accessToken: 'pat-secret', announced: () => undefined });
    const close = async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    };
    return { pipelines: () => client.crm.pipelines.pipelinesApi.getAll('deals'), [Symbol.asyncDispose]: close };
  }

  test.each<[string, RequestListener]>([
    ['a cut connection', (request) => request.socket.destroy()],
    ['an answer cut short', (_, response) => response.writeHead(200, { 'content-length': '99' }).write('{"res')],
    ['half a JSON', (_, response) => response.setHeader('content-type', 'application/json').end('{"results":[{"id"')],
    [
      'an HTML page of the edge',
      (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>'),
    ],
    ['a locked resource', (_, response) => response.writeHead(423).end()],
  ])('%s is tried again', async (_kind, first) => {
    const { needs, outcomes } = virtualPortal();
    const cutLater: RequestListener = (request, response) => {
      first(request, response);
      if (!response.writableEnded) setImmediate(() => request.socket.destroy());
    };
    await using portal = await portalThat(cutLater);
    expect(await callHubSpot('live', portal.pipelines, needs)).toMatchObject({ results: [] });
    expect(outcomes).toEqual(['failed', 'answered']);
  });

  test('the policy of a rate limit is read off the wire', async () => {
    const { needs, slept } = virtualPortal({ random: 0 });
    await using portal = await portalThat((_, response) =>
      response.writeHead(429, { 'content-type': 'application/json' }).end('{"policyName":"SECONDLY"}'),
    );
    await callHubSpot('live', portal.pipelines, needs);
    expect(slept).toEqual([SECOND]);
  });

  test.each([
    ['without a body', {}, ''],
    ['with the HTML page of the edge', { 'content-type': 'text/html' }, '<html>'],
    ['with a body cut short', { 'content-type': 'application/json' }, '{"mess'],
  ])('a status counts %s', async (_body, headers, body) => {
    const answering = (status: number): RequestListener => {
      return (_, response) => response.writeHead(status, { ...headers, 'Retry-After': '600' }).end(body);
    };
    const [limited, moved, refused] = [virtualPortal({ random: 0 }), virtualPortal(), virtualPortal()];
    await using busy = await portalThat(answering(429));
    expect(await callHubSpot('live', busy.pipelines, limited.needs)).toMatchObject({ results: [] });
    expect(limited.outcomes).toEqual(['rate-limited', 'answered']);
    await using moving = await portalThat(answering(477));
    const late = { retryAt: START + 10 * MINUTE };
    expect(await endOf(callHubSpot('live', moving.pipelines, moved.needs))).toMatchObject(late);
    await using strict = await portalThat(answering(401));
    expect(await endOf(callHubSpot('live', strict.pipelines, refused.needs))).toMatchObject({ status: 401 });
  });

  test('a refusal never shows the token', async () => {
    const { needs } = virtualPortal();
    await using portal = await portalThat((_, response) =>
      response.writeHead(401, { 'content-type': 'application/json' }).end('{"message":"expired"}'),
    );
    const fault = await endOf(callHubSpot('live', portal.pipelines, needs));
    expect(inspect(fault)).not.toContain('pat-secret');
  });
});
