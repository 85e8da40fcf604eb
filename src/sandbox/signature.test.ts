import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Signature } from '@hubspot/api-client';
import { expect, test } from 'vitest';
import { describeWithShared } from '../../test/support/shared-data.ts';
import { signV1, signV3 } from './signature.ts';

const secret = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy';

test("HubSpot's own client accepts the v3 signature", () => {
  const request = {
    method: 'POST',
    uri: 'https://www.example.com/hook?a=b%20c',
    body: '[{"é":1}]',
    timestamp: '1693657560000',
  };
  const theirs = Signature.getSignature('POST', 'v3', {
    signature: '',
    clientSecret: secret,
    requestBody: request.body,
    url: request.uri,
    timestamp: Number(request.timestamp),
  });
  expect(signV3(secret, request)).toBe(theirs);
});

test('the escapes that HubSpot names are decoded in the URI, no others', () => {
  const sign = (uri: string) => signV3(secret, { method: 'POST', uri, body: '', timestamp: '1' });
  expect(sign('https://a.example/x?y=%3A%2F%3f%40%21%24%27%28%29%2A%2C%3B')).toBe(
    sign("https://a.example/x?y=:/?@!$'()*,;"),
  );
  expect(sign('https://a.example/x?y=a%20b%26')).not.toBe(sign('https://a.example/x?y=a b&'));
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
  const { vectors } = JSON.parse(readFileSync(join(file), 'utf8')) as { vectors: Vector[] };

  test('every v1 signature agrees', () => {
    const ofV1 = vectors.filter(({ version }) => version === 'v1');
    expect(ofV1.map(({ client_secret, body }) => signV1(client_secret, body))).toEqual(
      ofV1.map(({ signature }) => signature),
    );
  });

  test('every v3 signature agrees', () => {
    const ofV3 = vectors.filter(({ version }) => version === 'v3');
    expect(ofV3.map((vector) => signV3(vector.client_secret, vector))).toEqual(ofV3.map(({ signature }) => signature));
  });
});
