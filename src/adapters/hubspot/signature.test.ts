import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithShared } from '../../../test/support/shared-data.ts';
import { signV3 } from '../../sandbox/signature.ts';
import { checkSignature, type SignedRequest } from './signature.ts';

const SECRET = 'the-apps-own-secret';
const NOW = 1_790_000_000_000;
const MINUTES = 60_000;
const URL_CALLED = 'https://l2r.example.com/webhooks/hubspot';
const BODY = '[{"objectId":1,"propertyValue":"Grüße 🙂"}]';

interface Sent {
  readonly method?: string;
  readonly url?: string;
  readonly body?: string;
  readonly at?: number;
  readonly secret?: string;
}

/** A request as HubSpot sends it, signed by the sandbox's code, which shares none with ours. */
function signed({
  method = 'POST',
  url = URL_CALLED,
  body = BODY,
  at = NOW,
  secret = SECRET,
}: Sent = {}): SignedRequest {
  const timestamp = String(at);
  const signature = signV3(secret, { method, uri: url, body, timestamp });
  return { method, url, body: Buffer.from(body), signature, timestamp };
}

const check = (request: SignedRequest, secrets: readonly string[] = [SECRET]) => checkSignature(request, secrets, NOW);

test('what HubSpot signed is valid', () => {
  expect(check(signed())).toBe('valid');
  expect(check(signed({ body: '' }))).toBe('valid');
});

test('whatever was changed after signing, the request is forged', () => {
  const request = signed();
  const changes: Partial<SignedRequest>[] = [
    { body: Buffer.from(BODY.replace('1', '2')) },
    { body: Buffer.from(`${BODY} `) },
    { body: Buffer.alloc(0) },
    { method: 'PUT' },
    { url: `${URL_CALLED}/` },
    { url: `${URL_CALLED}?portal=2` },
    { url: URL_CALLED.replace('https', 'http') },
    { url: URL_CALLED.replace('l2r.', 'l2r-evil.') },
    { timestamp: String(NOW + 1) },
  ];
  expect(changes.map((change) => check({ ...request, ...change }))).toEqual(changes.map(() => 'forged'));
});

test('no byte of a body can be changed', () => {
  const request = signed();
  const anyByte = fc.tuple(fc.nat(request.body.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(anyByte, ([place, difference]) => {
      const body = request.body.map((byte, index) => (index === place ? byte ^ difference : byte));
      expect(check({ ...request, body })).toBe('forged');
    }),
  );
});

test('five minutes of age, or of haste, are borne to the millisecond', () => {
  const ages = [-5 * MINUTES - 1, -5 * MINUTES, 5 * MINUTES, 5 * MINUTES + 1];
  expect(ages.map((age) => check(signed({ at: NOW - age })))).toEqual(['stale', 'valid', 'valid', 'stale']);
});

test.each(['', 'now', '1790000000', `${NOW}.0`, ` ${NOW}`, `-${NOW}`, '1.79e12', '0x1a0c5a1b800', `${NOW}0`])(
  'a timestamp that is no count of milliseconds opens nothing: "%s"',
  (timestamp) => {
    const signature = signV3(SECRET, { method: 'POST', uri: URL_CALLED, body: BODY, timestamp });
    expect(check({ ...signed(), timestamp, signature })).toBe(timestamp === '' ? 'unsigned' : 'stale');
  },
);

test('without signature or timestamp a request is unsigned', () => {
  expect(check({ ...signed(), signature: undefined })).toBe('unsigned');
  expect(check({ ...signed(), signature: '' })).toBe('unsigned');
  expect(check({ ...signed(), timestamp: undefined })).toBe('unsigned');
});

test('while a secret is being changed both are good, and nobody else’s', () => {
  const secrets = ['the-new-secret', SECRET];
  expect(check(signed(), secrets)).toBe('valid');
  expect(check(signed({ secret: 'the-new-secret' }), secrets)).toBe('valid');
  expect(check(signed({ secret: 'another-apps-secret' }), secrets)).toBe('forged');
});

test('without any secret nothing is valid', () => {
  expect(check(signed({ secret: '' }), [])).toBe('forged');
});

describe('a signature of another length or spelling is forged, never an error', () => {
  const { signature = '' } = signed();
  test.each([
    ['one character', 'A'],
    ['cut', signature.slice(0, -1)],
    ['longer', `${signature}A`],
    ['unpadded', signature.replace(/=+$/, '')],
    ['in hex', Buffer.from(signature, 'base64').toString('hex')],
    ['in another case', signature.toLowerCase()],
    ['with letters of several bytes', 'é'.repeat(signature.length)],
    ['very long', signature.repeat(10_000)],
  ])('%s', (_kind, given) => {
    expect(check({ ...signed(), signature: given })).toBe('forged');
  });
});

test('in the URL only the escapes that HubSpot names are decoded before it signs', () => {
  const called = `${URL_CALLED}?q=%3A%2F%3f%40%21%24%27%28%29%2A%2C%3b`;
  const plain = `${URL_CALLED}?q=:/?@!$'()*,;`;
  const { signature, timestamp } = signed({ url: plain });
  expect(check({ ...signed({ url: called }), signature, timestamp })).toBe('valid');
});

test('all other escapes stay as they are', () => {
  for (const escape of ['%20', '%26', '%3D', '%2B', '%25', '%23', '%C3%A9', '%252F', '%zz', '%']) {
    const url = `${URL_CALLED}?q=${escape}`;
    const signature = createHmac('sha256', SECRET).update(`POST${url}${BODY}${NOW}`).digest('base64');
    expect([escape, check({ ...signed({ url }), signature })]).toEqual([escape, 'valid']);
  }
});

test('bytes that are no UTF-8 are checked as they came', () => {
  const body = Buffer.from([0x5b, 0xff, 0xfe, 0xc3, 0x28, 0x5d]);
  const signOver = (bytes: Uint8Array) =>
    createHmac('sha256', SECRET).update(`POST${URL_CALLED}`).update(bytes).update(String(NOW)).digest('base64');
  expect(check({ ...signed(), body, signature: signOver(body) })).toBe('valid');
  const decodedAndWrittenAnew = Buffer.from(body.toString('utf8'));
  expect(check({ ...signed(), body, signature: signOver(decodedAndWrittenAnew) })).toBe('forged');
});

interface Vector {
  readonly version: string;
  readonly client_secret: string;
  readonly method: string;
  readonly uri: string;
  readonly body: string;
  readonly timestamp: string;
  readonly signature: string;
}

describeWithShared('published vectors', ['hubspot-signature-vectors', 'vectors.json'], (file) => {
  test('every v3 signature is valid at its time', () => {
    const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };
    const ofV3 = vectors.filter(({ version }) => version === 'v3');
    expect(ofV3.length).toBeGreaterThan(0);
    for (const { method, uri, body, signature, timestamp, client_secret } of ofV3) {
      const request = { method, url: uri, body: Buffer.from(body), signature, timestamp };
      expect(checkSignature(request, [client_secret], Number(timestamp))).toBe('valid');
    }
  });
});
