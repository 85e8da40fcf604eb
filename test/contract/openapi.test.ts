import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { API_VERSION, toDatedUrl } from '../../src/adapters/hubspot/dated-paths.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { makeAdapterCalls, makeOtherCalls } from '../support/hubspot-calls.ts';
import { OpenApiFolder } from '../support/openapi.ts';
import { type Exchange, recordingProxy } from '../support/recording-proxy.ts';
import { describeWithShared } from '../support/shared-data.ts';

const adapter = join(import.meta.dirname, '../../src/adapters/hubspot');
const host = 'https://api.hubapi.com';

/** The numbered form of a dated path, under which the official client and its description know it. */
const numbered: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^/crm/objects/${API_VERSION}(?=/.+/associations/)`), '/crm/v4/objects'],
  [new RegExp(`^/crm/objects/${API_VERSION}`), '/crm/v3/objects'],
  [new RegExp(`^/crm/associations/${API_VERSION}`), '/crm/v4/associations'],
  [new RegExp(`^/crm/(properties|pipelines|owners|lists)/${API_VERSION}`), '/crm/v3/$1'],
  [new RegExp(`^/crm-object-schemas/${API_VERSION}/schemas`), '/crm-object-schemas/v3/schemas'],
];

/** What the sandbox does otherwise than the description says, and the fact by which it is right. */
const contradicted: readonly { where: RegExp; fact: string }[] = [
  {
    where: /^crm\.associations\.v4\..*(to|from)ObjectId must be string$/,
    fact: 'Ids of linked records are JSON integers on the wire; the client makes text of them.',
  },
  {
    where: /^crm\.associations\.v4\..*label must be string$/,
    fact: 'The kind that every link has carries no label: null.',
  },
];

/** Not in the client, so not described: called by path. */
const notDescribed = [`/account-info/${API_VERSION}/details`];

const numberedPath = (path: string): string => {
  const rule = numbered.find(([pattern]) => pattern.test(path));
  return rule === undefined ? path : path.replace(...rule);
};

describeWithShared('HubSpot’s description of its calls', ['..', 'openapi'], (folder) => {
  const described = new OpenApiFolder(folder);
  let ours: readonly Exchange[];
  let others: readonly Exchange[];

  beforeAll(async () => {
    const token = 'pat-test';
    await using sandbox = await startSandbox({
      token,
      clientSecret: 'secret',
      now: () => Date.parse('2026-03-01T08:00:00Z'),
      searchesPerSecond: 1_000,
      switches: { searchLagMs: 0 },
    });
    sandbox.portal.owners.put({
      id: '11',
      email: 'o@b.example',
      firstName: 'O',
      lastName: '',
      team: 'T',
      archived: false,
    });
    await using adapterCalls = await recordingProxy(sandbox.url);
    await makeAdapterCalls(adapterCalls.url, sandbox.url, token);
    await using otherCalls = await recordingProxy(sandbox.url);
    await makeOtherCalls(otherCalls.url, token);
    [ours, others] = [adapterCalls.exchanges, otherCalls.exchanges];
  });

  const all = () => [...ours, ...others].filter(({ path }) => !notDescribed.includes(path));
  const operationsOf = ({ method, path }: Exchange) => described.find(method, numberedPath(path));

  test('knows every call, on a dated path that comes from the table of versions', () => {
    for (const exchange of all()) {
      const { method, path } = exchange;
      expect(operationsOf(exchange).length, `${method} ${path}`).toBeGreaterThan(0);
      expect(toDatedUrl(host + numberedPath(path))).toBe(host + path);
    }
    expect(all().length).toBeGreaterThan(100);
  });

  test('allows what was asked and what was answered, but for what HubSpot itself does otherwise', () => {
    const mismatches = all().flatMap((exchange) =>
      operationsOf(exchange).flatMap((operation) => described.check(operation, exchange)),
    );
    const told = new Set(mismatches.map(({ operationId, where, message }) => `${operationId} ${where} ${message}`));
    const unexpected = [...told].filter((text) => !contradicted.some(({ where }) => where.test(text)));
    expect(unexpected).toEqual([]);
    const stale = contradicted.filter(({ where }) => ![...told].some((text) => where.test(text)));
    expect(stale).toEqual([]);
    expect(contradicted.length).toBeLessThanOrEqual(10);
  });

  test('was held against every call that the adapter makes', () => {
    const sources = readdirSync(adapter).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const text = sources.map((name) => readFileSync(join(adapter, name), 'utf8')).join('\n');
    const made = [...text.matchAll(/client\s*\.(crm(?:\s*\.\w+)+)\(/g)].map(([, name = '']) => name.replace(/\s/g, ''));
    const recorded = new Set(ours.flatMap(operationsOf).map(({ operationId }) => operationId));
    expect(new Set(made).size).toBeGreaterThan(10);
    for (const name of made) expect(recorded).toContain(name);
  });
});
